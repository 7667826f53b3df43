/**
 * A page of Chromium for measurements, controlled by the DevTools protocol. Test libraries are not used, because they
 * listen to the network, which makes loading files noticeably slower.
 */
import type { Browser, CDPSession } from 'playwright-core'

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly sessionId?: string; readonly message?: string }
  readonly result?: object
}

export interface BenchPage {
  /** Runs a script in the page; resolves to its result, after waiting for a promise. */
  evaluate<T>(script: string): Promise<T>
  /** Sends a command to the page. */
  send(method: string, params?: object): Promise<object>
  /** Sends a command to the first worker of the page. */
  sendToWorker(method: string): Promise<object>
  close(): Promise<void>
}

/** Opens an address in a new session of the browser; `beforehand` runs in the page before its own scripts. */
export async function openBenchPage(browser: Browser, address: string, beforehand = ''): Promise<BenchPage> {
  const session = await browser.newBrowserCDPSession()
  const { browserContextId } = await session.send('Target.createBrowserContext')
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId })
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const page = createChannel((message) => session.send('Target.sendMessageToTarget', { sessionId, message }))
  listen(session, sessionId, page.hear)
  await page.send('Page.enable')
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: beforehand })
  await page.send('Page.navigate', { url: address })
  return {
    async evaluate<T>(script: string): Promise<T> {
      const params = { expression: script, awaitPromise: true, returnByValue: true }
      const { result }: { result?: { value: T } } = await page.send('Runtime.evaluate', params)
      if (result === undefined) throw new Error(`Cannot run \`${script.slice(0, 60)}\` in ${address}`)
      return result.value
    },
    send: page.send,
    async sendToWorker(method) {
      const attached = page.once('Target.attachedToTarget')
      await page.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
      const inner = (await attached)?.sessionId
      const worker = createChannel((message) => page.send('Target.sendMessageToTarget', { sessionId: inner, message }))
      page.onMessage(worker.hear)
      const answer = await worker.send(method)
      await page.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: false })
      return answer
    },
    async close() {
      await session.send('Target.disposeBrowserContext', { browserContextId })
      await session.detach()
    },
  }
}

function listen(session: CDPSession, wanted: string, hear: (message: string) => void): void {
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    if (sessionId === wanted) hear(message)
  })
}

/** Commands, their answers and events over one connection; `post` sends a message, `hear` receives one. */
function createChannel(post: (message: string) => Promise<unknown>) {
  const answers = new Map<number, (result: object) => void>()
  const events = new Map<string, (params: Answer['params']) => void>()
  let last = 0
  let forward: (message: string) => void = () => undefined
  return {
    send(method: string, params: object = {}): Promise<object> {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        answers.set(id, resolve)
        post(JSON.stringify({ id, method, params })).catch(reject)
      })
    },
    once: (event: string) => new Promise<Answer['params']>((resolve) => events.set(event, resolve)),
    onMessage(hear: (message: string) => void) {
      forward = hear
    },
    hear(message: string) {
      const { id, method = '', params, result = {} }: Answer = JSON.parse(message)
      if (id !== undefined) answers.get(id)?.(result)
      else if (method === 'Target.receivedMessageFromTarget') forward(params?.message ?? '{}')
      else events.get(method)?.(params)
    },
  }
}

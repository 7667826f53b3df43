/**
 * Opens pages in WebKitGTK's MiniBrowser on a display of xvfb, by the W3C WebDriver protocol that `WebKitWebDriver` speaks: JSON over
 * http, a dozen lines. WebDriver shows no console, so the page itself is asked what it has loaded.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import * as assert from 'uvu/assert'
import { findPort, waitUntilUp } from '../support/free-port.js'
import { findTool } from '../support/tool.js'

const DRIVER = findTool('WebKitWebDriver', 'webkit2gtk-driver')
const DISPLAY = findTool('xvfb-run', 'xvfb')
/** `xvfb-run` calls it, and Debian's package does without. */
const XAUTH = findTool('xauth')

/** Whether WebKit is there: if not, the tests of the file are skipped, loudly. */
export const HAS_WEBKIT = DRIVER !== null && DISPLAY !== null && XAUTH !== null

const LINGER_MS = 300
const PATIENCE_MS = 15_000
const POLL_MS = 25
/** The name of an element's reference in the protocol (W3C WebDriver, section 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** A page, and what a reader does with it. */
export interface WebKitPage {
  goto(address: string): Promise<void>
  back(): Promise<void>
  /** Clicks the first element of the selector, as soon as there is one. */
  click(selector: string): Promise<void>
  /** Types into it; `\uE007` is the Enter key. */
  type(selector: string, text: string): Promise<void>
  /** Waits until the expression is true in the page. */
  until(expression: string): Promise<void>
  evaluate(expression: string): Promise<unknown>
}

/** Sends a command of the session; fails with what the driver says. */
type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

interface Session {
  readonly send: Send
  readonly driver: ChildProcess
}

let shared: Promise<Session> | null = null
let users = 0

/** Opens a page, lets `use` work with it, and fails where it ended on a page that has loaded something over the network. */
export async function inWebKit(use: (page: WebKitPage) => Promise<void>): Promise<void> {
  users += 1
  shared ??= openSession()
  try {
    const page = toPage((await shared).send)
    await use(page)
    const loaded = await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)')
    assert.equal(Array.isArray(loaded) ? loaded.filter((name) => !String(name).startsWith('file:')) : loaded, [])
  } finally {
    users -= 1
    setTimeout(closeUnused, LINGER_MS)
  }
}

async function openSession(): Promise<Session> {
  const port = await findPort()
  // A group of its own: the display, the driver and the browser end together.
  const driver = spawn(DISPLAY ?? '', ['-a', DRIVER ?? '', `--port=${port}`], { detached: true, stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}`
  await waitUntilUp(`${base}/status`)
  const started = await command(base, 'POST', '/session', { capabilities: { alwaysMatch: {} } })
  const id = typeof started === 'object' && started !== null && 'sessionId' in started ? started.sessionId : ''
  return { driver, send: (method, path, body) => command(base, method, `/session/${id}${path}`, body) }
}

async function command(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const answer: unknown = await response.json()
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
  return value
}

function toPage(send: Send): WebKitPage {
  const evaluate = (expression: string) => send('POST', '/execute/sync', { script: `return ${expression}`, args: [] })
  const until = async (expression: string) => {
    const end = Date.now() + PATIENCE_MS
    while ((await evaluate(expression)) !== true) {
      if (Date.now() > end) throw new Error(`Expected ${expression} on ${await evaluate('location.href')}`)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }
  const find = async (selector: string) => {
    await until(`document.querySelector(${JSON.stringify(selector)}) !== null`)
    const found = await send('POST', '/element', { using: 'css selector', value: selector })
    return typeof found === 'object' && found !== null && ELEMENT in found ? String(found[ELEMENT]) : ''
  }
  return {
    evaluate,
    until,
    async goto(url) {
      await send('POST', '/url', { url })
    },
    async back() {
      await send('POST', '/back', {})
    },
    async click(selector) {
      await send('POST', `/element/${await find(selector)}/click`, {})
    },
    async type(selector, text) {
      await send('POST', `/element/${await find(selector)}/value`, { text })
    },
  }
}

async function closeUnused(): Promise<void> {
  if (users > 0 || shared === null) return
  const { driver, send } = await shared
  shared = null
  await send('DELETE', '')
  if (driver.pid !== undefined) process.kill(-driver.pid)
}

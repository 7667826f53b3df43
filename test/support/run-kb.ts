/** Runs the compiled CLI and gives back what it said: as a user would, or faster in a thread that has it loaded. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

const KB = fileURLToPath(new URL('../../scripts/kb.mjs', import.meta.url))
/** The longest that a command may take on a busy machine. */
const PATIENCE_MS = 5 * 60_000

export interface KbRun {
  /** The exit code; `null` after a signal. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Exit status, stdout and stderr of `kb ARGS...` in a process of its own. */
export function runKb(args: readonly string[], env: Readonly<Record<string, string>> = {}): KbRun {
  const run = spawnSync(process.execPath, [KB, ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** Starts `kb ARGS...` and lets it run. */
export function startKb(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [KB, ...args], { stdio: 'ignore', env: { ...process.env, ...env } })
}

/**
 * What `runKb` gives, from a thread of this process that keeps the program loaded: a tenth of the time. For tests in which neither
 * the process nor its environment matters; the command starts no worker threads.
 */
export function askKb(args: readonly string[]): KbRun {
  thread ??= startThread()
  const { port, isDone } = thread
  Atomics.store(isDone, 0, 0)
  port.postMessage(args)
  if (Atomics.wait(isDone, 0, 0, PATIENCE_MS) === 'timed-out')
    throw new Error(`\`kb ${args.join(' ')}\` goes on and on`)
  const { message }: { message: KbRun & { readonly failure?: string } } = receiveMessageOnPort(port) ?? {
    message: { status: null, stdout: '', stderr: '', failure: 'no answer' },
  }
  if (message.failure !== undefined) throw new Error(`\`kb ${args.join(' ')}\` failed: ${message.failure}`)
  return message
}

let thread: { readonly port: MessagePort; readonly isDone: Int32Array } | null = null

/** The thread has none of the loader that this process runs TypeScript with. */
function startThread() {
  const isDone = new Int32Array(new SharedArrayBuffer(4))
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(new URL('./kb-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: { isDone, port: port2 },
    transferList: [port2],
  })
  worker.unref()
  port1.unref()
  return { port: port1, isDone }
}

/**
 * The thread behind `askKb` (`run-kb.ts`): loads the compiled program once, then runs one command line after another.
 *
 * The program finds no cores here, so it starts no threads of its own: each of them would load the program again.
 */
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { Writable } from 'node:stream'
import { workerData } from 'node:worker_threads'
import { compile } from '../../scripts/compile.mjs'

/** @type {{ readonly isDone: Int32Array, readonly port: import('node:worker_threads').MessagePort }} */
const { isDone, port } = workerData

os.availableParallelism = () => 0
syncBuiltinESMExports()

/** Collects what is printed. */
function createPrinter() {
  /** @type {Buffer[]} */
  const chunks = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** @param {readonly string[]} args */
async function run(args) {
  const [stdout, stderr] = [createPrinter(), createPrinter()]
  await compile()
  const { main } = await import(new URL('../../lib/src/cli/main.js', import.meta.url).href)
  const status = await main(args, { stdout: stdout.stream, stderr: stderr.stream })
  return { status, stdout: stdout.text(), stderr: stderr.text() }
}

port.on('message', async (/** @type {readonly string[]} */ args) => {
  let answer
  try {
    answer = await run(args)
  } catch (error) {
    answer = { failure: error instanceof Error ? error.stack : String(error) }
  }
  port.postMessage(answer)
  Atomics.store(isDone, 0, 1)
  Atomics.notify(isDone, 0)
})

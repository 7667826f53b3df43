/**
 * `npm run fuzz [-- --seconds N --seed N --target parser|archives|query|shards|all --input FILE]`: searches for inputs
 * that violate an invariant.
 *
 * The targets share the time. Findings are minimised and written to `dist/fuzz/`; `--input` checks such a file again.
 * If a target does not return within a minute, its input is written there and the run ends. The exit code is 1 if there
 * is a finding.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type Finding, runCampaign } from '../test/fuzz/campaign.js'
import type { Target } from '../test/fuzz/target.js'
import { TARGETS } from '../test/fuzz/targets.js'

const OUT = 'dist/fuzz'
const HANG_SECONDS = 60

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: 'all' },
    input: { type: 'string' },
  },
})
const names = values.target === 'all' ? Object.keys(TARGETS) : [values.target]
mkdirSync(OUT, { recursive: true })

/** A thread that ends the process if the main thread hangs, and writes the current input to a file. */
class Watchdog {
  readonly #shared = new SharedArrayBuffer(1 << 20)
  readonly #turn = new Int32Array(this.#shared, 0, 2)
  readonly #bytes = new Uint8Array(this.#shared, 8)
  readonly #worker = new Worker(
    `const { workerData: [shared, file, seconds] } = require('node:worker_threads')
     const turn = new Int32Array(shared, 0, 2)
     let [last, since] = [-1, Date.now()]
     setInterval(() => {
       if (turn[0] !== last) [last, since] = [turn[0], Date.now()]
       if (Date.now() - since < seconds * 1000) return
       require('node:fs').writeFileSync(file, Buffer.from(new Uint8Array(shared, 8, turn[1])))
       require('node:fs').writeSync(2, 'fuzz: an input does not return: ' + file + '\\n')
       process.kill(process.pid, 'SIGKILL')
     }, 1000)`,
    { eval: true, workerData: [this.#shared, join(OUT, 'hang.bin'), HANG_SECONDS] },
  )

  begin(input: Buffer): void {
    const length = Math.min(input.length, this.#bytes.length)
    this.#bytes.set(input.subarray(0, length))
    this.#turn[1] = length
    Atomics.add(this.#turn, 0, 1)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

function keep({ target, message, input }: Finding): void {
  const file = join(OUT, `${target}-${Date.now().toString(36)}.bin`)
  writeFileSync(file, input)
  process.stdout.write(`\n${file} (${input.length} bytes): ${message}\n`)
}

async function load(name: string): Promise<Target> {
  const target = TARGETS[name]
  if (target === undefined) throw new Error(`Expected ${Object.keys(TARGETS).join(', ')} or all, found \`${name}\``)
  return target()
}

async function fuzz(name: string, seconds: number, watchdog: Watchdog): Promise<number> {
  const target = await load(name)
  const end = Date.now() + seconds * 1000
  const run = await runCampaign(target, {
    seed: Number(values.seed),
    goesOn: () => Date.now() < end,
    onInput: (input) => watchdog.begin(input),
    onFinding: keep,
    watchesTime: true,
  })
  const { executions, kept, blocks, findings, slowest, peakMemoryMb } = run
  process.stdout.write(
    `${name}: ${executions} executions in ${seconds} s, ${kept} inputs kept, ${blocks} blocks, ${findings.length} findings, ` +
      `slowest ${slowest.ms} ms (${slowest.bytes} bytes), at most ${peakMemoryMb} MB\n`,
  )
  return findings.length
}

if (values.input === undefined) {
  const watchdog = new Watchdog()
  let found = 0
  for (const name of names) found += await fuzz(name, Number(values.seconds) / names.length, watchdog)
  await watchdog.end()
  process.exitCode = found === 0 ? 0 : 1
} else for (const name of names) await (await load(name)).check(readFileSync(values.input))

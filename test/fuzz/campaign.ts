/**
 * A run of the fuzzer on one target: makes inputs, checks them, keeps those that reach new code, and makes what fails small.
 *
 * Deterministic for a seed and a number of executions, unless time is watched.
 */
import { Coverage } from './coverage.js'
import { mutate } from './mutate.js'
import { Random } from './random.js'
import type { Target } from './target.js'

export interface Finding {
  readonly target: string
  /** The law that does not hold, in the words of what was thrown. */
  readonly message: string
  readonly input: Buffer
}

export interface Campaign {
  readonly executions: number
  /** Inputs that reached new code. */
  readonly kept: number
  readonly blocks: number
  readonly findings: readonly Finding[]
  /** The slowest input in milliseconds of processor time, and its size. */
  readonly slowest: { readonly ms: number; readonly bytes: number }
  readonly peakMemoryMb: number
}

export interface CampaignOptions {
  readonly seed: number
  /** Whether to go on, after so many executions. */
  readonly goesOn: (executions: number) => boolean
  /** Told of each input before it is checked: what never returns can then be named. */
  readonly onInput?: (input: Buffer) => void
  readonly onFinding?: (finding: Finding) => void
  /** Processor time is watched too; only where nothing is decided by it that must be the same everywhere. */
  readonly watchesTime?: boolean
}

/** Coverage is asked once for so many inputs; only where it has grown is it asked for each. */
const BATCH = 24
/** Part of the inputs that are made anew; the others come of inputs that were worth keeping. */
const GENERATED = 0.25
/** What one input may take: a fixed part (compiling, collecting garbage), and so much a byte. Quadratic work is beyond it. */
const ALLOWED_MS = 400
const ALLOWED_MS_A_KB = 25
/** Findings with the same message are one. */
const MOST_FINDINGS = 20

export async function runCampaign(target: Target, options: CampaignOptions): Promise<Campaign> {
  return new Run(target, options).run()
}

class Run {
  readonly #target: Target
  readonly #options: CampaignOptions
  readonly #random: Random
  readonly #coverage: Coverage
  readonly #corpus: Buffer[] = []
  readonly #findings = new Map<string, Finding>()
  #executions = 0
  #slowest = { ms: 0, bytes: 0 }
  #peakMemory = 0

  constructor(target: Target, options: CampaignOptions) {
    this.#target = target
    this.#options = options
    this.#random = new Random(options.seed)
    this.#coverage = new Coverage(target.isGuide)
  }

  async run(): Promise<Campaign> {
    this.#corpus.push(...(await this.#target.seeds()))
    const seeds = this.#corpus.length
    for (const seed of [...this.#corpus]) await this.#execute(seed)
    this.#coverage.take(true)
    while (this.#options.goesOn(this.#executions) && this.#findings.size < MOST_FINDINGS) await this.#runBatch()
    this.#coverage.close()
    return {
      executions: this.#executions,
      kept: this.#corpus.length - seeds,
      blocks: this.#coverage.size,
      findings: [...this.#findings.values()],
      slowest: this.#slowest,
      peakMemoryMb: Math.round(this.#peakMemory / 1_048_576),
    }
  }

  async #runBatch(): Promise<void> {
    const batch: Buffer[] = []
    while (batch.length < BATCH && this.#options.goesOn(this.#executions)) {
      const input = await this.#makeInput()
      batch.push(input)
      await this.#execute(input)
    }
    this.#peakMemory = Math.max(this.#peakMemory, process.memoryUsage().rss)
    if (this.#coverage.take(false) === 0) return
    for (const input of batch) {
      await this.#execute(input)
      if (this.#coverage.take(true) > 0) this.#corpus.push(input)
    }
  }

  async #makeInput(): Promise<Buffer> {
    const { dictionary, maxBytes } = this.#target
    if (this.#random.chance(GENERATED)) return (await this.#target.generate(this.#random)).subarray(0, maxBytes)
    // Half of the time one of the newest: what was just reached leads on.
    const recent = this.#random.chance(0.5) ? this.#corpus.slice(-20) : this.#corpus
    return mutate(this.#random.pick(recent), this.#random, { dictionary, corpus: this.#corpus, maxBytes })
  }

  async #execute(input: Buffer): Promise<void> {
    this.#options.onInput?.(input)
    this.#executions++
    const message = await this.#judge(input)
    if (message === null || this.#findings.has(keyOf(message))) return
    const small = await this.#shrink(input, keyOf(message))
    const finding = { target: this.#target.name, message, input: small }
    this.#findings.set(keyOf(message), finding)
    this.#options.onFinding?.(finding)
  }

  /** What is wrong with an input, or `null`. */
  async #judge(input: Buffer): Promise<string | null> {
    const start = process.cpuUsage()
    try {
      await this.#target.check(input)
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    }
    return this.#options.watchesTime === true ? this.#judgeTime(input, start) : null
  }

  /** Noise is tried again. */
  async #judgeTime(input: Buffer, start: NodeJS.CpuUsage): Promise<string | null> {
    const allowed = ALLOWED_MS + (ALLOWED_MS_A_KB * input.length) / 1024
    let ms = toMs(process.cpuUsage(start))
    for (let attempts = 2; attempts > 0 && ms > allowed; attempts--) {
      const again = process.cpuUsage()
      await this.#target.check(input)
      ms = Math.min(ms, toMs(process.cpuUsage(again)))
    }
    if (ms > this.#slowest.ms) this.#slowest = { ms: Math.round(ms), bytes: input.length }
    return ms > allowed ? `Slow: ${Math.round(ms)} ms of processor time for ${input.length} bytes` : null
  }

  /** Leaves out pieces for as long as the same law stays broken. */
  async #shrink(input: Buffer, key: string): Promise<Buffer> {
    let small = input
    let tries = key.startsWith('Slow') ? 12 : 400
    for (let size = Math.ceil(input.length / 2); size >= 1 && tries > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
      for (let at = 0; at < small.length && tries > 0; tries--) {
        const without = Buffer.concat([small.subarray(0, at), small.subarray(at + size)])
        const message = await this.#judge(without)
        if (message !== null && keyOf(message) === key) small = without
        else at += size
      }
    return small
  }
}

function toMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

/** A message without what differs from input to input. */
function keyOf(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/`[^`]*`|\d+/g, '#').slice(0, 80)
}

/**
 * The model for coding the runs of stop words before or after a term's places. It learns which runs the term has: after
 * `of the` has come before `server` once, it costs little there. A run that is new for the term costs more, the rarer
 * it is in general.
 *
 *     run      seen                   a run that the term had before, by its weight
 *            | new common             one of `COMMON_RUNS`, by a fixed table
 *            | new other word+        spelled: after each word, whether another follows
 *
 * Writer and reader learn the same from the same runs, so only the runs are stored.
 */

import { COMMON_RUNS, LONGEST_RUN, type RunBook, STOP_WORDS } from '../analysis/stop-words.js'
import { lastAtMost } from '../arrays/binary-search.js'
import { MOST_TOTAL, type RangeDecoder, type RangeEncoder } from '../codec/range-coder.js'

/** The weight that a run gains each time it occurs. */
const ONCE = 32
/** The weight of all unseen runs together at the beginning: that of twelve occurrences. */
const UNSEEN = 12 * ONCE
/** The least weight that is left for unseen runs. */
const LEAST_UNSEEN = ONCE / 2
/** The total at which all weights are halved, so that recent runs count more. */
const MOST_WEIGHT = MOST_TOTAL / 2

/** A fixed table: symbol `i` is the parts from `starts[i]` to `starts[i + 1] - 1`. */
interface Table {
  readonly starts: Uint32Array
  readonly total: number
}

function toTable(sizes: readonly number[]): Table {
  const starts = new Uint32Array(sizes.length + 1)
  for (const [i, size] of sizes.entries()) starts[i + 1] = (starts[i] ?? 0) + size
  return { starts, total: starts[sizes.length] ?? 0 }
}

/** Common runs, with sizes that follow their frequencies, then one symbol for all other runs. */
const RUNS = toTable(COMMON_RUNS.map((_, i) => (i === 0 ? 34_000 : Math.ceil(3_000 / i))).concat(1_700))
const OTHER_RUN = COMMON_RUNS.length

/** Stop words of spelled runs. */
const WORDS = toTable(STOP_WORDS.map((_, i) => Math.ceil(6_000 / (i + 6))))
/** Flags after each word of a spelled run: 0 (one third), it is the last word; 1, another one follows. */
const ENDS = toTable([1, 2])

/** The runs that a term has had so far. */
class SeenRuns {
  /** Numbers of a `RunBook`, the more frequent ones first, roughly. */
  readonly #runs: number[] = []
  readonly #weights: number[] = []
  total = 0
  /** The weight of all unseen runs. */
  unseen = UNSEEN

  /** The index of a run, or -1. */
  indexOf(run: number): number {
    return this.#runs.indexOf(run)
  }

  runAt(index: number): number {
    return this.#runs[index] ?? 0
  }

  weightAt(index: number): number {
    return this.#weights[index] ?? 0
  }

  /** The sum of the weights before an index. */
  startOf(index: number): number {
    let start = 0
    for (let i = 0; i < index; i++) start += this.#weights[i] ?? 0
    return start
  }

  /** The index of the run that a part belongs to. */
  holderOf(part: number): number {
    let end = 0
    for (let i = 0; i < this.#weights.length; i++) {
      end += this.#weights[i] ?? 0
      if (part < end) return i
    }
    return this.#weights.length - 1
  }

  see(index: number): void {
    const weight = (this.#weights[index] ?? 0) + ONCE
    const run = this.#runs[index] ?? 0
    let at = index
    for (; at > 0 && (this.#weights[at - 1] ?? 0) < weight; at--) {
      this.#weights[at] = this.#weights[at - 1] ?? 0
      this.#runs[at] = this.#runs[at - 1] ?? 0
    }
    this.#weights[at] = weight
    this.#runs[at] = run
    this.#grow(ONCE)
  }

  /** Adds a run that was unseen. */
  add(run: number): void {
    const size = run < OTHER_RUN ? (RUNS.starts[run + 1] ?? 0) - (RUNS.starts[run] ?? 0) : 0
    const expected = Math.floor((UNSEEN * size) / RUNS.total)
    this.#runs.push(run)
    this.#weights.push(ONCE + expected)
    this.unseen = Math.max(LEAST_UNSEEN, this.unseen - expected)
    this.#grow(ONCE + expected)
  }

  #grow(weight: number): void {
    this.total += weight
    if (this.total < MOST_WEIGHT) return
    this.total = 0
    for (let i = 0; i < this.#weights.length; i++) {
      const halved = ((this.#weights[i] ?? 0) + 1) >>> 1
      this.#weights[i] = halved
      this.total += halved
    }
  }
}

/** Codes a yes or no, and learns how frequent each is. */
export class BitModel {
  #no: number
  #yes: number

  /** `no`, `yes`: the counts to begin with. */
  constructor(no: number, yes: number) {
    this.#no = no
    this.#yes = yes
  }

  write(encoder: RangeEncoder, bit: boolean): void {
    if (bit) encoder.write(this.#no, this.#yes, this.#no + this.#yes)
    else encoder.write(0, this.#no, this.#no + this.#yes)
    this.#see(bit)
  }

  read(decoder: RangeDecoder): boolean {
    const bit = decoder.find(this.#no + this.#yes) >= this.#no
    if (bit) decoder.take(this.#no, this.#yes)
    else decoder.take(0, this.#no)
    this.#see(bit)
    return bit
  }

  #see(bit: boolean): void {
    if (bit) this.#yes += 1
    else this.#no += 1
    if (this.#no + this.#yes < MOST_TOTAL) return
    this.#no = (this.#no + 1) >>> 1
    this.#yes = (this.#yes + 1) >>> 1
  }
}

/** Writes a term's runs, by their numbers in `book`. */
export class RunEncoder {
  readonly #seen = new SeenRuns()
  readonly #encoder: RangeEncoder
  readonly #book: RunBook

  constructor(encoder: RangeEncoder, book: RunBook) {
    this.#encoder = encoder
    this.#book = book
  }

  write(run: number): void {
    const seen = this.#seen
    const encoder = this.#encoder
    const all = seen.total + seen.unseen
    const index = seen.indexOf(run)
    if (index >= 0) {
      encoder.write(seen.startOf(index), seen.weightAt(index), all)
      seen.see(index)
      return
    }
    if (seen.total > 0) encoder.write(seen.total, seen.unseen, all)
    writeSymbol(encoder, RUNS, Math.min(run, OTHER_RUN))
    if (run >= OTHER_RUN) this.#spell(this.#book.runOf(run))
    seen.add(run)
  }

  #spell(run: string): void {
    for (let i = 0; i < run.length; i++) {
      writeSymbol(this.#encoder, WORDS, run.charCodeAt(i))
      writeSymbol(this.#encoder, ENDS, i + 1 < run.length ? 1 : 0)
    }
  }
}

/** Reads a term's runs: their numbers in `book`. */
export class RunDecoder {
  readonly #seen = new SeenRuns()
  readonly #decoder: RangeDecoder
  readonly #book: RunBook

  constructor(decoder: RangeDecoder, book: RunBook) {
    this.#decoder = decoder
    this.#book = book
  }

  read(): number {
    const seen = this.#seen
    const decoder = this.#decoder
    if (seen.total > 0) {
      const part = decoder.find(seen.total + seen.unseen)
      if (part < seen.total) {
        const index = seen.holderOf(part)
        decoder.take(seen.startOf(index), seen.weightAt(index))
        const run = seen.runAt(index)
        seen.see(index)
        return run
      }
      decoder.take(seen.total, seen.unseen)
    }
    const symbol = readSymbol(decoder, RUNS)
    const run = symbol < OTHER_RUN ? symbol : this.#book.numberOf(this.#readSpelled())
    seen.add(run)
    return run
  }

  #readSpelled(): string {
    let run = ''
    do run += String.fromCharCode(readSymbol(this.#decoder, WORDS))
    while (readSymbol(this.#decoder, ENDS) === 1 && run.length < LONGEST_RUN)
    return run
  }
}

function writeSymbol(encoder: RangeEncoder, { starts, total }: Table, symbol: number): void {
  const start = starts[symbol] ?? 0
  encoder.write(start, (starts[symbol + 1] ?? 0) - start, total)
}

function readSymbol(decoder: RangeDecoder, { starts, total }: Table): number {
  const part = decoder.find(total)
  const symbol = lastAtMost(starts, part, starts.length - 1)
  const start = starts[symbol] ?? 0
  decoder.take(start, (starts[symbol + 1] ?? 0) - start)
  return symbol
}

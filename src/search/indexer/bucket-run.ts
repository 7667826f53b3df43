/**
 * A *bucket run* (elsewhere called segment): a bucket's terms of one partition, ascending, each with its postings.
 * `TermBuilder` reads it.
 *
 *     bucket-run  term*
 *     term        shared-prefix  suffix  byte-length  field x 4     shared-prefix: UTF-16 units of the term before
 *     field       article-count  article*
 *     article     gap  frequency  step?  place x frequency          step: body only; places: fields that store them
 *     place       4 * gap + 2 * is-message + has-stop-words  stop-words?  next-words?
 *     stop-words  run                                               before the place
 *     next-words  run                                               after a place of a title or message
 *     run         number                                            a common run
 *               | common-run-count  text                            any other run; its number is local to one book
 *
 * A gap counts the articles, or places, between this one and the one before. `analysis/messages.ts` finds messages.
 */

import { COMMON_RUNS, type RunBook } from '../analysis/stop-words.js'
import { ByteWriter } from '../codec/varints.js'
import { BODY, FIELD_NAMES, hasPlaces } from '../fields.js'

/** Occurrences as columns: one row for each. */
export interface OccurrenceColumns {
  /** Field and article: `field * articleCount + article`. */
  readonly holders: Uint32Array
  readonly places: Uint32Array
  /** The stop words before each place, by their number in a book. */
  readonly stopRuns: Uint32Array
  /** The stop words after each place of a title or message, by their number plus 1; 0: not stored. */
  readonly nextRuns: Uint32Array
  /** The step of each place (`shards/steps.ts`). */
  readonly steps: Uint8Array
}

export class BucketRunWriter {
  readonly #articleCount: number
  readonly #columns: OccurrenceColumns
  readonly #book: RunBook
  readonly #run = new ByteWriter()
  readonly #record = new ByteWriter()
  #previous = ''

  constructor(articleCount: number, columns: OccurrenceColumns, book: RunBook) {
    this.#articleCount = articleCount
    this.#columns = columns
    this.#book = book
  }

  /** Appends a term; `rows`: its occurrences, field by field and article by article. */
  writeTerm(term: string, rows: Uint32Array): void {
    this.#record.clear()
    let from = 0
    for (let field = 0; field < FIELD_NAMES.length; field++) from = this.#writeField(field, rows, from)
    const shared = sharedPrefix(this.#previous, term)
    this.#run.writeNumber(shared)
    this.#run.writeText(term.slice(shared))
    this.#run.writeBytes(this.#record.view())
    this.#previous = term
  }

  /** Writes the rows of a field from index `from` on; returns the index after the last one. */
  #writeField(field: number, rows: Uint32Array, from: number): number {
    const first = field * this.#articleCount
    const end = first + this.#articleCount
    let articles = 0
    let to = from
    for (let last = -1; to < rows.length && this.#holderOf(rows, to) < end; to++) {
      const holder = this.#holderOf(rows, to)
      if (holder !== last) articles += 1
      last = holder
    }
    this.#record.writeNumber(articles)
    let expected = first
    for (let start = from; start < to; ) {
      const holder = this.#holderOf(rows, start)
      let after = start + 1
      while (after < to && this.#holderOf(rows, after) === holder) after += 1
      this.#record.writeNumber(holder - expected)
      this.#record.writeNumber(after - start)
      if (field === BODY) this.#record.writeNumber(this.#columns.steps[rows[start] ?? 0] ?? 0)
      if (hasPlaces(field)) this.#writePlaces(rows, start, after)
      expected = holder + 1
      start = after
    }
    return to
  }

  #holderOf(rows: Uint32Array, at: number): number {
    return this.#columns.holders[rows[at] ?? 0] ?? 0
  }

  #writePlaces(rows: Uint32Array, from: number, to: number): void {
    const { places, stopRuns, nextRuns } = this.#columns
    let expected = 0
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0
      const place = places[row] ?? 0
      const stopRun = stopRuns[row] ?? 0
      const nextRun = nextRuns[row] ?? 0
      this.#record.writeNumber(4 * (place - expected) + (nextRun === 0 ? 0 : 2) + (stopRun === 0 ? 0 : 1))
      if (stopRun !== 0) this.#writeStopRun(stopRun)
      if (nextRun !== 0) this.#writeStopRun(nextRun - 1)
      expected = place + 1
    }
  }

  #writeStopRun(number: number): void {
    this.#record.writeNumber(Math.min(number, COMMON_RUNS.length))
    if (number >= COMMON_RUNS.length) this.#record.writeText(this.#book.runOf(number))
  }

  toBytes(): Uint8Array {
    return this.#run.toBytes()
  }
}

/** The number of leading UTF-16 units that two terms share; never half of a character of two units. */
function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1
  const cutsPair = shared > 0 && (b.charCodeAt(shared - 1) & SURROGATE_MASK) === HIGH_SURROGATE
  return cutsPair ? shared - 1 : shared
}

const SURROGATE_MASK = 0xfc00
const HIGH_SURROGATE = 0xd800

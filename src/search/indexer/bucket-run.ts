/**
 * A bucket's *run* of a partition being written: its terms in order, each with its postings. `TermBuilder` reads them.
 *
 *     term    characters shared with the one before, the others, bytes of what follows, then for each field the number of articles,
 *             and for each article: the gap to the one before, and the frequency; in a field that has places twice the frequency,
 *             and one more where some are in copies: then how many are not; and of those each with the stop words before it:
 *     place   twice the gap to the one before, and one more where there are some: then their run (of those that are not common after
 *             the last number, spelled: the numbers of such depend on what was read before)
 */

import { COMMON_RUNS, type RunBook } from '../analysis/stop-words.js'
import { ByteWriter } from '../codec/varints.js'
import { FIELD_NAMES, hasPlaces } from '../fields.js'

/** The place of an occurrence in a copy, which is not written. */
export const COPIED = 0xffffffff

/** Occurrences, one a row. */
export interface OccurrenceColumns {
  /** Field and article: `field * articleCount + article`. */
  readonly holders: Uint32Array
  /** Counted as if places in copies were not there, or `COPIED`. */
  readonly places: Uint32Array
  /** The stop words before, by their number in a book. */
  readonly stopRuns: Uint32Array
}

export class BucketRunWriter {
  private readonly articleCount: number
  private readonly columns: OccurrenceColumns
  private readonly book: RunBook
  private readonly run = new ByteWriter()
  private readonly record = new ByteWriter()
  private previous = ''

  constructor(articleCount: number, columns: OccurrenceColumns, book: RunBook) {
    this.articleCount = articleCount
    this.columns = columns
    this.book = book
  }

  /** Appends a term; `rows`: its occurrences, field by field and article by article. */
  writeTerm(term: string, rows: Uint32Array): void {
    this.record.clear()
    let from = 0
    for (let field = 0; field < FIELD_NAMES.length; field++) from = this.writeField(field, rows, from)
    const shared = sharedPrefix(this.previous, term)
    this.run.writeNumber(shared)
    this.run.writeText(term.slice(shared))
    this.run.writeBytes(this.record.view())
    this.previous = term
  }

  /** Writes the rows of a field, which begin at `from`; returns where they end. */
  private writeField(field: number, rows: Uint32Array, from: number): number {
    const first = field * this.articleCount
    const end = first + this.articleCount
    let articles = 0
    let to = from
    for (let last = -1; to < rows.length && this.holderOf(rows, to) < end; to++) {
      const holder = this.holderOf(rows, to)
      if (holder !== last) articles += 1
      last = holder
    }
    this.record.writeNumber(articles)
    let expected = first
    for (let start = from; start < to; ) {
      const holder = this.holderOf(rows, start)
      let after = start + 1
      while (after < to && this.holderOf(rows, after) === holder) after += 1
      this.record.writeNumber(holder - expected)
      if (hasPlaces(field)) this.writePlaces(rows, start, after)
      else this.record.writeNumber(after - start)
      expected = holder + 1
      start = after
    }
    return to
  }

  private holderOf(rows: Uint32Array, at: number): number {
    return this.columns.holders[rows[at] ?? 0] ?? 0
  }

  /** The frequency, then each place with the stop words before it. */
  private writePlaces(rows: Uint32Array, from: number, to: number): void {
    const { record, columns } = this
    let copied = 0
    for (let i = from; i < to; i++) if (columns.places[rows[i] ?? 0] === COPIED) copied += 1
    record.writeNumber(2 * (to - from) + (copied > 0 ? 1 : 0))
    if (copied > 0) record.writeNumber(to - from - copied)
    let expected = 0
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0
      const place = columns.places[row] ?? 0
      if (place === COPIED) continue
      const stopRun = columns.stopRuns[row] ?? 0
      record.writeNumber(2 * (place - expected) + (stopRun === 0 ? 0 : 1))
      if (stopRun !== 0) this.writeStopRun(stopRun)
      expected = place + 1
    }
  }

  private writeStopRun(number: number): void {
    this.record.writeNumber(Math.min(number, COMMON_RUNS.length))
    if (number >= COMMON_RUNS.length) this.record.writeText(this.book.runOf(number))
  }

  toBytes(): Uint8Array {
    return this.run.toBytes()
  }
}

/** How many leading characters two terms share; a character of two UTF-16 units is not cut. */
function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1
  const cutsPair = shared > 0 && (b.charCodeAt(shared - 1) & SURROGATE_MASK) === HIGH_SURROGATE
  return cutsPair ? shared - 1 : shared
}

const SURROGATE_MASK = 0xfc00
const HIGH_SURROGATE = 0xd800

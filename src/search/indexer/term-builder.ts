/**
 * A term's postings put together from those of one bucket after the other, in columns that are used again for the next term.
 *
 * Knows how a run has a term (`bucket-run.ts`) and how a record had it; nothing of how records are written.
 */

import { COMMON_RUNS, type RunBook } from '../analysis/stop-words.js'
import { lowerBound } from '../arrays/binary-search.js'
import { withRoom } from '../arrays/grow.js'
import type { ByteReader } from '../codec/varints.js'
import { FIELD_NAMES, hasPlaces } from '../fields.js'
import { type FieldOccurrences, type FieldPostings, NO_OCCURRENCES, sumBefore } from '../shards/postings-record.js'

/** Articles from ordinal `from` to `end - 1`, of which the ordinals are now `shift` more. */
export interface Stretch {
  readonly from: number
  readonly end: number
  readonly shift: number
}

export class TermBuilder {
  private readonly columns = FIELD_NAMES.map((_, field) => new FieldColumns(hasPlaces(field)))
  private readonly book: RunBook

  constructor(book: RunBook) {
    this.book = book
  }

  clear(): void {
    for (const columns of this.columns) columns.clear()
  }

  /** Adds what a run has of the term; `base`: ordinal of the bucket's first article. */
  addRun(reader: ByteReader, base: number): void {
    for (const columns of this.columns) columns.addRun(reader, base, this.book)
  }

  /** Adds what articles had of the term. */
  addFormer(fields: readonly (FieldPostings & Partial<FieldOccurrences>)[], stretch: Stretch): void {
    for (const [field, former] of fields.entries()) this.columns[field]?.addFormer(former, stretch)
  }

  /** What was added, still in the builder's memory: valid until it is cleared. */
  view(): readonly FieldOccurrences[] {
    return this.columns.map((columns) => columns.view())
  }
}

class FieldColumns {
  private readonly hasPlaces: boolean
  private readonly articles = new Column()
  private readonly sums = new Column()
  private readonly ownSums = new Column()
  private readonly places = new Column()
  private readonly stopRuns = new Column()

  constructor(hasPlaces: boolean) {
    this.hasPlaces = hasPlaces
  }

  clear(): void {
    for (const column of [this.articles, this.sums, this.ownSums, this.places, this.stopRuns]) column.length = 0
  }

  addRun(reader: ByteReader, base: number, book: RunBook): void {
    let article = base
    let sum = this.sums.last
    for (let left = reader.readNumber(); left > 0; left--) {
      article += reader.readNumber()
      this.articles.push(article++)
      const frequency = reader.readNumber()
      if (this.hasPlaces) {
        sum += frequency >>> 1
        this.addPlaces(reader, (frequency & 1) === 0 ? frequency >>> 1 : reader.readNumber(), book)
      } else sum += frequency
      this.sums.push(sum)
    }
  }

  private addPlaces(reader: ByteReader, count: number, book: RunBook): void {
    let place = 0
    for (let left = count; left > 0; left--) {
      const gap = reader.readNumber()
      place += gap >>> 1
      this.places.push(place++)
      this.stopRuns.push((gap & 1) === 0 ? 0 : readStopRun(reader, book))
    }
    this.ownSums.push(this.places.length)
  }

  addFormer(former: FieldPostings & Partial<FieldOccurrences>, { from, end, shift }: Stretch): void {
    const first = lowerBound(former.articles, from)
    const last = lowerBound(former.articles, end, first)
    if (first === last) return
    this.sums.append(former.sums, first, last, this.sums.last - sumBefore(former.sums, first))
    this.articles.append(former.articles, first, last, shift)
    const { ownSums, places, stopRuns } = former
    if (ownSums === undefined || places === undefined || stopRuns === undefined) return
    const [firstPlace, lastPlace] = [sumBefore(ownSums, first), sumBefore(ownSums, last)]
    this.ownSums.append(ownSums, first, last, this.places.length - firstPlace)
    this.places.append(places, firstPlace, lastPlace, 0)
    this.stopRuns.append(stopRuns, firstPlace, lastPlace, 0)
  }

  view(): FieldOccurrences {
    if (this.articles.length === 0) return NO_OCCURRENCES
    return {
      articles: this.articles.view(),
      sums: this.sums.view(),
      ownSums: this.ownSums.view(),
      places: this.places.view(),
      stopRuns: this.stopRuns.view(),
    }
  }
}

function readStopRun(reader: ByteReader, book: RunBook): number {
  const number = reader.readNumber()
  return number < COMMON_RUNS.length ? number : book.numberOf(reader.readText())
}

/** Numbers in memory that grows. */
class Column {
  private values = new Uint32Array(16)
  length = 0

  get last(): number {
    return this.length === 0 ? 0 : (this.values[this.length - 1] ?? 0)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = withRoom(this.values, this.length + 1)
    this.values[this.length++] = value
  }

  /** Appends `values[from..to-1]`, each `more` more. */
  append(values: Uint32Array, from: number, to: number, more: number): void {
    this.values = withRoom(this.values, this.length + to - from)
    for (let at = from; at < to; at++) this.values[this.length++] = (values[at] ?? 0) + more
  }

  view(): Uint32Array {
    return this.values.subarray(0, this.length)
  }
}

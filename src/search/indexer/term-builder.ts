/**
 * Collects a term's postings from the bucket runs of one bucket after another. The columns are reused for the next
 * term.
 *
 * It knows how a bucket run stores a term (`bucket-run.ts`), but not how records are written.
 */

import { COMMON_RUNS, type RunBook } from '../analysis/stop-words.js'
import { withRoom } from '../arrays/grow.js'
import type { ByteReader } from '../codec/varints.js'
import { BODY, FIELD_NAMES, hasPlaces } from '../fields.js'
import { type FieldOccurrences, NO_OCCURRENCES } from '../shards/postings-record.js'

export class TermBuilder {
  readonly #columns = FIELD_NAMES.map((_, field) => new FieldColumns(field))
  readonly #book: RunBook

  constructor(book: RunBook) {
    this.#book = book
  }

  clear(): void {
    for (const columns of this.#columns) columns.clear()
  }

  /** Adds the term's postings of one bucket run. `base`: the ordinal of the bucket's first article. */
  addRun(reader: ByteReader, base: number): void {
    for (const columns of this.#columns) columns.addRun(reader, base, this.#book)
  }

  /** The fields so far, in the builder's own memory: valid until it is cleared. */
  view(): readonly FieldOccurrences[] {
    return this.#columns.map((columns) => columns.view())
  }
}

class FieldColumns {
  readonly #hasSteps: boolean
  readonly #hasPlaces: boolean
  readonly #articles = new Column()
  readonly #sums = new Column()
  readonly #steps = new Column()
  readonly #places = new Column()
  readonly #stopRuns = new Column()
  readonly #nextRuns = new Column()
  readonly #all = [this.#articles, this.#sums, this.#steps, this.#places, this.#stopRuns, this.#nextRuns]

  constructor(field: number) {
    this.#hasSteps = field === BODY
    this.#hasPlaces = hasPlaces(field)
  }

  clear(): void {
    for (const column of this.#all) column.length = 0
  }

  addRun(reader: ByteReader, base: number, book: RunBook): void {
    let article = base
    let sum = this.#sums.last
    for (let left = reader.readNumber(); left > 0; left--) {
      article += reader.readNumber()
      this.#articles.push(article++)
      const frequency = reader.readNumber()
      sum += frequency
      this.#sums.push(sum)
      if (this.#hasSteps) this.#steps.push(reader.readNumber())
      if (this.#hasPlaces) this.#addPlaces(reader, frequency, book)
    }
  }

  #addPlaces(reader: ByteReader, frequency: number, book: RunBook): void {
    let place = 0
    for (let left = frequency; left > 0; left--) {
      const gap = reader.readNumber()
      place += gap >>> 2
      this.#places.push(place++)
      this.#stopRuns.push((gap & 1) === 0 ? 0 : readStopRun(reader, book))
      this.#nextRuns.push((gap & 2) === 0 ? 0 : 1 + readStopRun(reader, book))
    }
  }

  view(): FieldOccurrences {
    if (this.#articles.length === 0) return NO_OCCURRENCES
    return {
      articles: this.#articles.view(),
      sums: this.#sums.view(),
      steps: this.#steps.view(),
      places: this.#places.view(),
      stopRuns: this.#stopRuns.view(),
      nextRuns: this.#nextRuns.view(),
    }
  }
}

function readStopRun(reader: ByteReader, book: RunBook): number {
  const number = reader.readNumber()
  return number < COMMON_RUNS.length ? number : book.numberOf(reader.readText())
}

/** A column of numbers that grows. */
class Column {
  #values = new Uint32Array(16)
  length = 0

  get last(): number {
    return this.length === 0 ? 0 : (this.#values[this.length - 1] ?? 0)
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = withRoom(this.#values, this.length + 1)
    this.#values[this.length++] = value
  }

  view(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }
}

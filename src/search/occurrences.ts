/**
 * Which terms stand where in a bucket: four columns, one row an occurrence, turned into runs by one counting sort.
 *
 * Rows come field by field, article by article and place by place, so a term's rows stand in the order in which its run is written.
 */
import { FIELD_NAMES } from './fields.js'
import { PARTITION_COUNT } from './partitions.js'
import { COMMON_RUNS, LONGEST_RUN, type RunBook, STOP_WORDS } from './stop-words.js'
import type { TermSink, TokenTable } from './token-table.js'
import { ByteWriter } from './varints.js'

/** What a field of an article came to; `starts`: the first place of each of its texts. */
export interface FieldExtent {
  readonly terms: number
  readonly places: number
  readonly starts: readonly number[]
}

const FIRST_ROWS = 1 << 18
/** More than a table has, so that a term and another number are one number. */
const MOST_TERMS = 0x8000000

export class Occurrences implements TermSink {
  private readonly table: TokenTable
  private readonly articleCount: number
  private count = 0
  private terms = new Uint32Array(FIRST_ROWS)
  /** Field and article: `field * articleCount + article`. */
  holders = new Uint32Array(FIRST_ROWS)
  places = new Uint32Array(FIRST_ROWS)
  /** The stop words before each place, by their number in the table's book. */
  stopRuns = new Uint32Array(FIRST_ROWS)
  private holder = 0
  /** Places so far in the field. */
  private placeCount = 0
  private stopRun = 0
  /** Stop words since the last place. */
  private readonly pending = new PendingRun()

  constructor(table: TokenTable, articleCount: number) {
    this.table = table
    this.articleCount = articleCount
  }

  /** Adds the terms of a field of an article, given as one or more texts. */
  addField(field: number, article: number, texts: readonly string[]): FieldExtent {
    const before = this.count
    const starts: number[] = []
    this.holder = field * this.articleCount + article
    this.placeCount = 0
    this.pending.take(this.table.book)
    for (const text of texts) {
      starts.push(this.placeCount)
      this.table.scan(text.toLowerCase(), this)
    }
    return { terms: this.count - before, places: this.placeCount, starts }
  }

  addStopWord(code: number): void {
    this.pending.add(code)
  }

  addTerm(term: number, opensPlace: boolean): void {
    if (opensPlace) {
      this.placeCount += 1
      this.stopRun = this.pending.take(this.table.book)
    }
    if (this.count === this.terms.length) this.grow()
    this.terms[this.count] = term
    this.holders[this.count] = this.holder
    this.places[this.count] = this.placeCount - 1
    this.stopRuns[this.count] = this.stopRun
    this.count += 1
  }

  /**
   * A field's places, article by article, as numbers of which equal ones stand for equal terms after equal stop words; `extents`
   * are what `addField` said of each article. Numbers are given as places come up, so that they don't depend on what the table had before.
   */
  placesOf(field: number, extents: readonly FieldExtent[]): readonly Uint32Array[] {
    const first = field * this.articleCount
    const all = extents.map(({ places }) => new Uint32Array(places))
    const numbers = new Map<number, number>()
    const numberOf = (key: number) => {
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, numbers.size + 1)
      return numbers.size
    }
    let last = -1
    for (let row = 0; row < this.count; row++) {
      const own = all[(this.holders[row] ?? 0) - first]
      if (own === undefined) continue
      const term = this.terms[row] ?? 0
      const place = this.places[row] ?? 0
      const isNext = row > 0 && place === last && this.holders[row] === this.holders[row - 1]
      // Of several terms at a place, each is counted after those before it: below zero, apart from runs.
      const key = isNext ? -1 - (own[place] ?? 0) : (this.stopRuns[row] ?? 0)
      own[place] = numberOf(term + key * MOST_TERMS)
      last = place
    }
    return all
  }

  private grow(): void {
    const twice = (column: Uint32Array) => {
      const grown = new Uint32Array(column.length * 2)
      grown.set(column)
      return grown
    }
    this.terms = twice(this.terms)
    this.holders = twice(this.holders)
    this.places = twice(this.places)
    this.stopRuns = twice(this.stopRuns)
  }

  /** The runs of all partitions, their terms ascending. */
  toRuns(): readonly Uint8Array[] {
    const { order, starts } = this.groupByTerm()
    const partitions: number[][] = Array.from({ length: PARTITION_COUNT }, () => [])
    for (let number = 0; number < this.table.termCount; number++) {
      if (starts[number + 1] !== starts[number]) partitions[this.table.partitionOf(number)]?.push(number)
    }
    return partitions.map((numbers) => {
      numbers.sort((a, b) => (this.table.termOf(a) < this.table.termOf(b) ? -1 : 1))
      const run = new RunWriter(this.articleCount, this, this.table.book)
      for (const number of numbers) {
        run.writeTerm(this.table.termOf(number), order.subarray(starts[number], starts[number + 1]))
      }
      return run.toBytes()
    })
  }

  /** Counting sort: `order[starts[t] .. starts[t + 1] - 1]` are the rows of term number `t`. */
  private groupByTerm() {
    const { terms, count } = this
    const starts = new Uint32Array(this.table.termCount + 1)
    for (let i = 0; i < count; i++) {
      const after = (terms[i] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
    for (let t = 1; t < starts.length; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0)
    const next = starts.slice()
    const order = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const term = terms[i] ?? 0
      const at = next[term] ?? 0
      order[at] = i
      next[term] = at + 1
    }
    return { order, starts }
  }
}

/** Stop words in a row, until the place that they stand before is known. */
class PendingRun {
  private readonly codes = new Uint8Array(LONGEST_RUN)
  private length = 0
  /** Numbers of runs of one and of two words, which nearly all are; 0: not known yet. A cache. */
  private readonly short = new Uint32Array(STOP_WORDS.length * (STOP_WORDS.length + 1))

  add(code: number): void {
    if (this.length === LONGEST_RUN) {
      this.codes.copyWithin(0, 1)
      this.length -= 1
    }
    this.codes[this.length++] = code
  }

  /** The number of the run, which is none from now on. */
  take(book: RunBook): number {
    const { length, codes, short } = this
    if (length === 0) return 0
    this.length = 0
    if (length > 2) return book.numberOf(String.fromCharCode(...codes.subarray(0, length)))
    const at = (codes[0] ?? 0) * (STOP_WORDS.length + 1) + (length === 1 ? STOP_WORDS.length : (codes[1] ?? 0))
    const known = short[at] ?? 0
    if (known !== 0) return known
    const number = book.numberOf(String.fromCharCode(...codes.subarray(0, length)))
    short[at] = number
    return number
  }
}

/** The columns that a run is written of. */
interface Columns {
  readonly holders: Uint32Array
  readonly places: Uint32Array
  readonly stopRuns: Uint32Array
}

/** One partition's run being written. */
class RunWriter {
  private readonly articleCount: number
  private readonly columns: Columns
  private readonly book: RunBook
  private readonly run = new ByteWriter()
  private readonly record = new ByteWriter()
  private previous = ''

  constructor(articleCount: number, columns: Columns, book: RunBook) {
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
    const { articleCount } = this
    const { holders } = this.columns
    const first = field * articleCount
    const end = first + articleCount
    let articles = 0
    let to = from
    for (let last = -1; to < rows.length && this.holderOf(rows, to) < end; to++) {
      const holder = holders[rows[to] ?? 0] ?? 0
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
      this.writePlaces(rows, start, after)
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
    record.writeNumber(to - from)
    let expected = 0
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0
      const place = columns.places[row] ?? 0
      record.writeNumber(place - expected)
      this.writeStopRun(columns.stopRuns[row] ?? 0)
      expected = place + 1
    }
  }

  /** A common run's number, or that after the last and the run itself: the numbers of others depend on what was read before. */
  private writeStopRun(number: number): void {
    this.record.writeNumber(Math.min(number, COMMON_RUNS.length))
    if (number >= COMMON_RUNS.length) this.record.writeText(this.book.runOf(number))
  }

  toBytes(): Uint8Array {
    return this.run.toBytes()
  }
}

/** How many leading characters two terms share; a character of two UTF-16 units is not cut. */
export function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1
  const cutsPair = shared > 0 && (b.charCodeAt(shared - 1) & SURROGATE_MASK) === HIGH_SURROGATE
  return cutsPair ? shared - 1 : shared
}

const SURROGATE_MASK = 0xfc00
const HIGH_SURROGATE = 0xd800

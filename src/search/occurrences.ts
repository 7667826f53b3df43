/**
 * Which terms stand where in a bucket: three columns, one row an occurrence, turned into runs by one counting sort.
 *
 * Rows come field by field and article by article, so a term's rows stand in the order in which its run is written.
 */
import { FIELD_NAMES } from './fields.js'
import { PARTITION_COUNT } from './partitions.js'
import type { TermSink, TokenTable } from './token-table.js'
import { ByteWriter } from './varints.js'

/** What a field of an article came to; `starts`: the first word of each of its texts. */
export interface FieldExtent {
  readonly terms: number
  readonly words: number
  readonly starts: readonly number[]
}

const FIRST_ROWS = 1 << 18

export class Occurrences implements TermSink {
  private readonly table: TokenTable
  private readonly articleCount: number
  private count = 0
  private terms = new Uint32Array(FIRST_ROWS)
  /** Field and article: `field * articleCount + article`. */
  private holders = new Uint32Array(FIRST_ROWS)
  private places = new Uint32Array(FIRST_ROWS)
  private holder = 0
  private words = 0

  constructor(table: TokenTable, articleCount: number) {
    this.table = table
    this.articleCount = articleCount
  }

  /** Adds the terms of a field of an article, given as one or more texts. */
  addField(field: number, article: number, texts: readonly string[]): FieldExtent {
    const before = this.count
    const starts: number[] = []
    this.holder = field * this.articleCount + article
    this.words = 0
    for (const text of texts) {
      starts.push(this.words)
      this.table.scan(text.toLowerCase(), this)
    }
    return { terms: this.count - before, words: this.words, starts }
  }

  addTerm(term: number, place: number): void {
    if (this.count === this.terms.length) this.grow()
    this.terms[this.count] = term
    this.holders[this.count] = this.holder
    this.places[this.count] = this.words + place
    this.count += 1
  }

  endToken(words: number): void {
    this.words += words
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
      const run = new RunWriter(this.articleCount, this.holders, this.places)
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

/** One partition's run being written. */
class RunWriter {
  private readonly articleCount: number
  private readonly holders: Uint32Array
  private readonly places: Uint32Array
  private readonly run = new ByteWriter()
  private readonly record = new ByteWriter()
  private readonly sorted: number[] = []
  private previous = ''

  constructor(articleCount: number, holders: Uint32Array, places: Uint32Array) {
    this.articleCount = articleCount
    this.holders = holders
    this.places = places
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
    const { holders, articleCount } = this
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
    return this.holders[rows[at] ?? 0] ?? 0
  }

  /** The frequency and the places, ascending: an extra may come before a word that was found earlier. */
  private writePlaces(rows: Uint32Array, from: number, to: number): void {
    const { record, places, sorted } = this
    record.writeNumber(to - from)
    sorted.length = 0
    for (let i = from; i < to; i++) {
      const place = places[rows[i] ?? 0] ?? 0
      let at = sorted.length
      while (at > 0 && (sorted[at - 1] ?? 0) > place) at -= 1
      if (at === sorted.length) sorted.push(place)
      else sorted.splice(at, 0, place)
    }
    let expected = 0
    for (const place of sorted) {
      record.writeNumber(place - expected)
      expected = place + 1
    }
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

/**
 * Which terms stand where in a bucket: four columns, one row an occurrence, turned into runs by one counting sort.
 *
 * Rows come field by field, article by article and place by place, so a term's rows stand in the order in which its run is written.
 */

import { LONGEST_RUN, type RunBook, STOP_WORDS } from '../analysis/stop-words.js'
import { withRoom } from '../arrays/grow.js'
import { BODY } from '../fields.js'
import type { Copy } from '../shards/copy.js'
import { BucketRunWriter, COPIED } from './bucket-run.js'
import { PARTITION_COUNT } from './partitions.js'
import type { TermSink, TokenTable } from './token-table.js'

/** What a field of an article came to; `starts`: the first place of each of its texts. */
export interface FieldExtent {
  readonly terms: number
  readonly places: number
  readonly starts: readonly number[]
}

const FIRST_ROWS = 1 << 18
/** More than there are terms, so that a term and what stands before it are one number. */
const MOST_TERMS = 0x100000000

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
  placesOf(field: number, extents: readonly FieldExtent[]): readonly Float64Array[] {
    const first = field * this.articleCount
    const all = extents.map(({ places }) => new Float64Array(places))
    const terms = new Renumbering(this.table.terms.count)
    const runs = new Renumbering(this.table.book.count)
    const before = new Map<number, number>()
    let last = -1
    for (let row = 0; row < this.count; row++) {
      const own = all[(this.holders[row] ?? 0) - first]
      if (own === undefined) continue
      const term = terms.numberOf(this.terms[row] ?? 0)
      const place = this.places[row] ?? 0
      const isNext = row > 0 && place === last && this.holders[row] === this.holders[row - 1]
      // Of several terms at a place, each is counted after those before it: below zero, apart from runs.
      own[place] = isNext
        ? -1 - term - MOST_TERMS * numberOfKey(before, own[place] ?? 0)
        : term + MOST_TERMS * runs.numberOf(this.stopRuns[row] ?? 0)
      last = place
    }
    return all
  }

  /** Leaves out the places of the bodies that are in copies, those of each article, and counts the others as if these were not there. */
  leaveOut(copies: readonly (readonly Copy[])[]): void {
    const first = BODY * this.articleCount
    let article = -1
    let own: readonly Copy[] = []
    let [next, copied] = [0, 0]
    for (let row = 0; row < this.count; row++) {
      const holder = (this.holders[row] ?? 0) - first
      if (holder < 0) continue
      if (holder !== article) {
        article = holder
        own = copies[article] ?? []
        next = 0
        copied = 0
      }
      const place = this.places[row] ?? 0
      for (; next < own.length && endOf(own[next]) <= place; next++) copied += own[next]?.length ?? 0
      this.places[row] = next < own.length && place >= (own[next]?.at ?? 0) ? COPIED : place - copied
    }
  }

  private grow(): void {
    const length = this.count + 1
    this.terms = withRoom(this.terms, length)
    this.holders = withRoom(this.holders, length)
    this.places = withRoom(this.places, length)
    this.stopRuns = withRoom(this.stopRuns, length)
  }

  /** The runs of all partitions, their terms ascending. */
  toRuns(): readonly Uint8Array[] {
    const { terms, book } = this.table
    const ordered = terms.inOrder()
    const { order, starts } = this.groupByTerm(ordered)
    const runs = Array.from({ length: PARTITION_COUNT }, () => new BucketRunWriter(this.articleCount, this, book))
    for (let rank = 0; rank < ordered.length; rank++) {
      if (starts[rank] === starts[rank + 1]) continue
      const number = ordered[rank] ?? 0
      const rows = order.subarray(starts[rank], starts[rank + 1])
      runs[terms.partitionOf(number)]?.writeTerm(terms.termOf(number), rows)
    }
    return runs.map((run) => run.toBytes())
  }

  /** Counting sort: `order[starts[r] .. starts[r + 1] - 1]` are the rows of the term of rank `r`. */
  private groupByTerm(ordered: Uint32Array) {
    const { terms, count } = this
    const ranks = new Uint32Array(ordered.length)
    for (let rank = 0; rank < ordered.length; rank++) ranks[ordered[rank] ?? 0] = rank
    const starts = new Uint32Array(ordered.length + 1)
    for (let i = 0; i < count; i++) {
      const after = (ranks[terms[i] ?? 0] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
    for (let rank = 1; rank < starts.length; rank++) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
    const next = starts.slice()
    const order = new Uint32Array(count)
    for (let i = 0; i < count; i++) {
      const rank = ranks[terms[i] ?? 0] ?? 0
      const at = next[rank] ?? 0
      order[at] = i
      next[rank] = at + 1
    }
    return { order, starts }
  }
}

function endOf(copy: Copy | undefined): number {
  return copy === undefined ? 0 : copy.at + copy.length
}

/** Gives numbers in the order in which they come up new ones: 0, 1, 2 ... */
class Renumbering {
  private readonly numbers: Uint32Array
  private count = 0

  /** `limit`: all numbers are below. */
  constructor(limit: number) {
    this.numbers = new Uint32Array(limit)
  }

  numberOf(number: number): number {
    const known = this.numbers[number] ?? 0
    if (known !== 0) return known - 1
    this.numbers[number] = ++this.count
    return this.count - 1
  }
}

/** The number of a key, which is the next one where it is new. */
function numberOfKey(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
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

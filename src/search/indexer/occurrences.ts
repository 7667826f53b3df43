/**
 * The occurrences of a bucket's terms: columns with one row for each, turned into bucket runs by one counting sort.
 *
 * Rows come field by field, article by article and place by place. So the rows of a term are already in the order of
 * its postings.
 */

import { cutField } from '../analysis/messages.js'
import { LONGEST_RUN, type RunBook, STOP_WORDS } from '../analysis/stop-words.js'
import { withRoom } from '../arrays/grow.js'
import { stepOf } from '../shards/steps.js'
import { BucketRunWriter } from './bucket-run.js'
import { PARTITION_COUNT } from './partitions.js'
import type { TermSink, TokenTable } from './token-table.js'

/** The size of a field of an article. `starts`: the first place of each of its texts. */
export interface FieldExtent {
  readonly terms: number
  readonly places: number
  readonly starts: readonly number[]
}

const FIRST_ROWS = 1 << 18
/** Words that the end of a section counts for, so that its last word is not near the first word of the next. */
const GAP_BETWEEN_TEXTS = 10

export class Occurrences implements TermSink {
  readonly #table: TokenTable
  readonly #articleCount: number
  #count = 0
  #terms = new Uint32Array(FIRST_ROWS)
  /** Field and article: `field * articleCount + article`. */
  holders = new Uint32Array(FIRST_ROWS)
  places = new Uint32Array(FIRST_ROWS)
  /** The stop words before each place, by their number in the table's book. */
  stopRuns = new Uint32Array(FIRST_ROWS)
  /** The stop words after each place of a title or message, by their number plus 1; 0: not stored. */
  nextRuns = new Uint32Array(FIRST_ROWS)
  /** The step of each occurrence (`shards/steps.ts`). */
  steps = new Uint8Array(FIRST_ROWS)
  #holder = 0
  /** Words so far in the field: stop words too, and the gaps between its texts. */
  #position = 0
  /** Places so far in the field. */
  #placeCount = 0
  #stopRun = 0
  /** The first row of the last place. */
  #placeStart = 0
  /** True if the stop words after the last place are stored. */
  #isMessage = false
  /** True while a title or message is read. */
  #readsMessage = false
  /** Stop words since the last place. */
  readonly #pending = new PendingRun()

  constructor(table: TokenTable, articleCount: number) {
    this.#table = table
    this.#articleCount = articleCount
  }

  /** Adds the terms of one field of an article, which is given as one or more texts. */
  addField(field: number, article: number, texts: readonly string[]): FieldExtent {
    const before = this.#count
    const starts: number[] = []
    this.#holder = field * this.#articleCount + article
    this.#placeCount = 0
    this.#position = 0
    this.#pending.take(this.#table.book)
    this.#placeStart = before
    for (const text of texts) {
      starts.push(this.#placeCount)
      for (const part of cutField(field, text.toLowerCase())) {
        this.#readsMessage = part.isMessage
        this.#table.scan(part.text, this)
      }
      this.#position += GAP_BETWEEN_TEXTS
    }
    this.#endPlace(this.#pending.take(this.#table.book))
    return { terms: this.#count - before, places: this.#placeCount, starts }
  }

  addStopWord(code: number): void {
    this.#pending.add(code)
    this.#position += 1
  }

  addTerm(term: number, opensPlace: boolean): void {
    if (opensPlace) {
      this.#placeCount += 1
      this.#position += 1
      this.#stopRun = this.#pending.take(this.#table.book)
      this.#endPlace(this.#stopRun)
      this.#isMessage = this.#readsMessage
    }
    if (this.#count === this.#terms.length) this.#grow()
    this.#terms[this.#count] = term
    this.holders[this.#count] = this.#holder
    this.places[this.#count] = this.#placeCount - 1
    this.stopRuns[this.#count] = this.#stopRun
    this.steps[this.#count] = stepOf(this.#position - 1)
    this.#count += 1
  }

  /** Ends the last place. `next`: the run of stop words after it. */
  #endPlace(next: number): void {
    if (this.#isMessage) this.nextRuns.fill(next + 1, this.#placeStart, this.#count)
    this.#placeStart = this.#count
    this.#isMessage = false
  }

  #grow(): void {
    const length = this.#count + 1
    this.#terms = withRoom(this.#terms, length)
    this.holders = withRoom(this.holders, length)
    this.places = withRoom(this.places, length)
    this.stopRuns = withRoom(this.stopRuns, length)
    this.nextRuns = withRoom(this.nextRuns, length)
    this.steps = withRoom(this.steps, length)
  }

  /** The bucket runs of all partitions; their terms ascend. */
  toRuns(): readonly Uint8Array[] {
    const { terms, book } = this.#table
    const ordered = terms.inOrder()
    const { order, starts } = this.#groupByTerm(ordered)
    const runs = Array.from({ length: PARTITION_COUNT }, () => new BucketRunWriter(this.#articleCount, this, book))
    for (let rank = 0; rank < ordered.length; rank++) {
      if (starts[rank] === starts[rank + 1]) continue
      const number = ordered[rank] ?? 0
      const rows = order.subarray(starts[rank], starts[rank + 1])
      runs[terms.partitionOf(number)]?.writeTerm(terms.termOf(number), rows)
    }
    return runs.map((run) => run.toBytes())
  }

  /** Counting sort: `order[starts[r] .. starts[r + 1] - 1]` are the rows of the term with rank `r`. */
  #groupByTerm(ordered: Uint32Array) {
    const [terms, count] = [this.#terms, this.#count]
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

/** Collects stop words in a row, until the place after them comes. */
class PendingRun {
  readonly #codes = new Uint8Array(LONGEST_RUN)
  #length = 0
  /** A cache of the numbers of runs of one and two words, which most runs are; 0: not known yet. */
  readonly #short = new Uint32Array(STOP_WORDS.length * (STOP_WORDS.length + 1))

  add(code: number): void {
    if (this.#length === LONGEST_RUN) {
      this.#codes.copyWithin(0, 1)
      this.#length -= 1
    }
    this.#codes[this.#length++] = code
  }

  /** Returns the run's number and clears the run. */
  take(book: RunBook): number {
    const length = this.#length
    const codes = this.#codes
    const short = this.#short
    if (length === 0) return 0
    this.#length = 0
    if (length > 2) return book.numberOf(String.fromCharCode(...codes.subarray(0, length)))
    const at = (codes[0] ?? 0) * (STOP_WORDS.length + 1) + (length === 1 ? STOP_WORDS.length : (codes[1] ?? 0))
    const known = short[at] ?? 0
    if (known !== 0) return known
    const number = book.numberOf(String.fromCharCode(...codes.subarray(0, length)))
    short[at] = number
    return number
  }
}

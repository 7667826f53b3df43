/**
 * Passages that an article has word for word from an earlier one of its bucket: notices, steps, whole paragraphs. One word in
 * seven is in such a *copy*, and its places are not written again, see `places-record.ts`.
 *
 *     earlier   .  .  a  b  c  d  e  .          copy   at 1, length 5, source the earlier article, start 2
 *     article   .  a  b  c  d  e  .
 *
 * Only of the same bucket, so that buckets are still indexed one by one.
 */

import { lastAtMost } from '../arrays/binary-search.js'
import { type Copy, NO_COPIES, SHORTEST_COPY } from '../shards/copy.js'

/** Places by which copies are looked up. */
const SOUGHT = 4
/** How many earlier passages are compared, the last ones first: a notice may stand in each of 500 articles. */
const MOST_TRIES = 16

/** The copies in each article of a bucket; an article is its places, and equal numbers are equal places. */
export function findCopies(articles: readonly ArrayLike<number>[]): readonly (readonly Copy[])[] {
  const finder = new CopyFinder(articles)
  return articles.map((_, article) => finder.next(article))
}

class CopyFinder {
  /** All articles one after the other, after each what equals nothing and so ends every passage. */
  private readonly places: Float64Array
  private readonly starts: readonly number[]
  private readonly heads = new Int32Array(0x10000).fill(-1)
  private readonly before: Int32Array
  /** For each place a hash of the passage that begins there. */
  private readonly hashes: Uint16Array
  /** The longest passage found last: where it begins, and its length. */
  private found = 0
  private length = 0

  constructor(articles: readonly ArrayLike<number>[]) {
    const starts: number[] = []
    let end = 0
    for (const { length } of articles) {
      starts.push(end)
      end += length + 1
    }
    this.starts = [...starts, end]
    this.places = new Float64Array(end)
    this.before = new Int32Array(end)
    for (const [i, article] of articles.entries()) {
      this.places.set(article, starts[i])
      this.places[(starts[i] ?? 0) + article.length] = Number.NaN
    }
    this.hashes = hashPassages(this.places)
  }

  /** The copies of the next article, which can be a source from then on. */
  next(article: number): readonly Copy[] {
    const start = this.starts[article] ?? 0
    const end = (this.starts[article + 1] ?? 0) - 1
    const copies: Copy[] = []
    let back = 0
    for (let at = start; at < end; ) {
      this.seek(at, at - back < start ? at - back : -1)
      const { found, length } = this
      if (length >= SHORTEST_COPY) this.seek(at + 1, at + 1 - back < start ? at + 1 - back : -1)
      if (length < SHORTEST_COPY || this.length > length + 1) at += 1
      else {
        const source = lastAtMost(this.starts, found, article)
        copies.push({ at: at - start, length, source, start: found - (this.starts[source] ?? 0) })
        at += length
        back = at - (found + length)
      }
    }
    for (let at = start; at + SOUGHT <= end; at++) this.add(at)
    return copies.length === 0 ? NO_COPIES : copies
  }

  /** Finds the longest passage that also begins at `at`; of several that at `likely`, where the last copy's source goes on (-1: nowhere). */
  private seek(at: number, likely: number): void {
    this.length = 0
    if (likely >= 0) this.length = this.sharedLength(likely, at)
    this.found = likely
    let candidate = this.heads[this.hashes[at] ?? 0] ?? -1
    for (let tries = MOST_TRIES; candidate >= 0 && tries > 0; tries--) {
      const length = this.sharedLength(candidate, at)
      if (length > this.length) {
        this.length = length
        this.found = candidate
      }
      candidate = this.before[candidate] ?? -1
    }
  }

  private sharedLength(a: number, b: number): number {
    const { places } = this
    if (places[a + this.length] !== places[b + this.length]) return 0
    let length = 0
    while (places[a + length] === places[b + length]) length += 1
    return length
  }

  private add(at: number): void {
    const hash = this.hashes[at] ?? 0
    this.before[at] = this.heads[hash] ?? -1
    this.heads[hash] = at
  }
}

/** For each place a hash of the `SOUGHT` places from there on. */
function hashPassages(places: Float64Array): Uint16Array {
  const mixed = new Int32Array(places.length + SOUGHT)
  for (let i = 0; i < places.length; i++) mixed[i] = mix(places[i] ?? 0)
  const hashes = new Uint16Array(places.length)
  for (let at = 0; at < places.length; at++) {
    let hash = 0
    for (let i = at; i < at + SOUGHT; i++) hash = Math.imul((hash >>> 13) ^ hash ^ (mixed[i] ?? 0), 0x85ebca6b)
    hashes[at] = hash >>> 16
  }
  return hashes
}

/** A hash of both halves of a number: its lower 32 bits, and what is above. */
function mix(place: number): number {
  return Math.imul(place, 0x9e3779b1) ^ Math.imul(Math.floor(place / 0x100000000), 0xc2b2ae35)
}

/**
 * How a term's places are written in a shard: a record of whole bytes, range coded.
 *
 *     for each field that has places and each of its articles: the places (interpolative, within the field's); then, for all of them
 *     in the same order, the run of stop words before each (`run-model.ts`)
 *
 * A *place* is a word that is no stop word, counted 0, 1, 2 ... in its field: stop words have none, so that they cost nothing twice.
 * Places in copies of an earlier article's passage (`copies.ts`) are left out, and the others counted as if those were not there.
 */
import { lowerBound } from './binary-search.js'
import { type Copy, NO_COPIES } from './copies.js'
import type { ArchiveExtents } from './extents.js'
import { BODY, FIELD_NAMES, HAS_PLACES } from './fields.js'
import { RangeDecoder, RangeEncoder } from './range-coder.js'
import { RunDecoder, RunEncoder } from './run-model.js'
import type { RunBook } from './stop-words.js'
import type { FieldPostings } from './term-record.js'

/** What the places of a term in an article depend on besides itself. */
export interface Layout {
  /** How many places a field of an article has; a term's are below it. */
  placeCount(article: number, field: number): number
  /** The copies in an article's body. */
  copies(article: number): readonly Copy[]
}

/** The layout of articles from ordinal `base` on, as their extents have it. */
export function toLayout({ places, copies }: ArchiveExtents, base = 0): Layout {
  return {
    placeCount: (article, field) => places[(article - base) * FIELD_NAMES.length + field] ?? 0,
    copies: (article) => copies[article - base] ?? NO_COPIES,
  }
}

/** Where a term stands: of each field all articles' places in one list, cut by `FieldPostings.sums`, and the stop words before each. */
export interface TermPlaces {
  readonly places: readonly Uint32Array[]
  /** Numbers of a `RunBook`. */
  readonly stopRuns: readonly Uint32Array[]
}

/** Gives a term's record of places; `book` has its runs. */
export function writePlaces(
  fields: readonly FieldPostings[],
  { places, stopRuns }: TermPlaces,
  layout: Layout,
  book: RunBook,
): Uint8Array {
  const encoder = new RangeEncoder()
  const written: number[] = []
  for (const [field, { articles, sums }] of fields.entries()) {
    const own = { places: places[field] ?? NO_PLACES, stopRuns: stopRuns[field] ?? NO_PLACES }
    if (!hasPlaces(field)) continue
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0
      const last = layout.placeCount(article, field) - 1
      const from = i === 0 ? 0 : (sums[i - 1] ?? 0)
      const to = sums[i] ?? 0
      const copies = field === BODY ? layout.copies(article) : NO_COPIES
      if (copies.length > 0) {
        const left = withoutCopied(own, from, to, copies)
        encoder.writeAscending(left.places, 0, left.places.length, 0, last - sumOf(copies))
        for (const run of left.stopRuns) written.push(run)
      } else {
        encoder.writeAscending(own.places, from, to, 0, last)
        for (let at = from; at < to; at++) written.push(own.stopRuns[at] ?? 0)
      }
    }
  }
  const runs = new RunEncoder(encoder, book)
  for (const run of written) runs.write(run)
  return encoder.finish()
}

interface OwnPlaces {
  readonly places: ArrayLike<number>
  readonly stopRuns: ArrayLike<number>
}

/** The places of `from..to-1` that are in no copy, counted as if those in copies were not there. */
function withoutCopied({ places, stopRuns }: OwnPlaces, from: number, to: number, copies: readonly Copy[]) {
  const left = { places: [] as number[], stopRuns: [] as number[] }
  let [copy, copied] = [0, 0]
  for (let at = from; at < to; at++) {
    const place = places[at] ?? 0
    for (; copy < copies.length && endOf(copies[copy]) <= place; copy++) copied += copies[copy]?.length ?? 0
    if (place >= (copies[copy]?.at ?? Number.POSITIVE_INFINITY)) continue
    left.places.push(place - copied)
    left.stopRuns.push(stopRuns[at] ?? 0)
  }
  return left
}

function endOf(copy: Copy | undefined): number {
  return copy === undefined ? 0 : copy.at + copy.length
}

/** How many places copies have. */
function sumOf(copies: readonly Copy[]): number {
  let sum = 0
  for (const { length } of copies) sum += length
  return sum
}

/** A record of places, of which the stop words are read when they are asked for. */
export interface PlacesRecord {
  readonly places: readonly Uint32Array[]
  /** To be called once: what `TermPlaces.stopRuns` is. */
  readStopRuns(book: RunBook): readonly Uint32Array[]
}

/** Reads the record of `bytes[start..end-1]`; `fields`: the term's postings. */
export function readPlaces(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  fields: readonly FieldPostings[],
  layout: Layout,
): PlacesRecord {
  const decoder = new RangeDecoder(bytes, start, end)
  const read = fields.map((postings, field) =>
    hasPlaces(field) ? new FieldPlaces(postings, field, layout).read(decoder) : NOWHERE,
  )
  return {
    places: read.map(({ places }) => places),
    readStopRuns(book) {
      const runs = new RunDecoder(decoder, book)
      return read.map(({ places, sources }) => {
        const own = new Uint32Array(places.length)
        for (let i = 0; i < own.length; i++) own[i] = sources[i] === 0 ? runs.read() : (own[(sources[i] ?? 0) - 1] ?? 0)
        return own
      })
    },
  }
}

const NO_PLACES = new Uint32Array()
const NOWHERE = { places: NO_PLACES, sources: NO_PLACES }

/** The places of a term in a field, as they are read: those written, and those of copies. */
class FieldPlaces {
  readonly places: Uint32Array
  /** For each place of a copy one more than the index of that which it is a copy of; 0 for the others. */
  readonly sources: Uint32Array
  private readonly postings: FieldPostings
  private readonly field: number
  private readonly layout: Layout

  constructor(postings: FieldPostings, field: number, layout: Layout) {
    const count = countPlaces(postings.articles, postings.sums, field, layout)
    this.places = new Uint32Array(count)
    this.sources = new Uint32Array(count)
    this.postings = postings
    this.field = field
    this.layout = layout
  }

  read(decoder: RangeDecoder): this {
    const { articles, sums } = this.postings
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0
      const last = this.layout.placeCount(article, this.field) - 1
      const from = i === 0 ? 0 : (sums[i - 1] ?? 0)
      const to = sums[i] ?? 0
      const copies = this.field === BODY ? this.layout.copies(article) : NO_COPIES
      if (copies.length === 0) decoder.readAscending(this.places, from, to, 0, last)
      else this.readWithCopies(decoder, { from, to, last }, copies, i)
    }
    return this
  }

  /** Reads the places of the article with index `i`, `from..to-1` of all; `last`: its last place. */
  private readWithCopies(
    decoder: RangeDecoder,
    { from, to, last }: { readonly from: number; readonly to: number; readonly last: number },
    copies: readonly Copy[],
    i: number,
  ): void {
    const { places, sources } = this
    const copied: CopiedPlace[] = []
    for (const copy of copies) this.findCopied(copy, i, to - from, copied)
    const left = to - from - copied.length
    const own = new Uint32Array(left)
    decoder.readAscending(own, 0, left, 0, last - sumOf(copies))
    toFullPlaces(own, copies)
    for (let at = from, [a, b] = [0, 0]; at < to; at++) {
      const next = copied[b]
      if (next === undefined || (a < left && (own[a] ?? 0) < next.place)) places[at] = own[a++] ?? 0
      else {
        places[at] = next.place
        sources[at] = next.source + 1
        b += 1
      }
    }
  }

  /** Adds the places that a copy in the article with index `i` brings; `most`: as many as it has of all copies. */
  private findCopied({ at, length, source, start }: Copy, i: number, most: number, found: CopiedPlace[]): void {
    const { articles, sums } = this.postings
    const holder = lowerBound(articles, source)
    if (holder >= i || articles[holder] !== source) return
    const end = sums[holder] ?? 0
    let index = lowerBound(this.places, start, holder === 0 ? 0 : (sums[holder - 1] ?? 0), end)
    for (; index < end && (this.places[index] ?? 0) < start + length; index++) {
      if (found.length === most) throw new RangeError(`Expected at most ${most} places copied, found more`)
      found.push({ place: at + (this.places[index] ?? 0) - start, source: index })
    }
  }
}

/** A place that a copy brings; `source`: the index of that which it is a copy of. */
interface CopiedPlace {
  readonly place: number
  readonly source: number
}

/** From places counted without those in copies to places of the article, in the same array. */
function toFullPlaces(places: Uint32Array, copies: readonly Copy[]): void {
  let copy = 0
  let copied = 0
  for (const [i, counted] of places.entries()) {
    for (; copy < copies.length && (copies[copy]?.at ?? 0) <= counted + copied; copy++)
      copied += copies[copy]?.length ?? 0
    places[i] = counted + copied
  }
}

/** The places of a term in a field: no more than its articles have there. */
function countPlaces(articles: Uint32Array, sums: Uint32Array, field: number, layout: Layout): number {
  const count = sums[sums.length - 1] ?? 0
  const most = articles.reduce((sum, article) => sum + layout.placeCount(article, field), 0)
  if (count > most) throw new RangeError(`Expected at most ${most} places, found ${count}`)
  return count
}

/** Whether the field with this index has places. */
export function hasPlaces(field: number): boolean {
  const name = FIELD_NAMES[field]
  return name !== undefined && HAS_PLACES[name]
}

/**
 * How a term's places are written in a shard: a record of whole bytes, range coded, in one or more chunks (`chunks.ts`).
 *
 *     chunk   for each field that has places and each of its articles: the places (interpolative, within the field's); then, for all
 *             of them in the same order, the run of stop words before each (`run-model.ts`)
 *
 * A *place* is a word that is no stop word, counted 0, 1, 2 ... in its field: stop words have none, so that they cost nothing twice.
 * Places in copies of an earlier article's passage (`copies.ts`) are left out, and the others counted as if those were not there.
 */

import type { RunBook } from '../analysis/stop-words.js'
import { lastAtMost, lowerBound } from '../arrays/binary-search.js'
import { RangeDecoder, RangeEncoder } from '../codec/range-coder.js'
import { BODY, FIELD_NAMES, hasPlaces } from '../fields.js'
import { type ArticleRange, type BucketBorders, chunkWidth, cutArticles, findChunks, joinChunks } from './chunks.js'
import { type Copy, NO_COPIES } from './copy.js'
import type { ArchiveExtents } from './extents.js'
import type { FieldOccurrences } from './postings-record.js'
import { type FieldPostings, type RecordSpan, sumBefore } from './postings-record.js'
import { RunDecoder, RunEncoder } from './run-model.js'

/** What the places of a term in an article depend on besides itself. */
export interface Layout extends BucketBorders {
  /** How many places a field of an article has; a term's are below it. */
  placeCount(article: number, field: number): number
  /** How many of those are in no copy. */
  ownCount(article: number, field: number): number
  /** The copies in an article's body. */
  copies(article: number): readonly Copy[]
}

/** The layout of an archive, as its extents have it. */
export function toLayout({ places, own, copies, buckets: { numbers, firsts } }: ArchiveExtents): Layout {
  const placeCount = (article: number, field: number) => places[article * FIELD_NAMES.length + field] ?? 0
  return {
    placeCount,
    ownCount: (article, field) => (field === BODY ? (own[article] ?? 0) : placeCount(article, field)),
    copies: (article) => copies[article] ?? NO_COPIES,
    firstFrom: (bucket) => firsts[lowerBound(numbers, bucket)] ?? 0,
    bucketOf: (article) => numbers[lastAtMost(firsts, article, numbers.length)] ?? 0,
  }
}

/** Gives a term's record of places; `book` has its runs. */
export function writePlaces(fields: readonly FieldOccurrences[], layout: Layout, book: RunBook): Uint8Array {
  const width = chunkWidth(fields)
  const chunks = cutArticles(fields, width, layout).map((range) => writeChunk(fields, range, layout, book))
  const [only = NO_BYTES] = chunks
  return width === null ? only : joinChunks(chunks)
}

const NO_BYTES = new Uint8Array()

/** Gives the chunk of some articles. */
export function writeChunk(
  fields: readonly FieldOccurrences[],
  { from, to }: ArticleRange,
  layout: Layout,
  book: RunBook,
): Uint8Array {
  const encoder = new RangeEncoder()
  for (const [field, { articles, ownSums, places }] of fields.entries()) {
    const end = to[field] ?? 0
    for (let i = from[field] ?? 0; i < end; i++) {
      const last = layout.ownCount(articles[i] ?? 0, field) - 1
      encoder.writeAscending(places, sumBefore(ownSums, i), ownSums[i] ?? 0, 0, last)
    }
  }
  const runs = new RunEncoder(encoder, book)
  for (const [field, { ownSums, stopRuns }] of fields.entries()) {
    const end = sumBefore(ownSums, to[field] ?? 0)
    for (let at = sumBefore(ownSums, from[field] ?? 0); at < end; at++) runs.write(stopRuns[at] ?? 0)
  }
  return encoder.finish()
}

/** Where a term stands: of each field all articles' places in one list, cut by `FieldPostings.sums`. */
export interface PlacesRecord {
  readonly places: readonly Uint32Array[]
  /** To be called once: the run of stop words before each place, by its number in `book`. */
  readStopRuns(book: RunBook): readonly Uint32Array[]
}

interface ChunksRecord extends PlacesRecord {
  /** For each place of a copy one more than the index of that which it is a copy of; 0 for the others. */
  readonly sources: readonly Uint32Array[]
}

/** Reads a record; `fields`: the term's postings. */
export function readPlaces(
  bytes: Uint8Array,
  span: RecordSpan,
  fields: readonly FieldPostings[],
  layout: Layout,
): PlacesRecord {
  const width = chunkWidth(fields)
  const spans = findChunks(bytes, span, width)
  const chunks = cutArticles(fields, width, layout).map((range, i) => ({ range, span: spans[i] ?? NO_SPAN }))
  return readChunks(bytes, chunks, fields, layout)
}

const NO_SPAN: RecordSpan = { start: 0, end: 0 }

/** A chunk of a record, and the articles that it has. */
export interface PlacedChunk {
  readonly range: ArticleRange
  readonly span: RecordSpan
}

/** Reads some chunks of a record: the places of other articles are zeros. */
export function readChunks(
  bytes: Uint8Array,
  chunks: readonly PlacedChunk[],
  fields: readonly FieldPostings[],
  layout: Layout,
): ChunksRecord {
  const read = fields.map((postings, field) => (hasPlaces(field) ? new FieldPlaces(postings, field, layout) : null))
  const decoders = chunks.map(({ range, span }) => {
    const decoder = new RangeDecoder(bytes, span.start, span.end)
    for (const [field, own] of read.entries()) own?.read(decoder, range.from[field] ?? 0, range.to[field] ?? 0)
    return { decoder, range }
  })
  return {
    places: read.map((own) => own?.places ?? NO_PLACES),
    sources: read.map((own) => own?.sources ?? NO_PLACES),
    readStopRuns(book) {
      const runs = read.map((own) => new Uint32Array(own?.places.length ?? 0))
      for (const { decoder, range } of decoders) {
        const reader = new RunDecoder(decoder, book)
        for (const [field, own] of read.entries())
          own?.readStopRuns(reader, range.from[field] ?? 0, range.to[field] ?? 0, runs[field] ?? NO_PLACES)
      }
      return runs
    },
  }
}

const NO_PLACES = new Uint32Array()

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

  /** Reads the places of the articles with the indices `first..end-1`. */
  read(decoder: RangeDecoder, first: number, end: number): void {
    const { articles, sums } = this.postings
    for (let i = first; i < end; i++) {
      const article = articles[i] ?? 0
      const last = this.layout.ownCount(article, this.field) - 1
      const [from, to] = [sumBefore(sums, i), sums[i] ?? 0]
      const copies = this.field === BODY ? this.layout.copies(article) : NO_COPIES
      if (copies.length === 0) decoder.readAscending(this.places, from, to, 0, last)
      else this.readWithCopies(decoder, { from, to, last }, copies, i)
    }
  }

  /** Reads the runs of the same articles into `runs`. */
  readStopRuns(reader: RunDecoder, first: number, end: number, runs: Uint32Array): void {
    const { sources, postings } = this
    const to = sumBefore(postings.sums, end)
    for (let at = sumBefore(postings.sums, first); at < to; at++) {
      const source = sources[at] ?? 0
      runs[at] = source === 0 ? reader.read() : (runs[source - 1] ?? 0)
    }
  }

  /** Reads the places of the article with index `i`, `from..to-1` of all; `last`: its last place without copies. */
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
    decoder.readAscending(own, 0, left, 0, last)
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
    let index = lowerBound(this.places, start, sumBefore(sums, holder), end)
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

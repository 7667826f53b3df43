/**
 * Where a term's record of places is cut: into chunks of whole buckets, each coded on its own, so that after an edit a common word
 * has one chunk coded anew and not the 150,000 places that it has.
 *
 *     up to 4,095 places            the chunk
 *     more    chunks are as many buckets wide (1, 2, 4 ...) as it takes for some 4,096 places in each; chunk `i` has those of the
 *             buckets from `i * width` on:    number of chunks, bytes of each, the chunks
 *
 * The width depends on nothing but how many places the term has. Chunks of 4,096 cost 0.9 % of all places, of 2,048
 * 1.5 %, of 1,024 2.2 %.
 */
import { lowerBound } from '../arrays/binary-search.js'
import { ByteReader, ByteWriter } from '../codec/varints.js'
import { hasPlaces } from '../fields.js'
import { type FieldPostings, type RecordSpan, sumBefore } from './postings-record.js'

/** Places that a chunk has, about, where articles are spread over `USUAL_BUCKETS`. */
const CHUNK_PLACES = 4_096
const USUAL_BUCKETS = 512

/** Of each field the articles `from..to-1` of those that have the term. */
export interface ArticleRange {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Which articles are in which bucket. */
export interface BucketBorders {
  /** Ordinal of the first article whose bucket has this number or a higher one. */
  firstFrom(bucket: number): number
  /** The number of an article's bucket. */
  bucketOf(article: number): number
}

/** How many buckets a chunk has; null: all, there is one chunk. */
export function chunkWidth(fields: readonly FieldPostings[]): number | null {
  let places = 0
  for (const [field, { sums }] of fields.entries()) if (hasPlaces(field)) places += sums[sums.length - 1] ?? 0
  if (places < CHUNK_PLACES) return null
  return 2 ** Math.max(0, Math.floor(Math.log2((CHUNK_PLACES * USUAL_BUCKETS) / places)))
}

/** The articles of each chunk of this width, up to the last that has any. */
export function cutArticles(
  fields: readonly FieldPostings[],
  width: number | null,
  borders: BucketBorders,
): readonly ArticleRange[] {
  if (width === null) return [allArticles(fields)]
  const placed = fields.map((postings, field) => (hasPlaces(field) ? postings.articles : NO_ARTICLES))
  const last = Math.max(...placed.map((articles) => articles[articles.length - 1] ?? 0))
  const count = 1 + Math.floor(borders.bucketOf(last) / width)
  let from = placed.map(() => 0)
  return Array.from({ length: count }, (_, chunk) => {
    const end = borders.firstFrom((chunk + 1) * width)
    const range = { from, to: placed.map((articles, field) => lowerBound(articles, end, from[field])) }
    from = range.to
    return range
  })
}

const NO_ARTICLES = new Uint32Array()

/** All articles of the fields that have places. */
export function allArticles(fields: readonly FieldPostings[]): ArticleRange {
  return {
    from: fields.map(() => 0),
    to: fields.map(({ articles }, field) => (hasPlaces(field) ? articles.length : 0)),
  }
}

/** The postings of some articles. */
export function slicePostings(fields: readonly FieldPostings[], { from, to }: ArticleRange): readonly FieldPostings[] {
  return fields.map(({ articles, sums }, field) => {
    const [first = 0, end = 0] = [from[field], to[field]]
    const before = sumBefore(sums, first)
    return { articles: articles.subarray(first, end), sums: sums.subarray(first, end).map((sum) => sum - before) }
  })
}

/** A record of these chunks. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeNumber(chunks.length)
  for (const { length } of chunks) writer.writeNumber(length)
  for (const chunk of chunks) writer.appendBytes(chunk)
  return writer.toBytes()
}

/** Where the chunks of a record lie. */
export function findChunks(bytes: Uint8Array, { start, end }: RecordSpan, width: number | null): readonly RecordSpan[] {
  if (width === null) return [{ start, end }]
  const reader = new ByteReader(bytes.subarray(0, end), start)
  const lengths = Array.from({ length: reader.readCount() }, () => reader.readNumber())
  let at = reader.position
  return lengths.map((length) => {
    const from = Math.min(at, end)
    at = Math.min(from + length, end)
    return { start: from, end: at }
  })
}

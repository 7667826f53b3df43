/**
 * The postings of a term in a shard: a record of whole bytes. `places-record.ts` has the record of its places.
 *
 *     record    lone
 *             | bits  steps
 *     lone      article                                 two bytes: the term occurs once, deep in this article's body
 *     bits      field x 4                               padded to whole bytes
 *     field     article-count  article*  extra  sum*    article-count, extra: gamma; articles, sums: interpolative
 *     steps     step*                                   of the body's articles, range coded (`steps.ts`)
 *
 * `extra` is the sum of the frequencies less the number of articles. `sum` is a running sum of the frequencies; the
 * last one is left out. If all frequencies are 1, the sums take no bits. A field without articles is its article-count
 * only.
 *
 * The range of articles is their number in the archive, rounded up to `ARTICLE_STEP`, so that a few more articles
 * change few shards.
 *
 * Many terms occur only once. A lone record is told by its two bytes, since any other record has at least three: 17
 * bits for three fields without the term and one article within 1,024.
 */
import { BitReader, type BitWriter } from '../codec/bits.js'
import { RangeDecoder, RangeEncoder } from '../codec/range-coder.js'
import { BODY, FIELD_NAMES } from '../fields.js'
import { type BodyLength, DEEP, readSteps, writeSteps } from './steps.js'

/** A term's postings in one field: articles as ascending ordinals, and how often each has the term. */
export interface FieldPostings {
  readonly articles: Uint32Array
  /** Running sums: article `i` has the term `sums[i] - sums[i - 1]` times. */
  readonly sums: Uint32Array
  /** In the body, the step of each article (`steps.ts`); empty in other fields. */
  readonly steps: ArrayLike<number>
}

/** The sum of the frequencies before index `at`. */
export function sumBefore(sums: Uint32Array, at: number): number {
  return at === 0 ? 0 : (sums[at - 1] ?? 0)
}

export const ARTICLE_STEP = 1024
/** The bytes of a lone record, and the number of articles that they can tell apart. */
const LONE_BYTES = 2
const MOST_LONE = 0x10000

/** The range in which articles are coded. */
export function articleRange(articleCount: number): number {
  return Math.ceil(articleCount / ARTICLE_STEP) * ARTICLE_STEP
}

/** Everything that a record depends on besides its postings. */
export interface PostingsFrame {
  readonly articleCount: number
  readonly bodyLength: BodyLength
}

/** Writes a term's postings, field by field. */
export function writePostings(writer: BitWriter, fields: readonly FieldPostings[], frame: PostingsFrame): void {
  const range = articleRange(frame.articleCount)
  const lone = findLone(fields)
  if (lone >= 0 && range <= MOST_LONE) {
    writer.write(lone, LONE_BYTES * 8)
    return
  }
  for (const { articles, sums } of fields) {
    const count = articles.length
    writer.writeGamma(count)
    if (count === 0) continue
    writer.writeAscending(articles, 0, count, 0, range - 1)
    const total = sums[count - 1] ?? 0
    writer.writeGamma(total - count)
    writer.writeAscending(sums, 0, count - 1, 1, total - 1)
  }
  writer.align()
  const body = fields[BODY]
  if (body !== undefined) writeSteps(encoder, body, frame.bodyLength)
  for (const byte of encoder.finish()) writer.write(byte, 8)
}

/** Reused for each record; empty between records. */
const encoder = new RangeEncoder()

/** The article of a lone record; -1 if the postings are not those of one. */
function findLone(fields: readonly FieldPostings[]): number {
  for (const [field, { articles, sums }] of fields.entries())
    if (articles.length !== (field === BODY ? 1 : 0) || (sums[0] ?? 1) !== 1) return -1
  const body = fields[BODY]
  return body?.steps[0] === DEEP ? (body.articles[0] ?? -1) : -1
}

/** The bytes of a record in its shard: `start..end-1`. */
export interface RecordSpan {
  readonly start: number
  readonly end: number
}

/** Reads a term's postings, field by field. */
export function readPostings(
  bytes: Uint8Array,
  { start, end }: RecordSpan,
  { articleCount, bodyLength }: PostingsFrame,
): readonly FieldPostings[] {
  const reader = new BitReader(bytes, start)
  const range = articleRange(articleCount)
  if (end - start === LONE_BYTES && range <= MOST_LONE)
    return toLone(Math.min(reader.read(LONE_BYTES * 8), articleCount - 1))
  const fields = FIELD_NAMES.map(() => readField(reader, articleCount))
  reader.align()
  const decoder = new RangeDecoder(bytes, reader.bytePosition, end)
  return fields.map((postings, field) =>
    field === BODY ? { ...postings, steps: readSteps(decoder, postings, bodyLength) } : postings,
  )
}

function readField(reader: BitReader, articleCount: number): FieldPostings {
  const count = Math.min(reader.readGamma(), articleCount)
  if (count === 0) return NO_ARTICLES
  const articles = new Uint32Array(count)
  const sums = new Uint32Array(count)
  reader.readAscending(articles, 0, count, 0, articleRange(articleCount) - 1)
  const total = reader.readGamma() + count
  sums[count - 1] = total
  reader.readAscending(sums, 0, count - 1, 1, total - 1)
  return { articles, sums, steps: NO_STEPS }
}

function toLone(article: number): readonly FieldPostings[] {
  const lone = { articles: Uint32Array.of(article), sums: Uint32Array.of(1), steps: Uint8Array.of(DEEP) }
  return FIELD_NAMES.map((_, field) => (field === BODY ? lone : NO_ARTICLES))
}

const NO_NUMBERS = new Uint32Array()
const NO_STEPS = new Uint8Array()
/** A field in which no article has the term. */
export const NO_ARTICLES: FieldPostings = { articles: NO_NUMBERS, sums: NO_NUMBERS, steps: NO_STEPS }

/** A term's postings in a field, with its places. */
export interface FieldOccurrences extends FieldPostings {
  /** The places of all articles in one list, divided by `sums`; empty if the field stores none. */
  readonly places: Uint32Array
  /** The run before each place, by its number in a `RunBook`. */
  readonly stopRuns: Uint32Array
  /** The stop words after each place of a title or message, by their number plus 1; 0: not stored. */
  readonly nextRuns: Uint32Array
}

/** The same, with places. */
export const NO_OCCURRENCES: FieldOccurrences = {
  ...NO_ARTICLES,
  places: NO_NUMBERS,
  stopRuns: NO_NUMBERS,
  nextRuns: NO_NUMBERS,
}

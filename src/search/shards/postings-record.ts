/**
 * How a term's postings are written in a shard: a record of whole bytes; `places-record.ts` has that of its places.
 *
 *     for each field: number of articles (gamma), the articles (interpolative), then the sum of the frequencies (gamma, less the
 *     number of articles) and their running sums (interpolative): nothing where all are 1
 *
 * A range of articles is the archive's rounded up to `ARTICLE_STEP`, so that a few articles more change few shards.
 *
 * A third of all terms stand once, in one body. Of such a term the record is the article alone, in two bytes, as long as that is
 * enough: any other record has three or more (17 bits at least: three fields without it, and an article of 1,024).
 */
import { BitReader, type BitWriter } from '../codec/bits.js'
import { BODY, FIELD_NAMES } from '../fields.js'

/** A term's articles in one field, ascending ordinals, and how often each has it. */
export interface FieldPostings {
  readonly articles: Uint32Array
  /** Running sums: article `i` has the term `sums[i] - sums[i - 1]` times. */
  readonly sums: Uint32Array
}

/** What the articles before index `at` have together. */
export function sumBefore(sums: Uint32Array, at: number): number {
  return at === 0 ? 0 : (sums[at - 1] ?? 0)
}

export const ARTICLE_STEP = 1024
/** Bytes of an article that is a record of its own, and how many articles they can tell apart. */
const LONE_BYTES = 2
const MOST_LONE = 0x10000

/** The range in which articles are coded. */
export function articleRange(articleCount: number): number {
  return Math.ceil(articleCount / ARTICLE_STEP) * ARTICLE_STEP
}

/** Writes a term's postings, field by field. */
export function writePostings(writer: BitWriter, fields: readonly FieldPostings[], articleCount: number): void {
  const range = articleRange(articleCount)
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
}

/** The article in whose body the term stands once, if it stands nowhere else; else -1. */
function findLone(fields: readonly FieldPostings[]): number {
  for (const [field, { articles, sums }] of fields.entries())
    if (articles.length !== (field === BODY ? 1 : 0) || (sums[0] ?? 1) !== 1) return -1
  return fields[BODY]?.articles[0] ?? -1
}

/** Where a record lies: bytes `start..end-1`. */
export interface RecordSpan {
  readonly start: number
  readonly end: number
}

/** Reads a record. */
export function readPostings(
  bytes: Uint8Array,
  { start, end }: RecordSpan,
  articleCount: number,
): readonly FieldPostings[] {
  const reader = new BitReader(bytes, start)
  const range = articleRange(articleCount)
  if (end - start === LONE_BYTES && range <= MOST_LONE)
    return toLone(Math.min(reader.read(LONE_BYTES * 8), articleCount - 1))
  return FIELD_NAMES.map(() => {
    const count = Math.min(reader.readGamma(), articleCount)
    const articles = new Uint32Array(count)
    const sums = new Uint32Array(count)
    if (count > 0) {
      reader.readAscending(articles, 0, count, 0, range - 1)
      const total = reader.readGamma() + count
      sums[count - 1] = total
      reader.readAscending(sums, 0, count - 1, 1, total - 1)
    }
    return { articles, sums }
  })
}

function toLone(article: number): readonly FieldPostings[] {
  const lone = { articles: Uint32Array.of(article), sums: Uint32Array.of(1) }
  return FIELD_NAMES.map((_, field) => (field === BODY ? lone : NO_ARTICLES))
}

const NO_NUMBERS = new Uint32Array()
const NO_ARTICLES: FieldPostings = { articles: NO_NUMBERS, sums: NO_NUMBERS }

/** A term's postings in a field, with its places. */
export interface FieldOccurrences extends FieldPostings {
  /** The places of all articles, cut by `sums`; none where the field keeps none. */
  readonly places: Uint32Array
  /** The stop words before each place: numbers of a `RunBook`. */
  readonly stopRuns: Uint32Array
}

/** A field in which no article has the term. */
export const NO_OCCURRENCES: FieldOccurrences = {
  articles: NO_NUMBERS,
  sums: NO_NUMBERS,
  places: NO_NUMBERS,
  stopRuns: NO_NUMBERS,
}

/**
 * How a term's postings and places are written in a shard: one record of whole bytes each.
 *
 *     postings   for each field: number of articles (gamma), the articles (interpolative), then the sum of the frequencies
 *                (gamma, less the number of articles) and their running sums (interpolative): nothing where all are 1
 *     places     for each field that has them and each of its articles: the places (interpolative, within the field's words)
 *
 * A range of articles is the archive's rounded up to `ARTICLE_STEP`, so that a few articles more change few shards.
 */
import { BitReader, type BitWriter } from './bits.js'
import { FIELD_NAMES, HAS_PLACES } from './fields.js'

/** A term's articles in one field, ascending ordinals, and how often each has it. */
export interface FieldPostings {
  readonly articles: Uint32Array
  /** Running sums: article `i` has the term `sums[i] - sums[i - 1]` times. */
  readonly sums: Uint32Array
}

export const ARTICLE_STEP = 1024

/** The range in which articles are coded. */
export function articleRange(articleCount: number): number {
  return Math.ceil(articleCount / ARTICLE_STEP) * ARTICLE_STEP
}

/** Writes a term's postings, field by field. */
export function writePostings(writer: BitWriter, fields: readonly FieldPostings[], articleCount: number): void {
  const range = articleRange(articleCount)
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

/** Reads the record that begins at byte `start`. */
export function readPostings(bytes: Uint8Array, start: number, articleCount: number): readonly FieldPostings[] {
  const reader = new BitReader(bytes, start)
  const range = articleRange(articleCount)
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

/** How many words a field of an article has: places are below it. */
export type WordCount = (article: number, field: number) => number

/** Writes a term's places: of each field all articles' places in one list, cut by `fields[field].sums`. */
export function writePlaces(
  writer: BitWriter,
  fields: readonly FieldPostings[],
  places: readonly Uint32Array[],
  wordCount: WordCount,
): void {
  for (const [field, { articles, sums }] of fields.entries()) {
    const own = places[field]
    if (own === undefined || !hasPlaces(field)) continue
    for (let i = 0; i < articles.length; i++) {
      const last = wordCount(articles[i] ?? 0, field) - 1
      writer.writeAscending(own, i === 0 ? 0 : (sums[i - 1] ?? 0), sums[i] ?? 0, 0, last)
    }
  }
  writer.align()
}

/** Reads the record that begins at byte `start`; `fields`: the term's postings. */
export function readPlaces(
  bytes: Uint8Array,
  start: number,
  fields: readonly FieldPostings[],
  wordCount: WordCount,
): readonly Uint32Array[] {
  const reader = new BitReader(bytes, start)
  return fields.map(({ articles, sums }, field) => {
    if (!hasPlaces(field)) return new Uint32Array()
    const own = new Uint32Array(countPlaces(articles, sums, field, wordCount))
    for (let i = 0; i < articles.length; i++) {
      const last = wordCount(articles[i] ?? 0, field) - 1
      reader.readAscending(own, i === 0 ? 0 : (sums[i - 1] ?? 0), sums[i] ?? 0, 0, last)
    }
    return own
  })
}

/** The places of a term in a field: no more than its articles have words there. */
function countPlaces(articles: Uint32Array, sums: Uint32Array, field: number, wordCount: WordCount): number {
  const count = sums[sums.length - 1] ?? 0
  const most = articles.reduce((sum, article) => sum + wordCount(article, field), 0)
  if (count > most) throw new RangeError(`Expected at most ${most} places, found ${count}`)
  return count
}

/** Whether the field with this index has places. */
export function hasPlaces(field: number): boolean {
  const name = FIELD_NAMES[field]
  return name !== undefined && HAS_PLACES[name]
}

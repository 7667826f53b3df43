/**
 * How a term's postings are written in a shard: a record of whole bytes; `places-record.ts` has that of its places.
 *
 *     for each field: number of articles (gamma), the articles (interpolative), then the sum of the frequencies (gamma, less the
 *     number of articles) and their running sums (interpolative): nothing where all are 1
 *
 * A range of articles is the archive's rounded up to `ARTICLE_STEP`, so that a few articles more change few shards.
 */
import { BitReader, type BitWriter } from './bits.js'
import { FIELD_NAMES } from './fields.js'

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

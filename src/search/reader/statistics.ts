import type { FieldPostings } from '../shards/postings-record.js'

/** The data besides postings that the weights of terms depend on. */
export interface Statistics {
  readonly articleCount: number
  /** The average length of each field, as in Lunr. */
  readonly averages: readonly number[]
  /** Terms of each field of each article: `lengths[article * fields + field]`. */
  readonly lengths: Uint32Array
}

/** Lunr's inverse document frequency. It counts an article once for each field that has the term. */
export function inverseFrequency(fields: readonly FieldPostings[], articleCount: number): number {
  const holders = fields.reduce((sum, { articles }) => sum + articles.length, 0)
  return Math.log(1 + Math.abs((articleCount - holders + 0.5) / (holders + 0.5)))
}

import type { FieldPostings } from '../shards/postings-record.js'

/** What the weights of terms depend on besides their postings. */
export interface Statistics {
  readonly articleCount: number
  /** Of each field, Lunr's average length. */
  readonly averages: readonly number[]
  /** `lengths[article * fields + field]`. */
  readonly lengths: Uint32Array
}

/** Lunr's inverse document frequency, which counts an article once for each field that has the term. */
export function inverseFrequency(fields: readonly FieldPostings[], articleCount: number): number {
  const holders = fields.reduce((sum, { articles }) => sum + articles.length, 0)
  return Math.log(1 + Math.abs((articleCount - holders + 0.5) / (holders + 0.5)))
}

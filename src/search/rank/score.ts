/**
 * Lunr's score, from the postings of the query's own terms. Lunr 2.3.9 divides the score by the query's magnitude only,
 * so the other terms of an article do not matter (`lunr.Vector.similarity`).
 */

import { FIELD_BOOSTS, FIELD_NAMES } from '../fields.js'
import type { Statistics } from '../reader/statistics.js'
import { type FieldPostings, sumBefore } from '../shards/postings-record.js'

/** Lunr's defaults. */
const K1 = 1.2
const B = 0.75

/**
 * Returns a function from a posting's index to the weight of the term in its article, rounded to three digits as in
 * Lunr.
 */
export function toWeigher(
  { articles, sums }: FieldPostings,
  field: number,
  idf: number,
  { averages, lengths }: Statistics,
): (at: number) => number {
  const boost = boostOf(field)
  const average = averages[field] ?? 0
  return (at) => {
    const article = articles[at] ?? 0
    const frequency = (sums[at] ?? 0) - sumBefore(sums, at)
    const length = lengths[article * FIELD_NAMES.length + field] ?? 0
    const weight = (idf * ((K1 + 1) * frequency)) / (K1 * (1 - B + B * (length / average)) + frequency)
    return Math.round(weight * boost * 1000) / 1000
  }
}

function boostOf(field: number): number {
  const name = FIELD_NAMES[field]
  return name === undefined ? 1 : FIELD_BOOSTS[name]
}

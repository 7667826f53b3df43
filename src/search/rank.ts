/**
 * The order of hits for plain words: Lunr's score times the share of the query that an article covers.
 *
 * Lunr alone prefers an article that repeats one word of the query to one that has all of them.
 */
import type { FoundClause, Matches } from './evaluate.js'

/** The rank of each article by ordinal: larger is better. */
export function rankByCoverage(clauses: readonly FoundClause[], { scores }: Matches): Float64Array {
  const covered = new Float64Array(scores.length)
  let whole = 0
  for (const { words } of clauses) {
    const terms = words.flat()
    const weight = Math.max(0, ...terms.map(({ idf }) => idf))
    whole += weight
    const seen = new Uint8Array(scores.length)
    for (const { fields } of terms) {
      for (const { articles } of fields) {
        for (const article of articles) {
          if (seen[article] === 1) continue
          seen[article] = 1
          covered[article] = (covered[article] ?? 0) + weight
        }
      }
    }
  }
  return whole === 0 ? scores : covered.map((weight, article) => (scores[article] ?? 0) * (weight / whole))
}

/**
 * Finds the articles of a query and their scores, as `lunr.Index.query` does, on typed arrays. Plain words are in this
 * project's own order, so only the hits that are shown need Lunr's score.
 *
 * Sets of articles have a byte for each article, which is the fastest form to combine.
 */

import { lowerBound } from '../arrays/binary-search.js'
import { FIELD_NAMES } from '../fields.js'
import { addArticles, articlesOf, intersect, membersOf, subtract } from '../match/article-sets.js'
import type { ArticleSet, Conditions, FoundClause, FoundTerm } from '../match/found.js'
import type { Statistics } from '../reader/statistics.js'
import { toWeigher } from './score.js'

/** The articles that a query finds, ascending. */
export function findMatches(
  clauses: readonly FoundClause[],
  conditions: Conditions,
  articleCount: number,
): Uint32Array {
  const matched = new Uint8Array(articleCount)
  if (isNegated(clauses)) matched.fill(1)
  else for (const clause of clauses) if (clause.clause.presence !== 'prohibited') addArticles(clause, matched)
  for (const set of [...requiredSets(clauses, articleCount), ...conditions.required]) intersect(matched, set)
  for (const set of [...prohibitedSets(clauses, articleCount), ...conditions.prohibited]) subtract(matched, set)
  return membersOf(matched)
}

/** True if a query only excludes. So does the empty query, which excludes nothing and finds all articles. */
function isNegated(clauses: readonly FoundClause[]): boolean {
  return clauses.every(({ clause }) => clause.presence === 'prohibited')
}

interface QueryTerm {
  readonly found: FoundTerm
  boost: number
}

/** The query's vector in each field. A term of several clauses has the sum of their boosts. */
function queryVectors(clauses: readonly FoundClause[]): readonly ReadonlyMap<string, QueryTerm>[] {
  const vectors = FIELD_NAMES.map(() => new Map<string, QueryTerm>())
  for (const { clause, words } of clauses) {
    if (clause.presence === 'prohibited') continue
    for (const found of words.flat()) {
      for (const field of clause.fields) {
        const key = clause.section === null ? found.term : `${clause.section} ${found.term}`
        const known = vectors[field]?.get(key)
        if (known === undefined) vectors[field]?.set(key, { found, boost: clause.boost })
        else known.boost += clause.boost
      }
    }
  }
  return vectors
}

/** Writes Lunr's scores of all articles into `scores`, by ordinal. */
export function scoreAll(clauses: readonly FoundClause[], statistics: Statistics, scores: Float64Array): void {
  scores.fill(0)
  for (const { articles, factor, weightAt } of toScorers(clauses, statistics)) {
    for (let at = 0; at < articles.length; at++) {
      const article = articles[at] ?? 0
      scores[article] = (scores[article] ?? 0) + weightAt(at) * factor
    }
  }
}

/** Lunr's scores of a few articles, in their order: the hits that are shown. */
export function scoreFew(clauses: readonly FoundClause[], statistics: Statistics, few: Uint32Array): Float64Array {
  const scores = new Float64Array(few.length)
  for (const { articles, factor, weightAt } of toScorers(clauses, statistics)) {
    for (const [i, article] of few.entries()) {
      const at = lowerBound(articles, article)
      if (articles[at] === article) scores[i] = (scores[i] ?? 0) + weightAt(at) * factor
    }
  }
  return scores
}

/** A query term's contribution to the scores in one field: `weightAt(i) * factor` for `articles[i]`. */
interface Scorer {
  readonly articles: Uint32Array
  readonly factor: number
  readonly weightAt: (at: number) => number
}

function toScorers(clauses: readonly FoundClause[], statistics: Statistics): readonly Scorer[] {
  return queryVectors(clauses).flatMap((vector, field) => {
    const magnitude = Math.sqrt([...vector.values()].reduce((sum, { boost }) => sum + boost * boost, 0))
    return [...vector.values()].flatMap(({ found, boost }) => {
      const postings = found.fields[field]
      if (postings === undefined) return []
      const factor = magnitude === 0 ? 0 : boost / magnitude
      return [{ articles: postings.articles, factor, weightAt: toWeigher(postings, field, found.idf, statistics) }]
    })
  })
}

/** The articles of each required clause. If one of its words has no term, the clause has no article, as in Lunr. */
function requiredSets(clauses: readonly FoundClause[], articleCount: number): readonly ArticleSet[] {
  return clauses
    .filter(({ clause, words }) => clause.presence === 'required' && words.length > 0)
    .map((found) =>
      found.words.some((terms) => terms.length === 0) ? new Uint8Array(articleCount) : articlesOf(found, articleCount),
    )
}

function prohibitedSets(clauses: readonly FoundClause[], articleCount: number): readonly ArticleSet[] {
  return clauses
    .filter(({ clause }) => clause.presence === 'prohibited')
    .map((found) => articlesOf(found, articleCount))
}

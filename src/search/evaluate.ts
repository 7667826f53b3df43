/**
 * Which articles a query finds, with which score: what `lunr.Index.query` does, on typed arrays.
 *
 * Sets of articles are bytes, one an article: 53 KB for the whole corpus, and the fastest thing to combine.
 */
import { FIELD_NAMES } from './fields.js'
import type { QueryClause } from './query.js'
import { forEachWeight, type Statistics } from './score.js'
import type { FieldPostings } from './term-record.js'

/** A term of the index with its postings, of which a section scope may have left a part. */
export interface FoundTerm {
  readonly term: string
  readonly idf: number
  readonly fields: readonly FieldPostings[]
}

/** A clause with what its analysed words found: `words[i]` are the terms of the `i`-th. */
export interface FoundClause {
  readonly clause: QueryClause
  readonly words: readonly (readonly FoundTerm[])[]
}

/** A set of articles: 1 for those in it. */
export type ArticleSet = Uint8Array

/** Conditions beyond Lunr's clauses: phrases, sections. */
export interface Conditions {
  readonly required: readonly ArticleSet[]
  readonly prohibited: readonly ArticleSet[]
}

export interface Matches {
  /** Ordinals, ascending. */
  readonly articles: Uint32Array
  /** Lunr's score by ordinal. */
  readonly scores: Float64Array
}

/** Finds and scores. */
export function evaluate(clauses: readonly FoundClause[], conditions: Conditions, statistics: Statistics): Matches {
  const { articleCount } = statistics
  const scores = new Float64Array(articleCount)
  const matched = new Uint8Array(articleCount)
  if (isNegated(clauses)) matched.fill(1)
  else addScores(clauses, statistics, scores, matched)
  for (const set of [...requiredSets(clauses, articleCount), ...conditions.required]) intersect(matched, set)
  for (const set of [...prohibitedSets(clauses, articleCount), ...conditions.prohibited]) subtract(matched, set)
  return { articles: membersOf(matched), scores }
}

/** Whether a query only excludes; an empty one excludes nothing, and finds all. */
function isNegated(clauses: readonly FoundClause[]): boolean {
  return clauses.every(({ clause }) => clause.presence === 'prohibited')
}

interface QueryTerm {
  readonly found: FoundTerm
  boost: number
}

/** The query's vector in each field: a term that several clauses name has the sum of their boosts. */
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

function addScores(
  clauses: readonly FoundClause[],
  statistics: Statistics,
  scores: Float64Array,
  matched: ArticleSet,
): void {
  for (const [field, vector] of queryVectors(clauses).entries()) {
    const magnitude = Math.sqrt([...vector.values()].reduce((sum, { boost }) => sum + boost * boost, 0))
    for (const { found, boost } of vector.values()) {
      const factor = magnitude === 0 ? 0 : boost / magnitude
      const postings = found.fields[field]
      if (postings === undefined) continue
      forEachWeight(postings, field, found.idf, statistics, (article, weight) => {
        scores[article] = (scores[article] ?? 0) + weight * factor
        matched[article] = 1
      })
    }
  }
}

/** For each required clause the articles that have it. A word without any term makes it impossible, as in Lunr. */
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

/** All articles that have a term of the clause in one of its fields. */
export function articlesOf({ clause, words }: FoundClause, articleCount: number): ArticleSet {
  const set = new Uint8Array(articleCount)
  for (const { fields } of words.flat()) {
    for (const field of clause.fields) for (const article of fields[field]?.articles ?? []) set[article] = 1
  }
  return set
}

/** Takes out of `set` what is not in `other`. */
export function intersect(set: ArticleSet, other: ArticleSet): void {
  for (let i = 0; i < set.length; i++) if (other[i] === 0) set[i] = 0
}

function subtract(set: ArticleSet, other: ArticleSet): void {
  for (let i = 0; i < set.length; i++) if (other[i] !== 0) set[i] = 0
}

/** The members of a set, ascending. */
export function membersOf(set: ArticleSet): Uint32Array {
  let count = 0
  for (const member of set) count += member
  const members = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) members[at++] = i
  return members
}

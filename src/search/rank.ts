/**
 * The order of hits for plain words. Lunr's score adds up fields that are saturated one by one, and prefers an article that
 * repeats one word of the query to one that has all of them; this rank is BM25F (Robertson, Zaragoza 2009): one saturation over
 * all fields, then less for what an article does not cover. A word that the index lacks counts as the one it was likely meant to be.
 *
 * Measured on `test/search/relevance` by `npm run bench:relevance`; all these numbers lie on a plateau. Tried there and left out,
 * since they changed nothing or made it worse: nearness of the words, words written in one (`post office`), product abbreviations.
 */
import type { FoundClause, FoundTerm } from './evaluate.js'
import { FIELD_NAMES, type FieldName } from './fields.js'
import type { Statistics } from './score.js'

const FIELD_WEIGHTS: Readonly<Record<FieldName, number>> = { title: 1.5, keywords: 1, product: 1, body: 1 }
/** How much a long field lowers the worth of a word in it: 0 not at all, 1 in proportion. */
const LENGTH_PENALTIES: Readonly<Record<FieldName, number>> = { title: 0.5, keywords: 0.5, product: 0.5, body: 0.75 }
const SATURATION = 1.6
/** The rank is multiplied by this power of the covered share of the query. */
const COVERAGE_POWER = 0.4
/** What a word in place of a misspelt one is worth. */
const REPAIRED_WORTH = 0.9

/** A word of a query with its terms; any of them will do. `repaired`: what the word was likely meant to be. */
export interface RankedWord {
  readonly terms: readonly FoundTerm[]
  readonly repaired: FoundTerm | null
}

/** The words of plain clauses, each with what it was likely meant to be. */
export function toRankedWords(
  clauses: readonly FoundClause[],
  repairs: ReadonlyMap<string, FoundTerm>,
): readonly RankedWord[] {
  return clauses.map(({ clause, words }) => ({ terms: words.flat(), repaired: repairs.get(clause.term) ?? null }))
}

/** The rank of each article by ordinal: larger is better, 0 where it has none of the words. */
export function rankArticles(words: readonly RankedWord[], statistics: Statistics): Float64Array {
  const { articleCount } = statistics
  const ranks = new Float64Array(articleCount)
  const covered = new Float64Array(articleCount)
  let whole = 0
  for (const word of words) {
    const values = new WordValues(articleCount)
    for (const term of word.terms) values.add(term, 1, statistics)
    if (word.repaired !== null) values.add(word.repaired, REPAIRED_WORTH, statistics)
    whole += values.weight
    for (const article of values.articles) {
      ranks[article] = (ranks[article] ?? 0) + (values.best[article] ?? 0)
      covered[article] = (covered[article] ?? 0) + values.weight
    }
  }
  for (let i = 0; i < ranks.length; i++) {
    if (ranks[i] !== 0) ranks[i] = (ranks[i] ?? 0) * ((covered[i] ?? 0) / whole) ** COVERAGE_POWER
  }
  return ranks
}

/** What one word of the query is worth in each article: that of its best term there. */
class WordValues {
  readonly best: Float64Array
  readonly articles: number[] = []
  /** The largest inverse document frequency of the terms. */
  weight = 0

  constructor(articleCount: number) {
    this.best = new Float64Array(articleCount)
  }

  add(term: FoundTerm, worth: number, statistics: Statistics): void {
    const { articles, frequencies } = weighFrequencies(term, statistics)
    const { articleCount } = statistics
    const idf = worth * Math.log(1 + (articleCount - articles.length + 0.5) / (articles.length + 0.5))
    this.weight = Math.max(this.weight, idf)
    for (const article of articles) {
      const frequency = frequencies[article] ?? 0
      const known = this.best[article] ?? 0
      if (known === 0) this.articles.push(article)
      this.best[article] = Math.max(known, (idf * (SATURATION + 1) * frequency) / (SATURATION + frequency))
    }
  }
}

/** How often each article has a term, over all fields, by their weights and lengths. */
function weighFrequencies({ fields }: FoundTerm, { averages, lengths, articleCount }: Statistics) {
  const frequencies = new Float64Array(articleCount)
  const articles: number[] = []
  for (const [field, name] of FIELD_NAMES.entries()) {
    const { articles: holders = [], sums = [] } = fields[field] ?? {}
    const penalty = LENGTH_PENALTIES[name]
    const penaltyOfLength = penalty / (averages[field] || 1)
    for (let i = 0; i < holders.length; i++) {
      const article = holders[i] ?? 0
      const count = (sums[i] ?? 0) - (i === 0 ? 0 : (sums[i - 1] ?? 0))
      const length = lengths[article * FIELD_NAMES.length + field] ?? 0
      if (frequencies[article] === 0) articles.push(article)
      const norm = 1 - penalty + penaltyOfLength * length
      frequencies[article] = (frequencies[article] ?? 0) + (FIELD_WEIGHTS[name] * count) / norm
    }
  }
  return { articles, frequencies }
}

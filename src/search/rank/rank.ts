/**
 * The order of hits for plain words. Lunr's score adds up fields that are saturated one by one, and prefers an article that
 * repeats one word of the query to one that has all of them; this rank is BM25F (Robertson, Zaragoza 2009): one saturation over
 * all fields, then less for what an article does not cover. A word counts where the article has it or what stands for it:
 * a synonym, a likely spelling (`alternatives.ts`).
 *
 * Measured on `test/search/relevance` by `npm run bench:relevance`; all these numbers lie on a plateau. Tried there and left out,
 * since they changed nothing or made it worse: nearness of the words, more for words of the title or for names with a dot,
 * less for short numbers, one saturation over a word and its synonyms.
 */

import { FIELD_NAMES, type FieldName } from '../fields.js'
import type { FoundAlternative, FoundClause, FoundTerm } from '../match/found.js'
import type { Statistics } from '../reader/statistics.js'
import type { RankBuffers } from './rank-buffers.js'

const FIELD_WEIGHTS: Readonly<Record<FieldName, number>> = { title: 2.5, keywords: 1, product: 1, body: 1 }
/** How much a long field lowers the worth of a word in it: 0 not at all, 1 in proportion. */
const LENGTH_PENALTIES: Readonly<Record<FieldName, number>> = { title: 0.5, keywords: 0.5, product: 0.5, body: 0.85 }
const SATURATION = 1.6
/** The rank is multiplied by this power of the covered share of the query. */
const COVERAGE_POWER = 0.4
/** Shares of a query are told apart in as many steps: a power for each of 50,000 articles would be half of a ranking's time. */
const COVERAGE_STEPS = 4096
const COVERAGE_FACTORS = Float64Array.from(
  { length: COVERAGE_STEPS + 1 },
  (_, step) => (step / COVERAGE_STEPS) ** COVERAGE_POWER,
)
/** Below 1, so that one rare word does not outweigh three of the usual ones. */
const RARITY_POWER = 0.85

/** A word of a query: any of its variants will do, and the best of them counts. */
export interface RankedWord {
  readonly own: readonly FoundTerm[]
  readonly alternatives: readonly FoundAlternative[]
}

/** The words of plain clauses, each with what may stand for it. */
export function toRankedWords(
  clauses: readonly FoundClause[],
  alternatives: readonly (readonly FoundAlternative[])[],
): readonly RankedWord[] {
  return clauses.map(({ words }, i) => ({ own: eachOnce(words.flat()), alternatives: alternatives[i] ?? [] }))
}

/** A pasted line without white space may have a term a thousand times. */
function eachOnce(terms: readonly FoundTerm[]): readonly FoundTerm[] {
  return [...new Map(terms.map((found) => [found.term, found])).values()]
}

/** The rank of each article by ordinal: larger is better, 0 where it has none of the words. In `buffers`, until the next search. */
export function rankArticles(words: readonly RankedWord[], statistics: Statistics, buffers: RankBuffers): Float64Array {
  const { ranks, covered } = buffers
  ranks.fill(0)
  covered.fill(0)
  const values = new WordValues(statistics, buffers)
  let whole = 0
  for (const { own, alternatives } of words) {
    for (const term of own) values.add([term], 1)
    for (const { terms, worth } of alternatives) values.add(terms, worth)
    const weight = values.ownWeight > 0 ? values.ownWeight : values.largestWeight
    whole += weight
    const { articles, best, shares } = values
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0
      ranks[article] = (ranks[article] ?? 0) + (best[article] ?? 0)
      covered[article] = (covered[article] ?? 0) + Math.min(weight, shares[article] ?? 0)
    }
    values.clear()
  }
  for (let i = 0; i < ranks.length; i++) {
    if (ranks[i] === 0) continue
    const step = Math.round(((covered[i] ?? 0) / whole) * COVERAGE_STEPS)
    ranks[i] = (ranks[i] ?? 0) * (COVERAGE_FACTORS[step] ?? 1)
  }
  return ranks
}

/** What one word of the query is worth in each article: that of its best variant there. Used word after word. */
class WordValues {
  readonly best: Float64Array
  /** Of each article the weight of its weightiest variant. */
  readonly shares: Float64Array
  /** The largest weight of the word's own terms, and of all variants. */
  ownWeight = 0
  largestWeight = 0

  private readonly statistics: Statistics
  private readonly buffers: RankBuffers
  private count = 0

  constructor(statistics: Statistics, buffers: RankBuffers) {
    this.statistics = statistics
    this.buffers = buffers
    this.best = buffers.best
    this.shares = buffers.shares
  }

  /** The articles that have the word. */
  get articles(): Uint32Array {
    return this.buffers.touched.subarray(0, this.count)
  }

  /** Makes ready for the next word, and leaves the shared arrays as zeros. */
  clear(): void {
    const { articles, best, shares } = this
    for (let i = 0; i < articles.length; i++) best[articles[i] ?? 0] = shares[articles[i] ?? 0] = 0
    this.count = 0
    this.ownWeight = this.largestWeight = 0
  }

  /** Adds a variant: a term, or several that count where all of them are. */
  add(terms: readonly FoundTerm[], worth: number): void {
    const { best, shares, statistics, buffers } = this
    const { frequencies, touched } = buffers
    const { articleCount } = statistics
    const holders = this.weighAll(terms)
    const rarity = Math.log(1 + (articleCount - holders.length + 0.5) / (holders.length + 0.5)) ** RARITY_POWER
    const weight = worth * rarity
    this.largestWeight = Math.max(this.largestWeight, weight)
    if (worth === 1) this.ownWeight = Math.max(this.ownWeight, weight)
    let count = this.count
    for (let i = 0; i < holders.length; i++) {
      const article = holders[i] ?? 0
      const frequency = frequencies[article] ?? 0
      const known = best[article] ?? 0
      if (known === 0) touched[count++] = article
      best[article] = Math.max(known, (weight * (SATURATION + 1) * frequency) / (SATURATION + frequency))
      shares[article] = Math.max(shares[article] ?? 0, weight)
      frequencies[article] = 0
    }
    this.count = count
  }

  /** The articles that have all the terms; leaves in `frequencies` how often they have the one that they have least. */
  private weighAll([first, ...more]: readonly FoundTerm[]): Uint32Array {
    const { frequencies, others, holders, otherHolders } = this.buffers
    let count = first === undefined ? 0 : weighFrequencies(first, this.statistics, frequencies, holders)
    for (const term of more) {
      const otherCount = weighFrequencies(term, this.statistics, others, otherHolders)
      let both = 0
      for (let i = 0; i < count; i++) {
        const article = holders[i] ?? 0
        const least = Math.min(frequencies[article] ?? 0, others[article] ?? 0)
        frequencies[article] = least
        if (least > 0) holders[both++] = article
      }
      for (let i = 0; i < otherCount; i++) others[otherHolders[i] ?? 0] = 0
      count = both
    }
    return holders.subarray(0, count)
  }
}

/**
 * Adds to `frequencies` how often each article has a term, over all fields, by their weights and lengths; lists its articles
 * in `holders`, and gives their number.
 */
function weighFrequencies(
  { fields }: FoundTerm,
  { averages, lengths }: Statistics,
  frequencies: Float64Array,
  holders: Uint32Array,
): number {
  let known = 0
  for (const [field, name] of FIELD_NAMES.entries()) {
    const { articles = [], sums = [] } = fields[field] ?? {}
    const penalty = LENGTH_PENALTIES[name]
    const penaltyOfLength = penalty / (averages[field] || 1)
    const weight = FIELD_WEIGHTS[name]
    let before = 0
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0
      const sum = sums[i] ?? 0
      const length = lengths[article * FIELD_NAMES.length + field] ?? 0
      const frequency = frequencies[article] ?? 0
      if (frequency === 0) holders[known++] = article
      frequencies[article] = frequency + (weight * (sum - before)) / (1 - penalty + penaltyOfLength * length)
      before = sum
    }
  }
  return known
}

/**
 * The order of hits for plain words. Lunr's score saturates fields one by one and adds them up, so it prefers an
 * article that repeats one word of the query to one that has all of them. This rank is BM25F (Robertson, Zaragoza
 * 2009): one saturation over all fields. It is then lowered by the share of the query that the article lacks. An
 * article has a word if it has the word itself or an alternative: a synonym, a likely spelling (`alternatives.ts`).
 *
 * The numbers come from `npm run bench:relevance`, which uses `test/search/relevance`. All of them lie on a plateau.
 * `docs/decisions.md` lists other ideas that gained nothing.
 */

import { FIELD_NAMES, type FieldName } from '../fields.js'
import type { FoundAlternative, FoundClause, FoundTerm } from '../match/found.js'
import type { Statistics } from '../reader/statistics.js'
import { NO_ARTICLES } from '../shards/postings-record.js'
import { DEEP } from '../shards/steps.js'
import type { RankBuffers, WordBuffers } from './rank-buffers.js'

const FIELD_WEIGHTS: Readonly<Record<FieldName, number>> = { title: 2.5, keywords: 1, product: 1, body: 1 }
/** The penalty for a long field: 0 is none, 1 is in proportion to the length. */
const LENGTH_PENALTIES: Readonly<Record<FieldName, number>> = { title: 0.5, keywords: 0.5, product: 0.5, body: 0.85 }
const SATURATION = 1.6
/** The rank is multiplied by the covered share of the query, raised to this power. */
const COVERAGE_POWER = 0.4
/** Steps to which covered shares are rounded, so that powers come from a table: computing each would be slow. */
const COVERAGE_STEPS = 4096
const COVERAGE_FACTORS = Float64Array.from(
  { length: COVERAGE_STEPS + 1 },
  (_, step) => (step / COVERAGE_STEPS) ** COVERAGE_POWER,
)
/** Bonuses, as shares of the rank, if all words are in the head of the body, and if they are near each other there. */
const HEAD_WORTH = 0.4
const NEAR_WORTH = 0.3
/** Below 1, so that one rare word does not outweigh three common ones. */
const RARITY_POWER = 0.85

/** A word of a query with its variants. In each article, the best variant counts. */
export interface RankedWord {
  readonly own: readonly FoundTerm[]
  readonly alternatives: readonly FoundAlternative[]
}

/** The words of plain clauses, each with its alternatives. */
export function toRankedWords(
  clauses: readonly FoundClause[],
  alternatives: readonly (readonly FoundAlternative[])[],
): readonly RankedWord[] {
  return clauses.map(({ words }, i) => ({ own: eachOnce(words.flat()), alternatives: alternatives[i] ?? [] }))
}

/** Removes repeated terms. A pasted line without white space may have a term a thousand times. */
function eachOnce(terms: readonly FoundTerm[]): readonly FoundTerm[] {
  return [...new Map(terms.map((found) => [found.term, found])).values()]
}

/**
 * The rank of each article by ordinal: larger is better, 0 if it has none of the words. The result is in `buffers`,
 * valid until the next search.
 */
export function rankArticles(words: readonly RankedWord[], statistics: Statistics, buffers: RankBuffers): Float64Array {
  const { ranks, covered, extra } = buffers
  ranks.fill(0)
  covered.fill(0)
  extra.fill(0)
  let [values, previous] = buffers.words.map((own) => new WordValues(statistics, buffers, own))
  let whole = 0
  for (const { own, alternatives } of words) {
    if (values === undefined || previous === undefined) break
    for (const term of own) values.add([term], 1)
    for (const { terms, worth } of alternatives) values.add(terms, worth)
    if (values.weight === 0) continue
    whole += values.weight
    addWord(values, previous, buffers)
    previous.clear()
    ;[values, previous] = [previous, values]
  }
  values?.clear()
  previous?.clear()
  for (let i = 0; i < ranks.length; i++) {
    if (ranks[i] === 0) continue
    const step = Math.round(((covered[i] ?? 0) / whole) * COVERAGE_STEPS)
    ranks[i] = (ranks[i] ?? 0) * (COVERAGE_FACTORS[step] ?? 1) * (1 + (extra[i] ?? 0) / whole)
  }
  return ranks
}

/** Lifts articles above all others of a lower level. The order among those of a level stays. */
export function putFirst(levels: Uint8Array, ranks: Float64Array): void {
  let highest = 0
  for (let i = 0; i < ranks.length; i++) highest = Math.max(highest, ranks[i] ?? 0)
  for (let i = 0; i < ranks.length; i++) ranks[i] = (ranks[i] ?? 0) + (levels[i] ?? 0) * highest
}

/** Adds a word's values to the sums of its articles; `previous`: the word before it. */
function addWord(word: WordValues, previous: WordValues, { ranks, covered, extra }: RankBuffers): void {
  const { weight } = word
  const { articles, best, shares, heads, steps } = word.buffers
  const { shares: previousShares, steps: previousSteps } = previous.buffers
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] ?? 0
    const share = Math.min(weight, shares[article] ?? 0)
    ranks[article] = (ranks[article] ?? 0) + (best[article] ?? 0)
    covered[article] = (covered[article] ?? 0) + share
    const [step, previousStep] = [steps[article] ?? DEEP, previousSteps[article] ?? DEEP]
    if (step === DEEP) continue
    let more = HEAD_WORTH * Math.min(weight, heads[article] ?? 0)
    if (previousStep < DEEP && Math.abs(step - previousStep) <= 1)
      more += (NEAR_WORTH * (share + Math.min(previous.weight, previousShares[article] ?? 0))) / 2
    extra[article] = (extra[article] ?? 0) + more
  }
}

/** The values of one word of the query in each article: those of its best variants. Reused for the next word. */
class WordValues {
  readonly buffers: WordBuffers
  readonly #statistics: Statistics
  readonly #shared: RankBuffers
  /** The largest weight of the word's own terms, and that of all variants. */
  #ownWeight = 0
  #largestWeight = 0

  constructor(statistics: Statistics, shared: RankBuffers, own: WordBuffers) {
    this.buffers = own
    this.#statistics = statistics
    this.#shared = shared
  }

  /** The weight of the word in the query; 0 if no article has it. */
  get weight(): number {
    return this.#ownWeight > 0 ? this.#ownWeight : this.#largestWeight
  }

  clear(): void {
    this.buffers.clear()
    this.#ownWeight = this.#largestWeight = 0
  }

  /** Adds a variant: a term, or several that count only together. */
  add(terms: readonly FoundTerm[], worth: number): void {
    const { best, shares, heads, steps } = this.buffers
    const { frequencies, steps: ownSteps } = this.#shared
    const { articleCount } = this.#statistics
    const holders = this.#weighAll(terms)
    const rarity = Math.log(1 + (articleCount - holders.length + 0.5) / (holders.length + 0.5)) ** RARITY_POWER
    const weight = worth * rarity
    this.#largestWeight = Math.max(this.#largestWeight, holders.length === 0 ? 0 : weight)
    if (worth === 1) this.#ownWeight = Math.max(this.#ownWeight, weight)
    for (let i = 0; i < holders.length; i++) {
      const article = holders[i] ?? 0
      const frequency = frequencies[article] ?? 0
      const known = best[article] ?? 0
      if (known === 0) this.buffers.touch(article)
      best[article] = Math.max(known, (weight * (SATURATION + 1) * frequency) / (SATURATION + frequency))
      shares[article] = Math.max(shares[article] ?? 0, weight)
      const step = ownSteps[article] ?? DEEP
      if (step < DEEP && weight > (heads[article] ?? 0)) {
        heads[article] = weight
        steps[article] = step
      }
      frequencies[article] = 0
    }
  }

  /**
   * The articles that have all the terms. Writes the lowest frequency of the terms into `frequencies`, and the latest
   * of their steps into `steps`.
   */
  #weighAll([first, ...more]: readonly FoundTerm[]): Uint32Array {
    const { frequencies, steps, others, otherSteps, holders, otherHolders } = this.#shared
    let count = first === undefined ? 0 : weighTerm(first, this.#statistics, { frequencies, steps, holders })
    for (const term of more) {
      const other = { frequencies: others, steps: otherSteps, holders: otherHolders }
      const otherCount = weighTerm(term, this.#statistics, other)
      let both = 0
      for (let i = 0; i < count; i++) {
        const article = holders[i] ?? 0
        const least = Math.min(frequencies[article] ?? 0, others[article] ?? 0)
        frequencies[article] = least
        steps[article] = Math.max(steps[article] ?? DEEP, otherSteps[article] ?? DEEP)
        if (least > 0) holders[both++] = article
      }
      for (let i = 0; i < otherCount; i++) others[otherHolders[i] ?? 0] = 0
      count = both
    }
    return holders.subarray(0, count)
  }
}

/** A term's values by ordinal, and its articles. */
interface TermValues {
  readonly frequencies: Float64Array
  /** Valid for the term's articles only. */
  readonly steps: Uint8Array
  readonly holders: Uint32Array
}

/**
 * Adds the frequency of a term in each article to `frequencies`, over all fields, by their weights and lengths. Sets
 * `steps`, lists the articles in `holders`, and returns their number.
 */
function weighTerm(
  { fields }: FoundTerm,
  { averages, lengths }: Statistics,
  { frequencies, steps, holders }: TermValues,
): number {
  let known = 0
  for (const [field, name] of FIELD_NAMES.entries()) {
    const { articles, sums, steps: own } = fields[field] ?? NO_ARTICLES
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
      steps[article] = own[i] ?? DEEP
      before = sum
    }
  }
  return known
}

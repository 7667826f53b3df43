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
import type { FoundClause, FoundTerm } from './evaluate.js'
import { FIELD_NAMES, type FieldName } from './fields.js'
import type { FoundAlternative } from './resolve.js'
import type { Statistics } from './score.js'

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

/** Arrays of the size of the archive, kept between searches: making them anew for each took longer than filling them. */
export class RankBuffers {
  /** Of the last search, by ordinal. */
  readonly ranks: Float64Array
  readonly covered: Float64Array
  /** Of the word and the term at hand; zeros between searches. */
  readonly best: Float64Array
  readonly shares: Float64Array
  readonly frequencies: Float64Array
  readonly others: Float64Array

  constructor(articleCount: number) {
    const make = () => new Float64Array(articleCount)
    this.ranks = make()
    this.covered = make()
    this.best = make()
    this.shares = make()
    this.frequencies = make()
    this.others = make()
  }
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
    for (const article of values.articles) {
      ranks[article] = (ranks[article] ?? 0) + (values.best[article] ?? 0)
      covered[article] = (covered[article] ?? 0) + Math.min(weight, values.shares[article] ?? 0)
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
  articles: number[] = []
  /** The largest weight of the word's own terms, and of all variants. */
  ownWeight = 0
  largestWeight = 0

  private readonly statistics: Statistics
  private readonly frequencies: Float64Array
  private readonly others: Float64Array

  constructor(statistics: Statistics, { best, shares, frequencies, others }: RankBuffers) {
    this.statistics = statistics
    this.best = best
    this.shares = shares
    this.frequencies = frequencies
    this.others = others
  }

  /** Makes ready for the next word, and leaves the shared arrays as zeros. */
  clear(): void {
    for (const article of this.articles) this.best[article] = this.shares[article] = 0
    this.articles = []
    this.ownWeight = this.largestWeight = 0
  }

  /** Adds a variant: a term, or several that count where all of them are. */
  add(terms: readonly FoundTerm[], worth: number): void {
    const { articleCount } = this.statistics
    const holders = this.weighAll(terms)
    const rarity = Math.log(1 + (articleCount - holders.length + 0.5) / (holders.length + 0.5)) ** RARITY_POWER
    const weight = worth * rarity
    this.largestWeight = Math.max(this.largestWeight, weight)
    if (worth === 1) this.ownWeight = Math.max(this.ownWeight, weight)
    for (const article of holders) {
      const frequency = this.frequencies[article] ?? 0
      const known = this.best[article] ?? 0
      if (known === 0) this.articles.push(article)
      this.best[article] = Math.max(known, (weight * (SATURATION + 1) * frequency) / (SATURATION + frequency))
      this.shares[article] = Math.max(this.shares[article] ?? 0, weight)
      this.frequencies[article] = 0
    }
  }

  /** The articles that have all the terms; leaves in `frequencies` how often they have the one that they have least. */
  private weighAll([first, ...more]: readonly FoundTerm[]): readonly number[] {
    let holders = first === undefined ? [] : weighFrequencies(first, this.statistics, this.frequencies)
    for (const term of more) {
      const others = weighFrequencies(term, this.statistics, this.others)
      const both: number[] = []
      for (const article of holders) {
        const least = Math.min(this.frequencies[article] ?? 0, this.others[article] ?? 0)
        this.frequencies[article] = least
        if (least > 0) both.push(article)
      }
      for (const article of others) this.others[article] = 0
      holders = both
    }
    return holders
  }
}

/** Adds to `frequencies` how often each article has a term, over all fields, by their weights and lengths; its articles. */
function weighFrequencies(
  { fields }: FoundTerm,
  { averages, lengths }: Statistics,
  frequencies: Float64Array,
): readonly number[] {
  const articles: number[] = []
  for (const [field, name] of FIELD_NAMES.entries()) {
    const { articles: holders = [], sums = [] } = fields[field] ?? {}
    const penalty = LENGTH_PENALTIES[name]
    const penaltyOfLength = penalty / (averages[field] || 1)
    const weight = FIELD_WEIGHTS[name]
    for (let i = 0; i < holders.length; i++) {
      const article = holders[i] ?? 0
      const count = (sums[i] ?? 0) - (i === 0 ? 0 : (sums[i - 1] ?? 0))
      const length = lengths[article * FIELD_NAMES.length + field] ?? 0
      const known = frequencies[article] ?? 0
      if (known === 0) articles.push(article)
      frequencies[article] = known + (weight * count) / (1 - penalty + penaltyOfLength * length)
    }
  }
  return articles
}

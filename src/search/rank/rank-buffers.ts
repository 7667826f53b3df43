import { DEEP } from '../shards/steps.js'

/** Arrays of the archive's size, kept between searches: allocating them takes longer than filling them. */
export class RankBuffers {
  /** Ranks and sums of the last search, by ordinal. */
  readonly ranks: Float64Array
  readonly covered: Float64Array
  readonly extra: Float64Array
  /** The values of a word, in two sets, since each word is compared with the one before it. */
  readonly words: readonly [WordBuffers, WordBuffers]
  /** The values of a term, and of another one that must occur too. Frequencies are zero between searches. */
  readonly frequencies: Float64Array
  readonly others: Float64Array
  readonly steps: Uint8Array
  readonly otherSteps: Uint8Array
  /** The articles of a term, and of the other one. */
  readonly holders: Uint32Array
  readonly otherHolders: Uint32Array

  constructor(articleCount: number) {
    this.ranks = new Float64Array(articleCount)
    this.covered = new Float64Array(articleCount)
    this.extra = new Float64Array(articleCount)
    this.words = [new WordBuffers(articleCount), new WordBuffers(articleCount)]
    this.frequencies = new Float64Array(articleCount)
    this.others = new Float64Array(articleCount)
    this.steps = new Uint8Array(articleCount)
    this.otherSteps = new Uint8Array(articleCount)
    this.holders = new Uint32Array(articleCount)
    this.otherHolders = new Uint32Array(articleCount)
  }
}

/** The values of one word of a query, by ordinal. Only the values of `articles` differ from those of a new buffer. */
export class WordBuffers {
  /** The score of the word's best variant. */
  readonly best: Float64Array
  /** The largest weight of a variant in the article, and of a variant in the head of its body. */
  readonly shares: Float64Array
  readonly heads: Float64Array
  /** The step of the variant in `heads`, or `DEEP`. */
  readonly steps: Uint8Array
  readonly #articles: Uint32Array
  #count = 0

  constructor(articleCount: number) {
    this.best = new Float64Array(articleCount)
    this.shares = new Float64Array(articleCount)
    this.heads = new Float64Array(articleCount)
    this.steps = new Uint8Array(articleCount).fill(DEEP)
    this.#articles = new Uint32Array(articleCount)
  }

  /** The articles that have the word. */
  get articles(): Uint32Array {
    return this.#articles.subarray(0, this.#count)
  }

  /** Adds an article. Call it once for each. */
  touch(article: number): void {
    this.#articles[this.#count++] = article
  }

  clear(): void {
    const { articles, best, shares, heads, steps } = this
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] ?? 0
      best[article] = shares[article] = heads[article] = 0
      steps[article] = DEEP
    }
    this.#count = 0
  }
}

import { DEEP } from '../shards/steps.js'

/** Arrays of the size of the archive, kept between searches: making them for each took longer than filling them. */
export class RankBuffers {
  /** Of the last search, by ordinal. */
  readonly ranks: Float64Array
  readonly covered: Float64Array
  readonly extra: Float64Array
  /** Room for the values of a word, in two sets: each word is compared with the one before it. */
  readonly words: readonly [WordBuffers, WordBuffers]
  /** Of the term in hand, and of another that has to be there too; zeros between searches. */
  readonly frequencies: Float64Array
  readonly others: Float64Array
  readonly steps: Uint8Array
  readonly otherSteps: Uint8Array
  /** Room for the articles of a term, and of the other. */
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

/** The values of one word of a query, by ordinal; only those of `articles` differ from an untouched buffer's. */
export class WordBuffers {
  /** The worth of the best variant of the word. */
  readonly best: Float64Array
  /** The weight of the weightiest variant, and of the weightiest that stands in the head of the body. */
  readonly shares: Float64Array
  readonly heads: Float64Array
  /** The step of the latter, or `DEEP`. */
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

  /** Adds an article; to be called once for each. */
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

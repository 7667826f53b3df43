import type { DigestTable } from '../parse/digest-table.js'

/** Most related articles that a page shows. */
const MOST_RELATED = 5
/** Signs shared by more articles than this are ignored. */
const MOST_SHARING = 60
/** Least score of a related article: two rare signs, or one sign that only these two share and one more. */
const LEAST_SCORE = 150
/** The score for the same product; less than any sign. */
const SAME_PRODUCT = 20

/**
 * Finds the related articles of each article: those that share rare *signs* with it (`signs.ts`).
 *
 * A sign scores `10 * log2(1 + articles / articles with the sign)`. Tables must be added in ascending order of buckets.
 */
export class RelatedFinder {
  /** Sign -> its number; signs are numbered as they are first seen. */
  readonly #signs = new Map<string, number>()
  /** For each sign, how many articles have it. */
  readonly #sharing: number[] = []
  readonly #products: string[] = []
  /** The signs of article `i`: `#own[#starts[i]]` to `#own[#starts[i + 1] - 1]`. */
  readonly #own: number[] = []
  readonly #starts = [0]

  add(table: DigestTable): void {
    const { products, product, signs, signsOf } = table
    for (const own of product) this.#products.push(products[own]?.code ?? products[own]?.name ?? '')
    const numbers = signs.map((sign) => this.#numberOf(sign))
    const base = this.#own.length
    for (const sign of signsOf.values) {
      const number = numbers[sign] ?? 0
      this.#own.push(number)
      this.#sharing[number] = (this.#sharing[number] ?? 0) + 1
    }
    for (const start of signsOf.starts.subarray(1)) this.#starts.push(base + start)
  }

  #numberOf(sign: string): number {
    const seen = this.#signs.get(sign)
    const number = seen ?? this.#signs.size
    if (seen === undefined) this.#signs.set(sign, number)
    return number
  }

  /** For each article the ordinals of its related ones, best first. Leaves out pairs for which `isLinked` is true. */
  find(isLinked: (from: number, to: number) => boolean): number[][] {
    const groups = this.#groupBySign()
    const scores = new Uint32Array(this.#products.length)
    return this.#products.map((_, ordinal) => {
      const seen = this.#score(ordinal, groups, scores)
      const best = this.#chooseBest(ordinal, seen, scores).filter((other) => !isLinked(ordinal, other))
      for (const other of seen) scores[other] = 0
      return best.slice(0, MOST_RELATED)
    })
  }

  /** Writes the scores of other articles into `scores`; returns the ordinals of all that share a sign. */
  #score(ordinal: number, { articles, starts }: Groups, scores: Uint32Array): number[] {
    const seen: number[] = []
    for (let at = this.#starts[ordinal] ?? 0; at < (this.#starts[ordinal + 1] ?? 0); at++) {
      const sign = this.#own[at] ?? 0
      const [from, to] = [starts[sign] ?? 0, starts[sign + 1] ?? 0]
      if (to === from) continue
      const weight = Math.round(10 * Math.log2(1 + this.#products.length / (to - from)))
      for (let i = from; i < to; i++) {
        const other = articles[i] ?? 0
        if (scores[other] === 0) seen.push(other)
        scores[other] = (scores[other] ?? 0) + weight
      }
    }
    return seen
  }

  #chooseBest(ordinal: number, seen: readonly number[], scores: Uint32Array): number[] {
    const product = this.#products[ordinal]
    const best: number[] = []
    for (const other of seen) {
      const score = (scores[other] ?? 0) + (this.#products[other] === product ? SAME_PRODUCT : 0)
      if (other === ordinal || score < LEAST_SCORE) continue
      scores[other] = score
      best.push(other)
    }
    return best.sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || Math.abs(a - ordinal) - Math.abs(b - ordinal) || a - b,
    )
  }

  /** Groups articles by sign (a counting sort). A sign of only one or of too many articles gets an empty group. */
  #groupBySign(): Groups {
    const starts = new Uint32Array(this.#sharing.length + 1)
    for (const [sign, count] of this.#sharing.entries())
      starts[sign + 1] = (starts[sign] ?? 0) + (count < 2 || count > MOST_SHARING ? 0 : count)
    const articles = new Uint32Array(starts.at(-1) ?? 0)
    const next = starts.slice()
    for (const ordinal of this.#products.keys())
      for (let at = this.#starts[ordinal] ?? 0; at < (this.#starts[ordinal + 1] ?? 0); at++) {
        const sign = this.#own[at] ?? 0
        if (starts[sign + 1] === starts[sign]) continue
        articles[next[sign] ?? 0] = ordinal
        next[sign] = (next[sign] ?? 0) + 1
      }
    return { articles, starts }
  }
}

/** The articles of sign `s`: `articles[starts[s]]` to `articles[starts[s + 1] - 1]`. */
interface Groups {
  readonly articles: Uint32Array
  readonly starts: Uint32Array
}

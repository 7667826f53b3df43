/**
 * Related articles: those that share rare words of the title, keywords or citations. A hint beside an article, no more.
 *
 * Pure and deterministic: weights are whole numbers, ties go to the nearer number. Linear in the articles, since words that
 * many share count for nothing.
 */
import type { Digest } from './digest.js'

/** How many are shown at most. */
const MOST_RELATED = 5
/** A sign that more articles than this share says nothing. */
const MOST_SHARING = 60
/** Two rare signs, or one that only these two share and something besides. */
const LEAST_SCORE = 150

/** Words of a title: letters and digits, with what names and versions contain. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}._+#]{2,}/gu

/** Collects the signs of articles in the order of their ordinals. */
export class RelatedFinder {
  readonly #sharing = new Map<string, number[]>()
  readonly #products: string[] = []
  #count = 0

  add(ordinal: number, digest: Digest): void {
    this.#count++
    this.#products.push(digest.product.code ?? digest.product.name)
    for (const sign of signsOf(digest)) {
      const sharing = this.#sharing.get(sign)
      if (sharing === undefined) this.#sharing.set(sign, [ordinal])
      else if (sharing.length <= MOST_SHARING) sharing.push(ordinal)
    }
  }

  /** For each article its related ones, best first; `isLinked` leaves out those that the page shows anyway. */
  find(isLinked: (from: number, to: number) => boolean): number[][] {
    const signs = this.#signsByArticle()
    const scores = new Uint32Array(this.#count)
    return signs.map((groups, ordinal) => {
      const seen: number[] = []
      for (const { ordinals, weight } of groups)
        for (const other of ordinals) {
          if (scores[other] === 0) seen.push(other)
          scores[other] = (scores[other] ?? 0) + weight
        }
      const best = this.#chooseBest(ordinal, seen, scores, isLinked)
      for (const other of seen) scores[other] = 0
      return best
    })
  }

  #chooseBest(
    ordinal: number,
    seen: readonly number[],
    scores: Uint32Array,
    isLinked: (from: number, to: number) => boolean,
  ): number[] {
    const product = this.#products[ordinal]
    const scored = seen
      .filter((other) => other !== ordinal)
      .map((other) => ({ other, score: (scores[other] ?? 0) + (this.#products[other] === product ? 20 : 0) }))
      .filter(({ other, score }) => score >= LEAST_SCORE && !isLinked(ordinal, other))
    scored.sort(
      (a, b) => b.score - a.score || Math.abs(a.other - ordinal) - Math.abs(b.other - ordinal) || a.other - b.other,
    )
    return scored.slice(0, MOST_RELATED).map(({ other }) => other)
  }

  #signsByArticle(): { readonly ordinals: readonly number[]; readonly weight: number }[][] {
    const signs: { readonly ordinals: readonly number[]; readonly weight: number }[][] = Array.from(
      { length: this.#count },
      () => [],
    )
    for (const ordinals of this.#sharing.values()) {
      if (ordinals.length < 2 || ordinals.length > MOST_SHARING) continue
      const weight = Math.round(10 * Math.log2(1 + this.#count / ordinals.length))
      for (const ordinal of ordinals) signs[ordinal]?.push({ ordinals, weight })
    }
    return signs
  }
}

function signsOf(digest: Digest): Set<string> {
  const words = digest.title.toLowerCase().match(WORD) ?? []
  const keywords = digest.keywords.map((keyword) => `keyword ${keyword.toLowerCase()}`)
  const cites = digest.cites.map((number) => `cites ${number}`)
  return new Set([...words, ...keywords, ...cites])
}

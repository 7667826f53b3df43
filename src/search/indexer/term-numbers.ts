/**
 * The terms that indexing has met, by number: 0, 1, 2 ... as they come up. Knows their partitions and their order.
 */
import { firstNotBefore } from '../arrays/binary-search.js'
import { partitionOf } from './partitions.js'

export class TermNumbers {
  readonly #terms: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #partitions: number[] = []
  /** Numbers in the terms' order, of those that were there when it was last asked for. */
  #ordered = new Uint32Array()

  numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    this.#numbers.set(term, this.#terms.length)
    this.#terms.push(term)
    this.#partitions.push(partitionOf(term))
    return this.#terms.length - 1
  }

  termOf(number: number): string {
    return this.#terms[number] ?? ''
  }

  partitionOf(number: number): number {
    return this.#partitions[number] ?? 0
  }

  get count(): number {
    return this.#terms.length
  }

  /** The numbers of all terms, their terms ascending. */
  inOrder(): Uint32Array {
    const [terms, ordered] = [this.#terms, this.#ordered]
    if (ordered.length === terms.length) return ordered
    const added = Uint32Array.from({ length: terms.length - ordered.length }, (_, i) => ordered.length + i)
    added.sort((a, b) => (this.termOf(a) < this.termOf(b) ? -1 : 1))
    const merged = new Uint32Array(terms.length)
    let from = 0
    for (let i = 0; i < added.length; i++) {
      const number = added[i] ?? 0
      const to = this.#placeOf(this.termOf(number), from)
      for (; from < to; from++) merged[from + i] = ordered[from] ?? 0
      merged[to + i] = number
    }
    merged.set(ordered.subarray(from), from + added.length)
    this.#ordered = merged
    return merged
  }

  /** Where a new term would stand in the order, at or after `from`. */
  #placeOf(term: string, from: number): number {
    return firstNotBefore(from, this.#ordered.length, (i) => this.termOf(this.#ordered[i] ?? 0) < term)
  }
}

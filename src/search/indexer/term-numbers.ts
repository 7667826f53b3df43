/**
 * Numbers for terms, 0, 1, 2 ... in the order in which indexing meets them, with the partition of each term.
 */
import { firstNotBefore } from '../arrays/binary-search.js'
import { partitionOf } from './partitions.js'

export class TermNumbers {
  readonly #terms: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #partitions: number[] = []
  /** Numbers in the order of their terms: of all terms that existed at the last call of `inOrder`. */
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

  /** The numbers of all terms, in the order of the terms. */
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

  /** The index of a new term in the order, at or after `from`. */
  #placeOf(term: string, from: number): number {
    return firstNotBefore(from, this.#ordered.length, (i) => this.termOf(this.#ordered[i] ?? 0) < term)
  }
}

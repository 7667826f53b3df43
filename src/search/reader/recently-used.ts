/**
 * A small cache that keeps the values used last, up to a total weight.
 */
export class RecentlyUsed<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly weight: number }>()
  readonly #most: number
  #total = 0

  /** `most`: the largest sum of the weights. */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Keeps a value, and drops those that were not used for the longest time. */
  set(key: string, value: T, weight = 1): void {
    this.delete(key)
    this.#entries.set(key, { value, weight })
    this.#total += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#total <= this.#most || oldest === key) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#total -= this.#entries.get(key)?.weight ?? 0
    this.#entries.delete(key)
  }
}

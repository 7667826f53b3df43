/**
 * The slots of a hash table with open addressing: from hashes to numbers above zero. Only the caller can tell whether
 * two entries are equal. It goes from slot to slot until it finds its entry, or a free slot:
 *
 *     let slot = slots.first(hash)
 *     while (slots.valueAt(slot) !== 0 && !isSame(slots.valueAt(slot))) slot = slots.next(slot)
 */

const FIRST_SLOTS = 1 << 16

export class HashSlots {
  /** Two numbers for each slot: the hash, and the value (0: free). */
  #slots = new Uint32Array(2 * FIRST_SLOTS)
  count = 0

  /** The slot at which the search for a hash begins. */
  first(hash: number): number {
    return ((hash ^ (hash >>> 15)) << 1) & (this.#slots.length - 2)
  }

  next(slot: number): number {
    return (slot + 2) & (this.#slots.length - 2)
  }

  hashAt(slot: number): number {
    return this.#slots[slot] ?? 0
  }

  valueAt(slot: number): number {
    return this.#slots[slot + 1] ?? 0
  }

  /** Fills a free slot. Slot numbers from before this call are no longer valid. */
  take(slot: number, hash: number, value: number): void {
    this.#slots[slot] = hash
    this.#slots[slot + 1] = value
    this.count += 1
    if (this.count * 4 > this.#slots.length) this.#grow()
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 4)
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue
      let slot = this.first(old[at] ?? 0)
      while (this.valueAt(slot) !== 0) slot = this.next(slot)
      this.#slots[slot] = old[at] ?? 0
      this.#slots[slot + 1] = old[at + 1] ?? 0
    }
  }
}

/** The hash of the empty text (FNV-1a, 32 bits). */
export const NO_HASH = 0x811c9dc5

/** The hash of a text that is longer by one character. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/**
 * Interpolative coding of ascending numbers: the middle number first, then each half within the bounds that it leaves.
 *
 *     3 5 6 9 of 0..9    6 of 2..8, then 3 5 of 0..5, then 9 of 7..9
 *
 * It is smaller than Rice codes of the gaps, needs no parameter, and takes no bits where a list is dense. Subclasses
 * provide the code of one number within a range (`bits.ts`, `range-coder.ts`).
 */

/** Writes numbers within a range. */
export abstract class AscendingWriter {
  /** Appends a number in `0..range-1`. */
  abstract writeWithin(value: number, range: number): void

  /**
   * Appends `values[from..to-1]`, ascending and all different, within `low..high`. The reader knows their count and
   * bounds.
   */
  writeAscending(values: ArrayLike<number>, from: number, to: number, low: number, high: number): void {
    let start = from
    let least = low
    while (start < to && high - least + 1 > to - start) {
      const middle = (start + to) >>> 1
      const value = values[middle] ?? 0
      const lowest = least + (middle - start)
      this.writeWithin(value - lowest, high - (to - 1 - middle) - lowest + 1)
      this.writeAscending(values, start, middle, least, value - 1)
      start = middle + 1
      least = value + 1
    }
  }
}

/** Reads numbers within a range. */
export abstract class AscendingReader {
  /** The next number in `0..range-1`. */
  abstract readWithin(range: number): number

  /** Fills `values[from..to-1]` with numbers in `low..high`. */
  readAscending(values: Uint32Array, from: number, to: number, low: number, high: number): void {
    let start = from
    let least = low
    while (start < to) {
      if (high - least + 1 <= to - start) {
        for (let i = start; i < to; i++) values[i] = least + (i - start)
        return
      }
      const middle = (start + to) >>> 1
      const lowest = least + (middle - start)
      const value = lowest + this.readWithin(high - (to - 1 - middle) - lowest + 1)
      values[middle] = value
      this.readAscending(values, start, middle, least, value - 1)
      start = middle + 1
      least = value + 1
    }
  }
}

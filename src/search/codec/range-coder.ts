/**
 * Range coding: symbols of any probability in as few bits as that allows, whole bytes only at the end of a record.
 *
 * A symbol is a part `from .. from + size - 1` of `0 .. total - 1`; the more of it, the fewer bits. Numbers within a range are
 * symbols of one part each. The encoder is that of LZMA (carries are kept back until they are known); zeros at the end are
 * left out, since the decoder reads zeros past the end: a record of nothing but the likeliest symbols may take no byte at all.
 */
import { AscendingReader, AscendingWriter } from './interpolative.js'

/** Totals are at most this, so that the rounding of a part costs next to nothing. */
export const MOST_TOTAL = 0x10000

const TOP = 0x1000000
const WHOLE = 0x100000000

/** Symbols being written. */
export class RangeEncoder extends AscendingWriter {
  #bytes = new Uint8Array(64)
  #length = 0
  #low = 0
  #range = WHOLE - 1
  /** The last byte made, and how many of 0xff follow it: a carry may still change them. -1: the first, which is always 0. */
  #held = -1
  #heldOnes = 0

  /** Appends the symbol that has `size` of `total` parts, from part `from` on; `total` at most `MOST_TOTAL`. */
  write(from: number, size: number, total: number): void {
    const part = Math.floor(this.#range / total)
    this.#low += part * from
    this.#range = part * size
    while (this.#range < TOP) {
      this.#range *= 256
      this.#shift()
    }
  }

  /** Appends a number of `0..range-1`, each as likely as any other. */
  writeWithin(value: number, range: number): void {
    if (range <= 1) return
    if (range <= MOST_TOTAL) {
      this.write(value, 1, range)
      return
    }
    const high = Math.floor(value / MOST_TOTAL)
    const mostHigh = Math.floor((range - 1) / MOST_TOTAL)
    this.writeWithin(high, mostHigh + 1)
    this.writeWithin(value % MOST_TOTAL, high === mostHigh ? ((range - 1) % MOST_TOTAL) + 1 : MOST_TOTAL)
  }

  /** Returns the bytes of all that was written, and begins again in the same memory. */
  finish(): Uint8Array {
    // Any number of the part stands for it: at best one whose last byte is zero as well, and left out.
    const whole = Math.ceil(this.#low / WHOLE) * WHOLE
    this.#low = whole < this.#low + this.#range ? whole : Math.ceil(this.#low / TOP) * TOP
    this.#shift()
    this.#shift()
    let end = this.#length
    while (end > 0 && this.#bytes[end - 1] === 0) end -= 1
    const bytes = this.#bytes.slice(0, end)
    this.#length = 0
    this.#low = 0
    this.#range = WHOLE - 1
    this.#held = -1
    this.#heldOnes = 0
    return bytes
  }

  /** Moves the top byte of `low` out. */
  #shift(): void {
    if (this.#low < 0xff000000 || this.#low >= WHOLE) {
      const carry = this.#low >= WHOLE ? 1 : 0
      if (this.#held >= 0) this.#put(this.#held + carry)
      for (; this.#heldOnes > 0; this.#heldOnes--) this.#put(0xff + carry)
      this.#held = Math.floor(this.#low / TOP) & 0xff
    } else this.#heldOnes += 1
    this.#low = (this.#low % TOP) * 256
  }

  #put(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes[this.#length++] = byte
  }
}

/** Reads the symbols of a `RangeEncoder`. Any bytes give symbols of the ranges asked for, and zeros after the end. */
export class RangeDecoder extends AscendingReader {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number
  #code = 0
  #range = WHOLE - 1
  #part = 0

  /** Reads `bytes[start..end-1]`. */
  constructor(bytes: Uint8Array, start: number, end: number) {
    super()
    this.#bytes = bytes
    this.#at = start
    this.#end = Math.min(end, bytes.length)
    for (let i = 0; i < 4; i++) this.#code = this.#code * 256 + this.#nextByte()
  }

  /** Finds the part of `0 .. total - 1` in which the next symbol lies; `take` must follow. */
  find(total: number): number {
    this.#part = Math.floor(this.#range / total)
    return Math.min(total - 1, Math.floor(this.#code / this.#part))
  }

  /** Skips the symbol that has `size` parts from `from` on. */
  take(from: number, size: number): void {
    this.#range = this.#part * size
    this.#code = Math.min(Math.max(0, this.#code - this.#part * from), this.#range - 1)
    while (this.#range < TOP) {
      this.#range *= 256
      this.#code = this.#code * 256 + this.#nextByte()
    }
  }

  readWithin(range: number): number {
    if (range <= 1) return 0
    if (range <= MOST_TOTAL) {
      const value = this.find(range)
      this.take(value, 1)
      return value
    }
    const mostHigh = Math.floor((range - 1) / MOST_TOTAL)
    const high = this.readWithin(mostHigh + 1)
    return high * MOST_TOTAL + this.readWithin(high === mostHigh ? ((range - 1) % MOST_TOTAL) + 1 : MOST_TOTAL)
  }

  #nextByte(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at++] ?? 0) : 0
  }
}

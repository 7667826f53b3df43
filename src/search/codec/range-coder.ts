/**
 * Range coding: a symbol takes as many bits as its probability demands, fractions of a bit included. Only a record as a
 * whole is rounded up to bytes.
 *
 * A symbol is a part `from .. from + size - 1` of `0 .. total - 1`; the larger its part, the fewer bits it takes. A
 * number within a range is a symbol of size 1.
 *
 * The encoder is that of LZMA: it holds bytes back until no carry can change them. Zeros at the end are dropped, since
 * the decoder reads zeros past the end. A record of nothing but the likeliest symbols may take no byte at all.
 */
import { AscendingReader, AscendingWriter } from './interpolative.js'

/** The largest `total`: small enough that rounding costs almost nothing. */
export const MOST_TOTAL = 0x10000

const TOP = 0x1000000
const WHOLE = 0x100000000

/** Writes symbols. */
export class RangeEncoder extends AscendingWriter {
  #bytes = new Uint8Array(64)
  #length = 0
  #low = 0
  #range = WHOLE - 1
  /**
   * The last byte, held back since a carry may still change it. -1: the first byte, which is always 0 and not written.
   */
  #held = -1
  /** The number of bytes 0xff that are held back after it. */
  #heldOnes = 0

  /** Appends the symbol `from .. from + size - 1` of `0 .. total - 1`; `total` is at most `MOST_TOTAL`. */
  write(from: number, size: number, total: number): void {
    const part = Math.floor(this.#range / total)
    this.#low += part * from
    this.#range = part * size
    while (this.#range < TOP) {
      this.#range *= 256
      this.#shift()
    }
  }

  /** Appends a number in `0..range-1`; all are equally likely. */
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

  /** Returns all bytes, and starts over in the same memory. */
  finish(): Uint8Array {
    // Any number in the final range will do. One that ends in zero bytes is the shortest, since those are dropped.
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

/**
 * Reads the symbols of a `RangeEncoder`. Any bytes decode to symbols within the totals asked for; past the end are
 * zeros.
 */
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

  /** A number in `0 .. total - 1` that belongs to the next symbol; `take` must follow. */
  find(total: number): number {
    this.#part = Math.floor(this.#range / total)
    return Math.min(total - 1, Math.floor(this.#code / this.#part))
  }

  /** Consumes the symbol `from .. from + size - 1`. */
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

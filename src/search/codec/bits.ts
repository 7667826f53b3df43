/**
 * Bit streams: a writer that grows, and a reader of bytes. The most significant bit comes first.
 *
 * They have the two codes of postings: Elias gamma, and numbers within a range for interpolative coding.
 */
import { AscendingReader, AscendingWriter } from './interpolative.js'

/** Writes bits; `toBytes` pads them to whole bytes. */
export class BitWriter extends AscendingWriter {
  #bytes = new Uint8Array(256)
  #bitLength = 0

  /** Appends the `width` low bits of `value`; `width` at most 32. */
  write(value: number, width: number): void {
    this.#reserve(width)
    let left = width
    while (left > 0) {
      const free = 8 - (this.#bitLength & 7)
      const taken = Math.min(free, left)
      const chunk = (value >>> (left - taken)) & ((1 << taken) - 1)
      const at = this.#bitLength >>> 3
      this.#bytes[at] = (free === 8 ? 0 : (this.#bytes[at] ?? 0)) | (chunk << (free - taken))
      this.#bitLength += taken
      left -= taken
    }
  }

  /** Appends a number >= 0 in Elias gamma code: 0 takes one bit, 1 and 2 take three, 3 to 6 take five. */
  writeGamma(value: number): void {
    const width = 31 - Math.clz32(value + 1)
    this.write(0, width)
    this.write(value + 1, width + 1)
  }

  /** Appends a number in `0..range-1`. The middle numbers take one bit less if `range` is no power of two. */
  writeWithin(value: number, range: number): void {
    if (range <= 1) return
    const width = 31 - Math.clz32(range)
    const short = (2 << width) - range
    const from = (range - short) >>> 1
    if (value >= from && value < from + short) this.write(value - from, width)
    else {
      const rank = value < from ? value : value - short
      this.write(rank + 2 * short, width + 1)
    }
  }

  /** Pads with zeros to the next whole byte. */
  align(): void {
    this.#bitLength = (this.#bitLength + 7) & ~7
  }

  get byteLength(): number {
    return (this.#bitLength + 7) >>> 3
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.byteLength)
  }

  /** Starts over in the same memory. */
  clear(): void {
    this.#bitLength = 0
  }

  #reserve(width: number): void {
    const needed = ((this.#bitLength + width) >>> 3) + 1
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/**
 * Reads the bits of a `BitWriter`. Past the end it reads zeros: a damaged shard gives wrong numbers, never an
 * exception.
 */
export class BitReader extends AscendingReader {
  readonly #bytes: Uint8Array
  #position: number

  /** `start`: the first byte to read. */
  constructor(bytes: Uint8Array, start = 0) {
    super()
    this.#bytes = bytes
    this.#position = start * 8
  }

  /** The next `width` bits as a number; `width` at most 32. */
  read(width: number): number {
    if (width > 24) return this.read(width - 16) * 0x10000 + this.read(16)
    if (width === 0) return 0
    const bytes = this.#bytes
    const position = this.#position
    const at = position >>> 3
    const window =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    this.#position = position + width
    return (window << (position & 7)) >>> (32 - width)
  }

  readGamma(): number {
    let width = 0
    while (width < 31 && this.read(1) === 0) width += 1
    return 2 ** width + this.read(width) - 1
  }

  readWithin(range: number): number {
    if (range <= 1) return 0
    const width = 31 - Math.clz32(range)
    const short = (2 << width) - range
    const from = (range - short) >>> 1
    const code = this.read(width)
    if (code < short) return code + from
    const rank = (code - short) * 2 + this.read(1)
    return rank < from ? rank : rank + short
  }

  /** The byte that holds the next bit. */
  get bytePosition(): number {
    return this.#position >>> 3
  }

  /** Skips to the next whole byte. */
  align(): void {
    this.#position = (this.#position + 7) & ~7
  }
}

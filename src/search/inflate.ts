/**
 * Raw inflate (RFC 1951) in one go: from deflated bytes to bytes, synchronously.
 *
 * A page of hits reads twenty small files. The browser's own `DecompressionStream` takes one to two milliseconds for each of
 * them, whatever its size, since every chunk is a task; this takes a tenth for a few KB, and not more for 200 KB than that does.
 * What is no such file throws a `RangeError`, after no more work than its bytes are worth.
 */

/** What a length or distance code stands for: the least value, and how many further bits are added to it. */
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const LENGTH_BASES = toBases(LENGTH_BITS, 3)
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const DISTANCE_BASES = toBases(DISTANCE_BITS, 1)
/** The order in which the lengths of the code of code lengths are written. */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const END_OF_BLOCK = 256
const LONGEST_CODE = 15
/** Bytes past the end that a code may be looked for in. */
const LOOKED_AHEAD = 4
/** No file of an index of a million articles unpacks to more; a few bytes that would are no such file. */
const MOST_BYTES = 268_435_456
/** The code of 258, the longest match, which needs no further bits. */
const LONGEST_MATCH_CODE = 28
const LONGEST_MATCH = 258

function toBases(bits: readonly number[], least: number): Uint16Array {
  const bases = new Uint16Array(bits.length)
  let base = least
  for (let i = 0; i < bits.length; i++) {
    bases[i] = base
    base += 1 << (bits[i] ?? 0)
  }
  return bases
}
LENGTH_BASES[LONGEST_MATCH_CODE] = LONGEST_MATCH

/** A Huffman code as a table: the next `width` bits give `symbol * 16 + length of its code`. */
interface Code {
  readonly table: Uint16Array
  readonly width: number
}

/** The fixed codes of block type 1. */
const FIXED_LENGTHS = Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))
const FIXED_SYMBOLS = toCode(FIXED_LENGTHS)
const FIXED_DISTANCES = toCode(new Uint8Array(32).fill(5))

/** Gives back what was deflated. */
export function inflate(bytes: Uint8Array): Uint8Array {
  const inflater = new Inflater(bytes)
  while (inflater.readBlock());
  return inflater.toBytes()
}

class Inflater {
  private readonly input: Uint8Array
  private at = 0
  private held = 0
  private heldBits = 0
  private output: Uint8Array
  private end = 0

  constructor(input: Uint8Array) {
    this.input = input
    this.output = new Uint8Array(input.length * 4 + LONGEST_MATCH)
  }

  toBytes(): Uint8Array {
    return this.output.slice(0, this.end)
  }

  /** Reads a block; false after the last. */
  readBlock(): boolean {
    const isLast = this.readBits(1) === 1
    const type = this.readBits(2)
    if (type === 0) this.copyStored()
    else if (type === 1) this.readCoded(FIXED_SYMBOLS, FIXED_DISTANCES)
    else if (type === 2) this.readCodes()
    else throw new RangeError('Expected a block, found type 3')
    return !isLast
  }

  /** The next bits, the first of them the lowest; `count` at most 16. */
  private readBits(count: number): number {
    this.hold(count)
    const bits = this.held & ((1 << count) - 1)
    this.held >>>= count
    this.heldBits -= count
    return bits
  }

  private hold(count: number): void {
    while (this.heldBits < count) {
      if (this.at > this.input.length + LOOKED_AHEAD) throw new RangeError('Expected more deflated bytes')
      this.held |= (this.input[this.at++] ?? 0) << this.heldBits
      this.heldBits += 8
    }
  }

  private readSymbol({ table, width }: Code): number {
    this.hold(width)
    const entry = table[this.held & ((1 << width) - 1)] ?? 0
    const length = entry & 15
    if (length === 0) throw new RangeError('Expected deflated bytes, found some that are no code')
    this.held >>>= length
    this.heldBits -= length
    return entry >>> 4
  }

  private copyStored(): void {
    this.at -= this.heldBits >>> 3
    this.held = 0
    this.heldBits = 0
    const length = (this.input[this.at] ?? 0) | ((this.input[this.at + 1] ?? 0) << 8)
    const stored = this.input.subarray(this.at + 4, this.at + 4 + length)
    if (stored.length < length) throw new RangeError('Expected more deflated bytes')
    this.reserve(length)
    this.output.set(stored, this.end)
    this.end += stored.length
    this.at += 4 + length
  }

  private readCodes(): void {
    const symbolCount = this.readBits(5) + 257
    const distanceCount = this.readBits(5) + 1
    const lengthCount = this.readBits(4) + 4
    const codeLengths = new Uint8Array(CODE_LENGTH_ORDER.length)
    for (let i = 0; i < lengthCount; i++) codeLengths[CODE_LENGTH_ORDER[i] ?? 0] = this.readBits(3)
    const lengths = this.readLengths(toCode(codeLengths), symbolCount + distanceCount)
    this.readCoded(toCode(lengths.subarray(0, symbolCount)), toCode(lengths.subarray(symbolCount)))
  }

  /** Code lengths, with their repetitions: 16 repeats the last one, 17 and 18 are runs of zeros. */
  private readLengths(code: Code, count: number): Uint8Array {
    const lengths = new Uint8Array(count)
    for (let i = 0; i < count; ) {
      const symbol = this.readSymbol(code)
      if (symbol < 16) lengths[i++] = symbol
      else if (symbol === 16) {
        const last = lengths[i - 1] ?? 0
        for (let left = 3 + this.readBits(2); left > 0 && i < count; left--) lengths[i++] = last
      } else i += symbol === 17 ? 3 + this.readBits(3) : 11 + this.readBits(7)
    }
    return lengths
  }

  private readCoded(symbols: Code, distances: Code): void {
    for (;;) {
      const symbol = this.readSymbol(symbols)
      if (symbol === END_OF_BLOCK) return
      this.reserve(LONGEST_MATCH)
      if (symbol < END_OF_BLOCK) this.output[this.end++] = symbol
      else this.copyMatch(symbol - END_OF_BLOCK - 1, distances)
    }
  }

  private copyMatch(lengthCode: number, distances: Code): void {
    const length = (LENGTH_BASES[lengthCode] ?? 0) + this.readBits(LENGTH_BITS[lengthCode] ?? 0)
    const distanceCode = this.readSymbol(distances)
    const distance = (DISTANCE_BASES[distanceCode] ?? 0) + this.readBits(DISTANCE_BITS[distanceCode] ?? 0)
    const { output } = this
    let to = this.end
    for (const end = to + length; to < end; to++) output[to] = output[to - distance] ?? 0
    this.end = to
  }

  private reserve(count: number): void {
    if (this.end + count <= this.output.length) return
    if (this.end + count > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes unpacked`)
    const grown = new Uint8Array((this.end + count) * 2)
    grown.set(this.output)
    this.output = grown
  }
}

/** The canonical code of these lengths (RFC 1951, 3.2.2), its bits in the order in which they are read. */
function toCode(lengths: Uint8Array): Code {
  const counts = new Uint16Array(LONGEST_CODE + 1)
  let width = 1
  for (const length of lengths) {
    counts[length] = (counts[length] ?? 0) + 1
    if (length > width) width = length
  }
  const next = new Uint16Array(LONGEST_CODE + 2)
  for (let length = 1; length <= LONGEST_CODE; length++) {
    next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1
  }
  const table = new Uint16Array(1 << width)
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue
    const code = next[length] ?? 0
    next[length] = code + 1
    const step = 1 << length
    for (let i = reverse(code, length); i < table.length; i += step) table[i] = symbol * 16 + length
  }
  return { table, width }
}

function reverse(code: number, length: number): number {
  let reversed = 0
  for (let i = 0; i < length; i++) reversed |= ((code >>> i) & 1) << (length - 1 - i)
  return reversed
}

/**
 * Bytes with numbers of one to five bytes (LEB128) and short texts: what runs, columns and cards are made of.
 */

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes being written. */
export class ByteWriter {
  private bytes = new Uint8Array(1024)
  private end = 0

  /** Appends a number of `0..2^32-1`. */
  writeNumber(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.end++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.end++] = rest
  }

  /** Appends a text as UTF-8, its length in bytes before it. */
  writeText(text: string): void {
    const start = this.end
    this.writeNumber(text.length)
    this.reserve(text.length)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) {
        this.end = start
        this.writeBytes(encoder.encode(text))
        return
      }
      this.bytes[this.end++] = code
    }
  }

  /** Appends bytes, their number before them. */
  writeBytes(bytes: Uint8Array): void {
    this.writeNumber(bytes.length)
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.end)
    this.end += bytes.length
  }

  get byteLength(): number {
    return this.end
  }

  /** What was written, still in this writer's memory: valid until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.end)
  }

  toBytes(): Uint8Array {
    return this.bytes.slice(0, this.end)
  }

  /** Begins anew, in the same memory. */
  clear(): void {
    this.end = 0
  }

  private reserve(count: number): void {
    if (this.end + count <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.end + count, this.bytes.length * 2))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

/** Reads what a `ByteWriter` wrote; zeros past the end. Only a count that cannot be true is an error, as it would cost memory. */
export class ByteReader {
  private readonly bytes: Uint8Array
  position: number

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes
    this.position = position
  }

  get isAtEnd(): boolean {
    return this.position >= this.bytes.length
  }

  readNumber(): number {
    let value = 0
    let shift = 0
    let byte: number
    do {
      byte = this.bytes[this.position++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127 && shift < 35)
    return value >>> 0
  }

  /** A number of things that follow, each of at least one byte. */
  readCount(): number {
    const count = this.readNumber()
    const most = Math.max(0, this.bytes.length - this.position)
    if (count > most) throw new RangeError(`Expected at most ${most} entries, found ${count}`)
    return count
  }

  readText(): string {
    return decoder.decode(this.readBytes())
  }

  readBytes(): Uint8Array {
    const length = this.readNumber()
    const bytes = this.bytes.subarray(this.position, this.position + length)
    this.position += length
    return bytes
  }
}

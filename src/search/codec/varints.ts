/**
 * Byte streams: numbers of one to five bytes (LEB128) and short texts. Bucket runs, columns and cards are made of them.
 */

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Writes bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #end = 0

  /** Appends a number in `0..2^32-1`. */
  writeNumber(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#end++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#end++] = rest
  }

  /** Appends a number in `-2^31..2^31-1`; numbers near 0 take few bytes. */
  writeSigned(value: number): void {
    this.writeNumber(((value << 1) ^ (value >> 31)) >>> 0)
  }

  /** Appends a text: its length in bytes, then its UTF-8. */
  writeText(text: string): void {
    const start = this.#end
    this.writeNumber(text.length)
    this.#reserve(text.length)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) {
        this.#end = start
        this.writeBytes(encoder.encode(text))
        return
      }
      this.#bytes[this.#end++] = code
    }
  }

  /** Appends bytes: their number, then the bytes. */
  writeBytes(bytes: Uint8Array): void {
    this.writeNumber(bytes.length)
    this.appendBytes(bytes)
  }

  /** Appends bytes without their number. */
  appendBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  get byteLength(): number {
    return this.#end
  }

  /** The bytes so far, in the writer's own memory: valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#end)
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#end)
  }

  /** Starts over in the same memory. */
  clear(): void {
    this.#end = 0
  }

  #reserve(count: number): void {
    if (this.#end + count <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#end + count, this.#bytes.length * 2))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/**
 * Reads the bytes of a `ByteWriter`; zeros past the end. Only an impossible count throws, since it would cost memory.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  position: number

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes
    this.position = position
  }

  get isAtEnd(): boolean {
    return this.position >= this.#bytes.length
  }

  readNumber(): number {
    let value = 0
    let shift = 0
    let byte: number
    do {
      byte = this.#bytes[this.position++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127 && shift < 35)
    return value >>> 0
  }

  readSigned(): number {
    const value = this.readNumber()
    return (value >>> 1) ^ -(value & 1)
  }

  /** Reads a number of entries, each at least one byte long. Throws a `RangeError` if fewer bytes follow. */
  readCount(): number {
    const count = this.readNumber()
    const most = Math.max(0, this.#bytes.length - this.position)
    if (count > most) throw new RangeError(`Expected at most ${most} entries, found ${count}`)
    return count
  }

  readText(): string {
    const length = this.readNumber()
    this.position += length
    return readUtf8(this.#bytes, this.position - length, this.position)
  }

  /** Copies the next bytes to `target[from..to-1]`. */
  copyBytes(target: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) target[at] = this.#bytes[this.position++] ?? 0
  }

  readBytes(): Uint8Array {
    const length = this.readNumber()
    const bytes = this.#bytes.subarray(this.position, this.position + length)
    this.position += length
    return bytes
  }
}

/**
 * The longest text, in bytes, that is built character by character. A `TextDecoder` takes longer even to begin with a
 * text; V8 keeps longer texts built so as chains of their parts, which takes much memory.
 */
const SHORT_TEXT = 12

/** Decodes `bytes[start..end-1]` as UTF-8. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT_TEXT) return decoder.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte > 127) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(byte)
  }
  return text
}

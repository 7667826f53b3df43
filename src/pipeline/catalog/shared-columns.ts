/** Columns of texts and of lists in memory that all threads share without copying: the storage of the catalog. */
import { concatenate } from '../../search/arrays/concatenate.js'

/** Texts one after another, as UTF-8; text `i` is `bytes[starts[i]]` to `bytes[starts[i + 1] - 1]`. */
export interface TextColumn {
  readonly bytes: Uint8Array<SharedArrayBuffer>
  readonly starts: Uint32Array<SharedArrayBuffer>
}

/** Lists of numbers one after another; list `i` is `values[starts[i]]` to `values[starts[i + 1] - 1]`. */
export interface ListColumn {
  readonly values: Uint32Array<SharedArrayBuffer>
  readonly starts: Uint32Array<SharedArrayBuffer>
}

/** Copies numbers into shared memory. */
export function toSharedNumbers(numbers: ArrayLike<number>): Uint32Array<SharedArrayBuffer> {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.length * Uint32Array.BYTES_PER_ELEMENT))
  shared.set(numbers)
  return shared
}

/** Joins arrays of bytes in shared memory. */
export function toSharedBytes(parts: readonly Uint8Array[]): Uint8Array<SharedArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const shared = new Uint8Array(new SharedArrayBuffer(length))
  let at = 0
  for (const part of parts) {
    shared.set(part, at)
    at += part.length
  }
  return shared
}

/** Joins columns of texts. */
export function joinTexts(
  columns: readonly { readonly bytes: Uint8Array; readonly starts: Uint32Array }[],
): TextColumn {
  const starts = joinStarts(columns.map((column) => column.starts))
  return { bytes: toSharedBytes(columns.map(({ bytes }) => bytes)), starts: toSharedNumbers(starts) }
}

/** Joins columns of lists. */
export function joinLists(
  columns: readonly { readonly values: Uint32Array; readonly starts: Uint32Array }[],
): ListColumn {
  const values = concatenate(
    Uint32Array,
    columns.map((column) => column.values),
  )
  return { values: toSharedNumbers(values), starts: toSharedNumbers(joinStarts(columns.map(({ starts }) => starts))) }
}

function joinStarts(columns: readonly Uint32Array[]): number[] {
  const joined = [0]
  for (const starts of columns) {
    const base = joined.at(-1) ?? 0
    for (const start of starts.subarray(1)) joined.push(base + start)
  }
  return joined
}

/** Collects texts as bytes; only the last ones are strings, to save memory. */
export class TextColumnWriter {
  readonly #chunks: Buffer[] = []
  readonly #starts: number[] = [0]
  #pending: string[] = []
  #length = 0

  push(text: string): void {
    this.#pending.push(text)
    this.#length += Buffer.byteLength(text)
    this.#starts.push(this.#length)
    if (this.#pending.length === PENDING_TEXTS) this.#encode()
  }

  finish(): TextColumn {
    this.#encode()
    return { bytes: toSharedBytes(this.#chunks), starts: toSharedNumbers(this.#starts) }
  }

  #encode(): void {
    this.#chunks.push(Buffer.from(this.#pending.join('')))
    this.#pending = []
  }
}

/** Texts that are encoded at a time. */
const PENDING_TEXTS = 1_024

export function toListColumn(lists: Iterable<readonly number[]>): ListColumn {
  const values: number[] = []
  const starts = [0]
  for (const list of lists) {
    for (const value of list) values.push(value)
    starts.push(values.length)
  }
  return { values: toSharedNumbers(values), starts: toSharedNumbers(starts) }
}

export function readText({ bytes, starts }: TextColumn, index: number): string {
  const start = starts[index] ?? 0
  return Buffer.from(bytes.buffer, start, (starts[index + 1] ?? start) - start).toString()
}

/** Returns list `index` as a view, not a copy. */
export function readList(
  { values, starts }: { readonly values: Uint32Array; readonly starts: Uint32Array },
  index: number,
): Uint32Array {
  return values.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)
}

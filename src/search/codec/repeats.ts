/**
 * Folds repeats that are far apart, before deflate. Deflate looks back 32 KB only, while the boilerplate of articles
 * and the lines of lists repeat over all the megabytes of a pack. Pure: bytes in, bytes out.
 *
 *     folded   copy-count  skip*  length*  jump*  rest      varints (`varints.ts`), then the rest
 *     skip     the number of bytes between the copy before and this one
 *     length   the number of bytes in a copy
 *     jump     from - (at - d), signed; d: the distance at - from of the copy before, 0 for the first copy
 *     rest     the bytes that are in no copy, in order
 *
 * A jump is 0 if a copy has the same distance as the copy before. The lines of an original text are such copies: their
 * words are one paragraph of the article's page.
 *
 *     <p>Quit the program, then start it with the switch.</p> ... Quit the program, then\nstart it with\nthe switch.
 *        ^                      ^             ^                   ^ copied               ^ jump 0       ^ jump 0
 */
import { ByteReader, ByteWriter } from './varints.js'

/**
 * Length in bytes of the windows that are looked up. Shorter repeats are left to deflate: a copy takes 3 or 4 bytes.
 */
const WINDOW = 48
/** The shortest copy with the distance of the copy before, which takes 2 bytes. */
const SHORTEST_NEXT = 12
/** The most bytes that a pack may unfold to. */
const MOST_BYTES = 268_435_456

/** The bytes at `from` repeat at `at`. The two ranges do not overlap. */
interface Copy {
  readonly at: number
  readonly from: number
  readonly length: number
}

/** Replaces repeats with copies. */
export function foldRepeats(bytes: Uint8Array): Uint8Array {
  const copies = listCopies(bytes)
  const writer = new ByteWriter()
  writer.writeNumber(copies.length)
  copies.forEach(({ at }, index) => {
    writer.writeNumber(at - endOf(copies[index - 1]))
  })
  for (const { length } of copies) writer.writeNumber(length)
  copies.forEach(({ at, from }, index) => {
    const last = copies[index - 1]
    writer.writeNumber(toUnsigned(from - (at - distanceOf(last))))
  })
  let end = 0
  for (const copy of copies) {
    writer.appendBytes(bytes.subarray(end, copy.at))
    end = endOf(copy)
  }
  writer.appendBytes(bytes.subarray(end))
  return writer.toBytes()
}

/** Restores folded bytes. Throws a `RangeError` if they are damaged or unfold to more than 256 MB. */
export function unfoldRepeats(folded: Uint8Array): Uint8Array {
  const reader = new ByteReader(folded)
  const count = reader.readCount()
  const readNumbers = () => Uint32Array.from({ length: count }, () => reader.readNumber())
  const skips = readNumbers()
  const lengths = readNumbers()
  const jumps = readNumbers()
  let rest = folded.subarray(reader.position)
  const size = lengths.reduce((sum, length) => sum + length, rest.length)
  if (size > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes unfolded`)
  const bytes = new Uint8Array(size)
  let at = 0
  let distance = 0
  for (let index = 0; index < count; index++) {
    const skip = skips[index] ?? 0
    const length = lengths[index] ?? 0
    if (skip > rest.length) throw new RangeError('Expected as many bytes as the copies skip')
    bytes.set(rest.subarray(0, skip), at)
    rest = rest.subarray(skip)
    at += skip
    distance -= toSigned(jumps[index] ?? 0)
    if (distance < length || distance > at) throw new RangeError('Expected copies of what stands before them')
    bytes.copyWithin(at, at - distance, at - distance + length)
    at += length
  }
  bytes.set(rest, at)
  return bytes
}

/** The copies in order, found from left to right. */
function listCopies(bytes: Uint8Array): readonly Copy[] {
  const copies: Copy[] = []
  const windows = createWindows(bytes)
  let last: Copy | undefined
  let at = 0
  while (at + WINDOW <= bytes.length) {
    const found = findNext(bytes, at, last) ?? findWindow(bytes, at, windows.find())
    if (found !== null) {
      last = growBack(bytes, found, endOf(last))
      copies.push(last)
    }
    const end = found === null ? at + 1 : endOf(found)
    for (; at < end; at++) windows.add()
  }
  return copies
}

/** A copy at `at` with the distance of the last copy, if it is long enough. */
function findNext(bytes: Uint8Array, at: number, last: Copy | undefined): Copy | null {
  if (last === undefined) return null
  const from = at - distanceOf(last)
  if (bytes[from] !== bytes[at]) return null
  const length = countSame(bytes, from, at)
  return length < SHORTEST_NEXT ? null : { at, from, length }
}

function findWindow(bytes: Uint8Array, at: number, from: number): Copy | null {
  const length = from < 0 ? 0 : countSame(bytes, from, at)
  return length < WINDOW ? null : { at, from, length }
}

/** The number of bytes at `from` that repeat at `at`; the source ends before `at`. */
function countSame(bytes: Uint8Array, from: number, at: number): number {
  const most = Math.min(at - from, bytes.length - at)
  let length = 0
  while (length < most && bytes[from + length] === bytes[at + length]) length++
  return length
}

/** Extends a copy to the left over equal bytes, but not before `end` and not over its own source. */
function growBack(bytes: Uint8Array, { at, from, length }: Copy, end: number): Copy {
  let back = 0
  while (at - back > end && from > back && bytes[at - back - 1] === bytes[from - back - 1]) back++
  back = Math.min(back, at - from - length)
  return { at: at - back, from: from - back, length: length + back }
}

/** The factor of the rolling hash (FNV's prime), and the one that mixes it (the golden ratio). */
const FACTOR = 0x01000193
const MIX = 0x9e3779b1
/**
 * Bits of a slot's number: 262,144 slots, 1 MB. A pack has more windows than that: a later one replaces an earlier one.
 */
const TABLE_BITS = 18

/**
 * Remembers the last position of each window. It moves over the bytes: `add` stores the current window and moves on by
 * one.
 */
function createWindows(bytes: Uint8Array) {
  const places = new Int32Array(1 << TABLE_BITS).fill(-1)
  let highest = 1
  for (let i = 1; i < WINDOW; i++) highest = Math.imul(highest, FACTOR)
  let at = 0
  let hash = 0
  for (let i = 0; i < WINDOW; i++) hash = (Math.imul(hash, FACTOR) + (bytes[i] ?? 0)) | 0
  const slot = () => Math.imul(hash, MIX) >>> (32 - TABLE_BITS)
  return {
    /** The position of an earlier window that may equal the current one; -1 if there is none. */
    find: () => places[slot()] ?? -1,
    add(): void {
      places[slot()] = at
      hash = (Math.imul(hash - Math.imul(bytes[at] ?? 0, highest), FACTOR) + (bytes[at + WINDOW] ?? 0)) | 0
      at++
    },
  }
}

const endOf = (copy: Copy | undefined) => (copy === undefined ? 0 : copy.at + copy.length)
const distanceOf = (copy: Copy | undefined) => (copy === undefined ? 0 : copy.at - copy.from)

/** 0, -1, 1, -2 ... as 0, 1, 2, 3 ... */
function toUnsigned(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function toSigned(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

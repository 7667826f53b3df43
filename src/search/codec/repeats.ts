/**
 * Folds repeats that lie far apart: deflate looks back 32 KB, and in a pack of pages an article's boilerplate, or a line of a list,
 * stands again and again over megabytes. What is left is deflated afterwards. Pure: bytes in, bytes out.
 *
 *     how many copies; how many bytes stand before each; how long each is; how far each jumps
 *     the bytes that are no copy, one after the other
 *
 * A copy's jump is the distance between the bytes that it copies and those that the last one would go on with. So the lines of an
 * original text, whose words are one paragraph of its page, jump by nothing:
 *
 *     > | <p>Quit the program, then start it with the switch.</p> ... Quit the program, then\nstart it with\nthe switch.
 *            ^                      ^             ^                   ^ copied               ^ jumps 0      ^ jumps 0
 */
import { ByteReader, ByteWriter } from './varints.js'

/** Bytes that are looked for everywhere before. Shorter repeats are left to deflate: a copy takes three or four bytes. */
const WINDOW = 48
/** A copy that goes on where the last one ended takes two. */
const SHORTEST_NEXT = 12
/** No pack unfolds to more. */
const MOST_BYTES = 268_435_456

/** The bytes at `from` stand again at `at`; none of them is copied while it is written. */
interface Copy {
  readonly at: number
  readonly from: number
  readonly length: number
}

/** Writes what stands again as copies. */
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

/** Gives back what was folded. Throws a `RangeError` where the bytes are damaged or unfold to more than 256 MB. */
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

/** What stands again, from the first byte to the last; of two repeats the one that begins first. */
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

/** What the last copy would go on with, where that stands at `at`. */
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

/** How many bytes at `from` stand again at `at`, as far as they end before it. */
function countSame(bytes: Uint8Array, from: number, at: number): number {
  const most = Math.min(at - from, bytes.length - at)
  let length = 0
  while (length < most && bytes[from + length] === bytes[at + length]) length++
  return length
}

/** Takes in the bytes before it that are the same too. */
function growBack(bytes: Uint8Array, { at, from, length }: Copy, end: number): Copy {
  let back = 0
  while (at - back > end && from > back && bytes[at - back - 1] === bytes[from - back - 1]) back++
  back = Math.min(back, at - from - length)
  return { at: at - back, from: from - back, length: length + back }
}

/** A factor of a rolling hash (FNV's prime), and one that mixes it (the golden ratio). */
const FACTOR = 0x01000193
const MIX = 0x9e3779b1
/** 262,144 places of windows, 1 MB: a pack has some 2 million, and a later one takes the place of an earlier. */
const TABLE_BITS = 18

/** Remembers where each window was last. It goes over the bytes one by one: `add` takes the window in and goes on. */
function createWindows(bytes: Uint8Array) {
  const places = new Int32Array(1 << TABLE_BITS).fill(-1)
  let highest = 1
  for (let i = 1; i < WINDOW; i++) highest = Math.imul(highest, FACTOR)
  let at = 0
  let hash = 0
  for (let i = 0; i < WINDOW; i++) hash = (Math.imul(hash, FACTOR) + (bytes[i] ?? 0)) | 0
  const slot = () => Math.imul(hash, MIX) >>> (32 - TABLE_BITS)
  return {
    /** Where a window was that may be the same; -1: nowhere. */
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

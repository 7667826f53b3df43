/**
 * How long everything is: terms of each field (Lunr's field lengths), places of each field; sections and copies of the body.
 *
 * Two shards, since every search needs the first and only phrases and sections need the second.
 */

import { ByteReader } from '../codec/varints.js'
import { BODY, FIELD_NAMES } from '../fields.js'
import { type Copy, NO_COPIES, SHORTEST_COPY } from './copy.js'

/** Terms of each field of each article, article by article: `lengths[article * fields + field]`. */
export function readLengths(bytes: Uint8Array): Uint32Array {
  const reader = new ByteReader(bytes)
  const lengths = new Uint32Array(reader.readCount() * FIELD_NAMES.length)
  for (let i = 0; i < lengths.length; i++) lengths[i] = reader.readNumber()
  return lengths
}

export interface ArchiveExtents {
  readonly buckets: BucketStarts
  /** Places of each field of each article: `places[article * fields + field]`; stop words have none. */
  readonly places: Uint32Array
  /** Places of each body that are in no copy. */
  readonly own: Uint32Array
  /** Sections of article `i`: `codes` and `starts` from `firsts[i]` to `firsts[i + 1]`. */
  readonly firsts: Uint32Array
  /** Names of the sections, as indices into `SECTION_CODES`. */
  readonly codes: Uint8Array
  /** First place of each section. */
  readonly starts: Uint32Array
  /** Copies of each article. */
  readonly copies: readonly (readonly Copy[])[]
}

/** The buckets, by number, and the ordinal of the first article of each; one more: of all articles the end. */
export interface BucketStarts {
  readonly numbers: readonly number[]
  readonly firsts: readonly number[]
}

/** Reads the extents of one bucket or, one after the other, of all. Articles are counted from 0, sources of copies too. */
export function readExtents(bytes: Uint8Array): ArchiveExtents {
  const reader = new ByteReader(bytes)
  const buckets = { numbers: [] as number[], firsts: [0] }
  const places: number[] = []
  const own: number[] = []
  const firsts: number[] = [0]
  const codes: number[] = []
  const starts: number[] = []
  const copies: (readonly Copy[])[] = []
  while (!reader.isAtEnd) {
    buckets.numbers.push(reader.readNumber())
    for (let articles = reader.readCount(); articles > 0; articles--) {
      for (let field = 0; field < FIELD_NAMES.length; field++) places.push(reader.readNumber())
      let start = 0
      for (let left = reader.readNumber(); left > 0 && !reader.isAtEnd; left--) {
        codes.push(reader.readNumber())
        start += reader.readNumber()
        starts.push(start)
      }
      firsts.push(codes.length)
      const copied = readCopies(reader, copies.length)
      own.push(Math.max(0, (places[places.length - FIELD_NAMES.length + BODY] ?? 0) - countCopied(copied)))
      copies.push(copied)
    }
    buckets.firsts.push(copies.length)
  }
  return {
    buckets,
    places: Uint32Array.from(places),
    own: Uint32Array.from(own),
    firsts: Uint32Array.from(firsts),
    codes: Uint8Array.from(codes),
    starts: Uint32Array.from(starts),
    copies,
  }
}

/** How many places copies have. */
function countCopied(copies: readonly Copy[]): number {
  let count = 0
  for (const { length } of copies) count += length
  return count
}

function readCopies(reader: ByteReader, article: number): readonly Copy[] {
  const count = reader.readNumber()
  if (count === 0) return NO_COPIES
  const copies: Copy[] = []
  let [end, source, expected] = [0, -1, 0]
  while (copies.length < count && !reader.isAtEnd) {
    const gap = reader.readNumber()
    const length = reader.readNumber() + SHORTEST_COPY
    const back = reader.readNumber()
    const start = reader.readSigned() + (back === 0 ? expected + gap : 0)
    if (back !== 0) source = article - back
    copies.push({ at: end + gap, length, source, start })
    end += gap + length
    expected = start + length
  }
  return copies
}

/**
 * How long everything is: terms of each field (Lunr's field lengths), words of each field, sections of the body.
 *
 * Two shards, since every search needs the first and only phrases and sections need the second.
 */
import { FIELD_NAMES } from './fields.js'
import { ByteReader } from './varints.js'

/** Terms of each field of each article, article by article: `lengths[article * fields + field]`. */
export function readLengths(bytes: Uint8Array): Uint32Array {
  const reader = new ByteReader(bytes)
  const lengths = new Uint32Array(reader.readCount() * FIELD_NAMES.length)
  for (let i = 0; i < lengths.length; i++) lengths[i] = reader.readNumber()
  return lengths
}

/** How many articles lengths are of. */
export function countArticles(lengths: Uint8Array): number {
  return new ByteReader(lengths).readNumber()
}

export interface ArchiveExtents {
  /** Words of each field of each article: `words[article * fields + field]`. */
  readonly words: Uint32Array
  /** Sections of article `i`: `codes` and `starts` from `firsts[i]` to `firsts[i + 1]`. */
  readonly firsts: Uint32Array
  /** Names of the sections, as indices into `SECTION_CODES`. */
  readonly codes: Uint8Array
  /** First word of each section. */
  readonly starts: Uint32Array
}

/** Reads the extents of one bucket or, one after the other, of all. */
export function readExtents(bytes: Uint8Array): ArchiveExtents {
  const reader = new ByteReader(bytes)
  const words: number[] = []
  const firsts: number[] = [0]
  const codes: number[] = []
  const starts: number[] = []
  while (!reader.isAtEnd) {
    for (let field = 0; field < FIELD_NAMES.length; field++) words.push(reader.readNumber())
    let start = 0
    for (let left = reader.readNumber(); left > 0 && !reader.isAtEnd; left--) {
      codes.push(reader.readNumber())
      start += reader.readNumber()
      starts.push(start)
    }
    firsts.push(codes.length)
  }
  return {
    words: Uint32Array.from(words),
    firsts: Uint32Array.from(firsts),
    codes: Uint8Array.from(codes),
    starts: Uint32Array.from(starts),
  }
}

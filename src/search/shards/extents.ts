/**
 * Lengths and extents: the terms of each field (Lunr's field lengths); the places of each field and the body's
 * sections.
 *
 *     lengths  article-count  (term-count x 4)*
 *     extents  bucket*
 *     bucket   article-count  article*
 *     article  place-count x 4  section-count  section*
 *     section  name-code  gap                            gap: places since the previous section began
 *
 * They are two shards, since every search needs the first, while only phrases and sections need the second.
 */

import { concatenate } from '../arrays/concatenate.js'
import { ByteReader } from '../codec/varints.js'
import { BODY, FIELD_NAMES } from '../fields.js'
import type { BodyLength } from './steps.js'

/** The number of terms in each field of each article, article by article: `lengths[article * fields + field]`. */
export function readLengths(bytes: Uint8Array): Uint32Array {
  const reader = new ByteReader(bytes)
  const lengths = new Uint32Array(reader.readCount() * FIELD_NAMES.length)
  for (let i = 0; i < lengths.length; i++) lengths[i] = reader.readNumber()
  return lengths
}

/** Joins the lengths of the buckets, in their order. */
export function joinLengths(buckets: readonly { readonly lengths: Uint8Array }[]): Uint32Array {
  return concatenate(
    Uint32Array,
    buckets.map(({ lengths }) => readLengths(lengths)),
  )
}

/** The number of terms in an article's body, from the lengths of all articles. */
export function toBodyLength(lengths: Uint32Array): BodyLength {
  return (article) => lengths[article * FIELD_NAMES.length + BODY] ?? 0
}

export interface ArchiveExtents {
  /** The ordinal of each bucket's first article, and after the last one the number of articles. */
  readonly bases: readonly number[]
  /**
   * The number of places in each field of each article: `places[article * fields + field]`. Stop words have no place.
   */
  readonly places: Uint32Array
  /** Sections of article `i`: `codes` and `starts` from `firsts[i]` to `firsts[i + 1] - 1`. */
  readonly firsts: Uint32Array
  /** Names of the sections, as indices into `SECTION_CODES`. */
  readonly codes: Uint8Array
  /** First place of each section. */
  readonly starts: Uint32Array
}

/** Reads the extents of one bucket, or of all buckets one after the other. */
export function readExtents(bytes: Uint8Array): ArchiveExtents {
  const reader = new ByteReader(bytes)
  const bases: number[] = [0]
  const places: number[] = []
  const firsts: number[] = [0]
  const codes: number[] = []
  const starts: number[] = []
  while (!reader.isAtEnd) {
    for (let articles = reader.readCount(); articles > 0; articles--) {
      for (let field = 0; field < FIELD_NAMES.length; field++) places.push(reader.readNumber())
      let start = 0
      for (let left = reader.readNumber(); left > 0 && !reader.isAtEnd; left--) {
        codes.push(reader.readNumber())
        start += reader.readNumber()
        starts.push(start)
      }
      firsts.push(codes.length)
    }
    bases.push(firsts.length - 1)
  }
  return {
    bases,
    places: Uint32Array.from(places),
    firsts: Uint32Array.from(firsts),
    codes: Uint8Array.from(codes),
    starts: Uint32Array.from(starts),
  }
}

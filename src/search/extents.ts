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
  const lengths = new Uint32Array(reader.readNumber() * FIELD_NAMES.length)
  for (let i = 0; i < lengths.length; i++) lengths[i] = reader.readNumber()
  return lengths
}

/** A section of an article's body: code of its name (`SECTION_CODES`), and its first word. */
export interface SectionExtent {
  readonly code: number
  readonly start: number
}

/** Words of each field, and the body's sections, of each article. */
export function readExtents(bytes: Uint8Array): {
  readonly words: readonly number[]
  readonly sections: readonly (readonly SectionExtent[])[]
} {
  const reader = new ByteReader(bytes)
  const words: number[] = []
  const sections: SectionExtent[][] = []
  while (!reader.isAtEnd) {
    for (let field = 0; field < FIELD_NAMES.length; field++) words.push(reader.readNumber())
    let start = 0
    sections.push(
      Array.from({ length: reader.readNumber() }, () => {
        const code = reader.readNumber()
        start += reader.readNumber()
        return { code, start }
      }),
    )
  }
  return { words, sections }
}

/** Words of each field of each article: `counts[article * fields + field]`. */
export function readWordCounts(bytes: Uint8Array): readonly number[] {
  return readExtents(bytes).words
}

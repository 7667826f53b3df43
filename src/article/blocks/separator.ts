/**
 * Reads the word between two alternatives, alone on its line: `-or-`, `- or -`, `-AND-`, `or`.
 *
 * A separator between the items of a list does not end the list.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt } from './block.js'

/** Matches `-or-`, `--OR--`, `<or>`, `- and -`, `-and/or-`. */
const SEPARATOR = /^(?:[-<(][-<( ]{0,5}(?:or|and|to|and\/or|then|but|plus)[-:>) ]{0,6}|or:?|and:?)$/i

/** Returns true if a line is only a separator. */
export function isSeparator(text: string): boolean {
  return text.length < 40 && SEPARATOR.test(text.trimStart())
}

/** Reads a separator as a paragraph of its own. */
export const readSeparator: BlockReader = (chunk, region) => {
  if (!isSeparator(lineAt(region.lines, chunk.from).text)) return null
  const next = chunk.from + 1
  return { blocks: [textParagraph(region, chunk.from, next)], next }
}

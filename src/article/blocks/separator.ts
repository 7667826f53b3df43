/**
 * The word between two alternatives, alone on its line: `-or-`, `- or -`, `-AND-`, `or`.
 *
 * It does not end a list whose items it stands between.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt } from './block.js'

/** `-or-`, `--OR--`, `<or>`, `- and -`, `-and/or-` */
const SEPARATOR = /^(?:[-<(][-<( ]{0,5}(?:or|and|to|and\/or|then|but|plus)[-:>) ]{0,6}|or:?|and:?)$/i

/** Whether a line is a separator and nothing else. */
export function isSeparator(text: string): boolean {
  return text.length < 40 && SEPARATOR.test(text.trimStart())
}

/** Reads a separator as a paragraph of its own. */
export const readSeparator: BlockReader = (chunk, region) => {
  if (!isSeparator(lineAt(region.lines, chunk.from).text)) return null
  const next = chunk.from + 1
  return { blocks: [textParagraph(region, chunk.from, next)], next }
}

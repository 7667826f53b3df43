/**
 * Reads messages and other quoted text: prose that is set off to the right, or announced by a colon inside an item.
 *
 *     > | you receive the following error message:
 *       |
 *     > |    The file cannot be found. Verify the name
 *     > |    and try again.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, type Chunk, contentAt, lineBefore, positionOf, type Region, SET_OFF } from './block.js'
import { endOfParagraph, MAX_FIRST_INDENT } from './paragraph.js'

/** Reads a quotation: a paragraph in a blockquote without a note's label. */
export const readQuotation: BlockReader = (chunk, region) => {
  if (!isQuotation(chunk, region)) return null
  const next = endOfParagraph(chunk, region)
  const children = [textParagraph(region, chunk.from, next)]
  return { blocks: [{ type: 'blockquote', children, position: positionOf(region.lines, chunk.from, next) }], next }
}

function isQuotation(chunk: Chunk, region: Region): boolean {
  if (chunk.indent >= region.column + SET_OFF) return !isIndentedParagraph(chunk, region)
  const isAnnounced = region.depth > 0 && lineBefore(region, chunk.from).text.endsWith(':')
  return isAnnounced && !contentAt(region, chunk.from).endsWith(':')
}

/** Returns true for a CD paragraph of one line with the first-line indent that ends in a colon. */
function isIndentedParagraph(chunk: Chunk, region: Region): boolean {
  if (region.body.form !== 'md-cd' || chunk.to - chunk.from > 1) return false
  return chunk.indent <= region.column + MAX_FIRST_INDENT && /^[A-Z].*:$/.test(contentAt(region, chunk.from))
}

/**
 * Messages and other quoted text: prose that is set off to the right, or that an item's text announces with a colon.
 *
 *     > | you receive the following error message:
 *       |
 *     > |    The file cannot be found. Verify the name
 *     > |    and try again.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, type Chunk, contentAt, lineBefore, positionOf, type Region, SET_OFF } from './block.js'
import { endOfParagraph, MAX_FIRST_INDENT } from './paragraph.js'

/** Reads a quotation: a paragraph inside a blockquote without a note's label. */
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

/** A paragraph of the CD whose only line has the first-line indent, and that goes on to say something. */
function isIndentedParagraph(chunk: Chunk, region: Region): boolean {
  if (region.body.form !== 'md-cd' || chunk.to - chunk.from > 1) return false
  return chunk.indent <= region.column + MAX_FIRST_INDENT && /^[A-Z].*:$/.test(contentAt(region, chunk.from))
}

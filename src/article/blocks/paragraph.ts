/**
 * Running prose, and what is left when no other reader wanted a chunk: set off to the right it is a quotation.
 */
import { textParagraph } from '../inline/phrasing.js'
import {
  type BlockReader,
  type Chunk,
  contentAt,
  lineAt,
  lineBefore,
  positionOf,
  type Region,
  SET_OFF,
} from './block.js'
import { markerAt } from './list-marker.js'
import { isRule } from './rule-line.js'
import { isFullBreak } from './wrapping.js'

/** The first line of a paragraph is indented by three columns; a little more is the same. */
const MAX_FIRST_INDENT = 5

/** Whether a line begins a list item, and does not only happen to begin with what looks like a marker. */
function opensItem(at: number, region: Region): boolean {
  return markerAt(lineAt(region.lines, at)) !== null && !isFullBreak(region.lines, at - 1, region.body.wrapColumn)
}

/**
 * Whether a line begins a paragraph by its indentation only, as in some of the CD's articles:
 *
 *     > | of the manual describes it.
 *     > |    The next paragraph begins here and goes on
 *     > | at the left.
 */
function opensParagraph(at: number, chunk: Chunk, region: Region): boolean {
  const { indent } = lineAt(region.lines, at)
  if (region.body.form !== 'md-cd' || indent < chunk.indent + SET_OFF || indent > chunk.indent + MAX_FIRST_INDENT)
    return false
  const isLast = at + 1 === chunk.to
  return /^["'(]?[A-Z]/.test(contentAt(region, at)) && (isLast || lineAt(region.lines, at + 1).indent === chunk.indent)
}

/** One past the last line of the paragraph: up to a rule, an item, or a line that begins another paragraph. */
function endOfParagraph(chunk: Chunk, region: Region): number {
  let to = chunk.from + 1
  while (
    to < chunk.to &&
    !isRule(lineAt(region.lines, to).text) &&
    !opensItem(to, region) &&
    !opensParagraph(to, chunk, region)
  )
    to++
  return to
}

/** Reads a paragraph; accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  const to = endOfParagraph(chunk, region)
  const paragraph = textParagraph(region, chunk.from, to)
  if (!isQuotation(chunk, region)) return { blocks: [paragraph], next: to }
  const position = positionOf(region.lines, chunk.from, to)
  return { blocks: [{ type: 'blockquote', children: [paragraph], position }], next: to }
}

/** Whether a chunk is set off from the text, or is what an item's text announces with a colon. */
function isQuotation(chunk: Chunk, region: Region): boolean {
  if (chunk.indent >= region.column + SET_OFF) return !isIndentedParagraph(chunk, region)
  return (
    region.depth > 0 &&
    lineBefore(region, chunk.from).text.endsWith(':') &&
    !contentAt(region, chunk.from).endsWith(':')
  )
}

/** A paragraph of the CD whose only line has the first-line indent, and that goes on to say something. */
function isIndentedParagraph(chunk: Chunk, region: Region): boolean {
  if (region.body.form !== 'md-cd' || chunk.to - chunk.from > 1) return false
  return chunk.indent <= region.column + MAX_FIRST_INDENT && /^[A-Z].*:$/.test(contentAt(region, chunk.from))
}

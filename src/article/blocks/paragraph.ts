/**
 * Running prose, and what is left when no other reader wanted a chunk: set off to the right it is a quotation.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt, positionOf, type Region, SET_OFF } from './block.js'
import { markerAt } from './list-marker.js'
import { isFullBreak } from './wrapping.js'

/** Whether a line begins a list item, and does not only happen to begin with what looks like a marker. */
function opensItem(at: number, region: Region): boolean {
  return markerAt(lineAt(region.lines, at)) !== null && !isFullBreak(region.lines, at - 1, region.body.wrapColumn)
}

/** Reads a paragraph; accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  let to = chunk.from + 1
  while (to < chunk.to && !opensItem(to, region)) to++
  const paragraph = textParagraph(region, chunk.from, to)
  if (chunk.indent < region.column + SET_OFF) return { blocks: [paragraph], next: to }
  const position = positionOf(region.lines, chunk.from, to)
  return { blocks: [{ type: 'blockquote', children: [paragraph], position }], next: to }
}

/**
 * Running prose, and what is left when no other reader wanted a chunk: set off to the right it is a quotation.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt, positionOf } from './block.js'
import { markerAt } from './list-marker.js'

/** Columns to the right of the text around it that make a paragraph a quotation. */
const SET_OFF = 2

/** Reads a paragraph; accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  let to = chunk.from + 1
  while (to < chunk.to && markerAt(lineAt(region.lines, to)) === null) to++
  const paragraph = textParagraph(region, chunk.from, to)
  if (chunk.indent < region.column + SET_OFF) return { blocks: [paragraph], next: to }
  const position = positionOf(region.lines, chunk.from, to)
  return { blocks: [{ type: 'blockquote', children: [paragraph], position }], next: to }
}

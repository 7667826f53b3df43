/**
 * Running prose, and what is left when no other reader wanted a chunk: set off to the right it is a quotation.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt, positionOf } from './block.js'
import { markerAt } from './list-marker.js'

/** Reads a paragraph; accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  let to = chunk.from + 1
  while (to < chunk.to && markerAt(lineAt(region.lines, to)) === null) to++
  const broken = !isWrapped(region.lines.slice(chunk.from, to), region.body.wrapColumn)
  const paragraph = textParagraph(region.lines, chunk.from, to, 0, broken)
  if (chunk.indent < region.column + 2) return { blocks: [paragraph], next: to }
  const position = positionOf(region.lines, chunk.from, to)
  return { blocks: [{ type: 'blockquote', children: [paragraph], position }], next: to }
}

function isWrapped(lines: readonly { readonly text: string }[], column: number): boolean {
  let full = 0
  for (let at = 0; at + 1 < lines.length; at++) {
    const word = (lines[at + 1]?.text ?? '').trimStart().split(' ', 1)[0] ?? ''
    if ((lines[at]?.text.length ?? 0) + 1 + word.length > column - 10) full++
  }
  return full * 2 >= lines.length - 1
}

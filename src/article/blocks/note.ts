/**
 * Notes: a paragraph that begins with `NOTE:`, `WARNING:`, `IMPORTANT:` and the like. The label stays in the text.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, lineAt, positionOf } from './block.js'

/** `NOTE: `, `Note 2: `, `WARNING - `, `NOTES:`, `Please note: ` */
const LABEL = /^(?:PLEASE )?(NOTE|WARNING|IMPORTANT|CAUTION|TIP|DISCLAIMER|REMARK)S?(?: ?\d{1,2})?(?: ?:|-| - )/i

/** The label of the note that begins with this text, upper case, or `null`. */
export function noteLabel(text: string): string | null {
  const match = LABEL.exec(text)
  return match?.[1]?.toUpperCase() ?? null
}

/** Reads a note of one paragraph. */
export const readNote: BlockReader = (chunk, region) => {
  const label = noteLabel(lineAt(region.lines, chunk.from).text.trimStart())
  if (label === null) return null
  const paragraph = textParagraph(region, chunk.from, chunk.to)
  const position = positionOf(region.lines, chunk.from, chunk.to)
  return { blocks: [{ type: 'blockquote', data: { note: label }, children: [paragraph], position }], next: chunk.to }
}

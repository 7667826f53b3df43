/**
 * Notes: a paragraph that begins with `NOTE:`, `WARNING:`, `IMPORTANT:` and the like. The label stays in the text.
 *
 *     > | NOTE: You must restart the computer.
 *
 *     > | NOTES:
 *       |
 *     > |  - A label alone takes in the list below it.
 */
import type { Block } from '../article.js'
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, contentAt, positionOf } from './block.js'
import { endOfParagraph } from './paragraph.js'

/** `NOTE: `, `Note 2: `, `WARNING - `, `NOTES:`, `Please note: `; not `Note that`, `Important Issues` */
const LABEL = /^(?:please )?(note|warning|important|caution|tip|disclaimer|remark)s?(?: ?\d{1,2})?(?: ?:| - |-(?= ))/i

/** The label of the note that begins with this text, upper case, or `null`. */
export function noteLabel(text: string): string | null {
  return LABEL.exec(text)?.[1]?.toUpperCase() ?? null
}

/** Reads a note of one paragraph. */
export const readNote: BlockReader = (chunk, region) => {
  const label = noteLabel(contentAt(region, chunk.from))
  if (label === null) return null
  const next = endOfParagraph(chunk, region)
  const children = [textParagraph(region, chunk.from, next)]
  const position = positionOf(region.lines, chunk.from, next)
  return { blocks: [{ type: 'blockquote', data: { note: label }, children, position }], next }
}

/** Puts a list into the note above it that has nothing but its label; `false`: it is no such note, or no list. */
export function joinsNote(above: Block | undefined, block: Block): boolean {
  if (above?.type !== 'blockquote' || above.data?.note === undefined || block.type !== 'list') return false
  const [only, ...more] = above.children
  if (more.length > 0 || only?.type !== 'paragraph' || only.children.length !== 1) return false
  const [text] = only.children
  if (text?.type !== 'text' || LABEL.exec(text.value)?.[0].length !== text.value.length) return false
  above.children.push(block)
  if (above.position !== undefined && block.position !== undefined) above.position.end = block.position.end
  return true
}

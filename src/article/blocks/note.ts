/**
 * Reads notes: paragraphs that begin with `NOTE:`, `WARNING:`, `IMPORTANT:` and the like. The label stays in the text.
 *
 *     > | NOTE: You must restart the computer.
 *
 *     > | NOTES:
 *       |
 *     > |  - A label alone takes in the list below it.
 */
import type { Block } from '../article.js'
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, type Chunk, contentAt, lineBefore, positionOf, type Region, SET_OFF } from './block.js'
import { endOfParagraph } from './paragraph.js'

/**
 * Matches `NOTE: `, `Note 2: `, `WARNING - `, `NOTES:`, `Please note: `, `IMPORTANT NOTE:`; not `Note that`,
 * `Important Issues`.
 */
const LABEL =
  /^(?:(?:please|important|special) )?(note|warning|important|caution|tip|disclaimer|remark)s?(?: ?\d{1,2})?(?: ?:| - |-(?= ))/i
/** Matches a label in capitals without a sign, at the start of a sentence: `NOTE If the disk is full,`. */
const BARE_LABEL = /^(NOTE|WARNING|IMPORTANT|CAUTION) (?=[A-Z](?:[a-z]\S*)? \S)/
/** Matches a label alone on its line, as a title of the note: `NOTES`, `Note`. */
const LONE_LABEL = /^(NOTE|Note)(?:S|s)?$/

/** Returns the label of the note that begins with this text, in upper case, or `null`. */
export function noteLabel(text: string): string | null {
  const [, label] = LABEL.exec(text) ?? BARE_LABEL.exec(text) ?? LONE_LABEL.exec(text) ?? []
  return label?.toUpperCase() ?? null
}

/** Matches an announcement of a message: `the following error message:`, `the manual states:`, `displays:`. */
const QUOTES =
  /\b(?:message|messages|errors?|warnings?|displays?|displayed|appears?|states?|reads?|says?|output|outputs|similar to|as follows)\b[^.]{0,50}:$/i

/**
 * Returns true for a message that looks like a note, set off below its announcement:
 * `Warning: Invalid parameter ignored`.
 */
function isQuoted(chunk: Chunk, region: Region): boolean {
  return chunk.indent >= region.column + SET_OFF && QUOTES.test(lineBefore(region, chunk.from).text)
}

/** Reads a note of one paragraph. */
export const readNote: BlockReader = (chunk, region) => {
  const label = noteLabel(contentAt(region, chunk.from))
  if (label === null || isQuoted(chunk, region)) return null
  const next = endOfParagraph(chunk, region)
  const children = [textParagraph(region, chunk.from, next)]
  const position = positionOf(region.lines, chunk.from, next)
  return { blocks: [{ type: 'blockquote', data: { note: label }, children, position }], next }
}

/** Returns true if a text is only a label. */
function isLabelAlone(text: string): boolean {
  return LONE_LABEL.test(text) || LABEL.exec(text)?.[0].length === text.length
}

/**
 * Moves a list into the note above it, if that is only a label. Returns false if it is not, or the block is no list.
 */
export function joinsNote(above: Block | undefined, block: Block): boolean {
  if (above?.type !== 'blockquote' || above.data?.note === undefined || block.type !== 'list') return false
  const [only, ...more] = above.children
  if (more.length > 0 || only?.type !== 'paragraph' || only.children.length !== 1) return false
  const [text] = only.children
  if (text?.type !== 'text' || !isLabelAlone(text.value)) return false
  above.children.push(block)
  if (above.position !== undefined && block.position !== undefined) above.position.end = block.position.end
  return true
}

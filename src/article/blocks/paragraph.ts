/**
 * Running prose, and what is left when no other reader wanted a chunk.
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, type Chunk, contentAt, lineAt, type Region, SET_OFF } from './block.js'
import { markerAt } from './evidence/list-marker.js'
import { isDashOfMessage } from './evidence/message-dash.js'
import { isRule } from './evidence/rule-line.js'
import { goesOnInSentence } from './evidence/wrapping.js'

/** The first line of a paragraph is indented by three columns; a little more is the same. */
export const MAX_FIRST_INDENT = 5

/** Reads a paragraph; accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  const next = endOfParagraph(chunk, region)
  return { blocks: [textParagraph(region, chunk.from, next)], next }
}

/** One past the last line of the paragraph: up to a rule, an item, or a line that begins another paragraph. */
export function endOfParagraph(chunk: Chunk, region: Region): number {
  for (let at = chunk.from + 1; at < chunk.to; at++) {
    const isEnd = isRule(lineAt(region.lines, at).text) || opensItem(at, region) || opensParagraph(at, chunk, region)
    if (isEnd) return at
  }
  return chunk.to
}

/** Whether a line begins a list item, and does not only happen to begin with what looks like a marker. */
function opensItem(at: number, region: Region): boolean {
  if (markerAt(lineAt(region.lines, at)) === null || isDashOfMessage(at, region)) return false
  return !goesOnInSentence(region.lines, at, region.body.wrapColumn)
}

/**
 * Whether a line begins a paragraph by its indentation only, as in some of the CD's articles (Q30786):
 *
 *     > | of the manual describes it.
 *     > |    The next paragraph begins here and goes on
 *     > | at the left.
 */
function opensParagraph(at: number, chunk: Chunk, region: Region): boolean {
  const shift = lineAt(region.lines, at).indent - chunk.indent
  if (region.body.form !== 'md-cd' || shift < SET_OFF || shift > MAX_FIRST_INDENT) return false
  const isLast = at + 1 === chunk.to
  return /^["'(]?[A-Z]/.test(contentAt(region, at)) && (isLast || lineAt(region.lines, at + 1).indent === chunk.indent)
}

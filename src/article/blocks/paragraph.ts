/** Reads prose, and every chunk that no other reader accepts. */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, type Chunk, contentAt, lineAt, type Region, SET_OFF } from './block.js'
import { markerAt } from './evidence/list-marker.js'
import { isDashOfMessage } from './evidence/message-dash.js'
import { isRule } from './evidence/rule-line.js'
import { goesOnInSentence } from './evidence/wrapping.js'

/** Largest indentation of a paragraph's first line, in columns. Three are usual. */
export const MAX_FIRST_INDENT = 5

/** Reads a paragraph. Accepts anything. */
export const readParagraph: BlockReader = (chunk, region) => {
  const next = endOfParagraph(chunk, region)
  return { blocks: [textParagraph(region, chunk.from, next)], next }
}

/**
 * Returns the index after the paragraph's last line: up to a rule, an item, or a line that begins another paragraph.
 */
export function endOfParagraph(chunk: Chunk, region: Region): number {
  for (let at = chunk.from + 1; at < chunk.to; at++) {
    const isEnd = isRule(lineAt(region.lines, at).text) || opensItem(at, region) || opensParagraph(at, chunk, region)
    if (isEnd) return at
  }
  return chunk.to
}

/** Returns true for a line that begins a list item, not one in a sentence that only looks like a marker. */
function opensItem(at: number, region: Region): boolean {
  if (markerAt(lineAt(region.lines, at)) === null || isDashOfMessage(at, region)) return false
  return !goesOnInSentence(region.lines, at, region.body.wrapColumn)
}

/**
 * Returns true for a line that begins a paragraph by its indentation only, as in some CD articles (Q30786):
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

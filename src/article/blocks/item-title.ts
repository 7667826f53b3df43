/**
 * Reads titles inside a list item: a line and a rule of about its length below it. They are no headings, since a
 * section cannot begin in an item.
 *
 *     > | 1. Stop the clock.
 *       |
 *     > |    Winding the Clock
 *     > |    -----------------
 */
import { textParagraph } from '../inline/phrasing.js'
import { type BlockReader, contentAt, lineAt, positionOf } from './block.js'
import { isRule, isUnderlining } from './evidence/rule-line.js'

/** Largest difference in length between a title and its rule, in characters. */
const MAX_MISFIT = 3

/** Reads a title and its rule: a paragraph of strong text only. */
export const readItemTitle: BlockReader = (chunk, region) => {
  const under = chunk.from + 1
  const rule = lineAt(region.lines, under)
  if (region.depth === 0 || under >= region.end || !isUnderlining(rule.text)) return null
  const title = lineAt(region.lines, chunk.from)
  const misfit = Math.abs(contentAt(region, under).length - contentAt(region, chunk.from).length)
  if (title.indent !== rule.indent || misfit > MAX_MISFIT || isRule(title.text)) return null
  const { children } = textParagraph(region, chunk.from, under)
  const position = positionOf(region.lines, chunk.from, under + 1)
  return { blocks: [{ type: 'paragraph', children: [{ type: 'strong', children }], position }], next: under + 1 }
}

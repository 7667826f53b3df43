/**
 * Reads tables with one rule under all their columns.
 *
 *     > |    File name     Version
 *     > |    -----------------------
 *     > |    Gapi32.dll    5.5.2434.0
 */
import { type BlockReader, leadingWidth, lineAt } from '../block.js'
import { endsWithOneOf } from '../evidence/rule-line.js'
import { type Piece, piecesOf, withoutTabs } from './table-grid.js'
import { MAX_TITLE_LINES, readRuledTable } from './table-ruled.js'

/** Matches `------`. A shorter one is a dash, or the rule of a sum. */
const FULL_RULE = /^\s*(?:-{6,}|={6,})$/

/** Returns true for a rule without gaps that may be below a table's header. */
export function isFullRule(text: string): boolean {
  return endsWithOneOf(text, '-=') && FULL_RULE.test(text)
}

/** Columns of indentation that the titles may lack, compared with the rule and the rows (Q99415). */
const LOST_INDENT = 3

/**
 * Returns true if a rule reaches from the first title to the last. Otherwise it is a sum's, or underlines one title.
 */
function spans(rule: string, columns: readonly Piece[]): boolean {
  return (
    leadingWidth(rule) <= (columns[0]?.start ?? 0) + LOST_INDENT &&
    rule.length > (columns[columns.length - 1]?.start ?? 0)
  )
}

/** Reads a table whose header has gaps and a single rule below. Without gaps it would be a heading. */
export const readFullRuleTable: BlockReader = (chunk, region) => {
  const last = Math.min(region.end, chunk.from + MAX_TITLE_LINES + 2)
  for (let rule = chunk.from + 1; rule < last; rule++) {
    const { text } = lineAt(region.lines, rule)
    if (text === '') return null
    if (!isFullRule(text)) continue
    const overlined = isFullRule(lineAt(region.lines, chunk.from).text)
    const titleFrom = overlined ? chunk.from + 1 : chunk.from
    const columns = piecesOf(withoutTabs(lineAt(region.lines, rule - 1).text))
    if (titleFrom === rule || columns.length < 2 || !spans(withoutTabs(lineAt(region.lines, rule).text), columns))
      return null
    return readRuledTable(
      { from: chunk.from, to: rule + 1, titleFrom, titleEnd: rule, sampleFrom: titleFrom, columns },
      region,
    )
  }
  return null
}

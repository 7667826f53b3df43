/**
 * Reads tables whose rule has a segment for each column.
 *
 *     > |    Item ID   Filename       Description
 *     > |    -------   --------       -----------
 */
import { type BlockReader, lineAt } from '../block.js'
import { endsWithOneOf } from '../evidence/rule-line.js'
import { type Piece, piecesOf, withoutTabs } from './table-grid.js'
import { type Header, MAX_TITLE_LINES, readRuledTable } from './table-ruled.js'

const SEGMENTED = /^\s*(?:-{2,}|={2,}|_{2,})(?:\s+(?:-{2,}|={2,}|_{2,}))+$/

/** Returns true for a rule in segments. */
export function isSegmentedRule(text: string): boolean {
  return endsWithOneOf(text, '-=_') && SEGMENTED.test(text)
}

/** Reads a table with a segmented rule below its first lines. */
export const readSegmentedTable: BlockReader = (chunk, region) => {
  const last = Math.min(region.end, chunk.from + MAX_TITLE_LINES + 2)
  for (let rule = chunk.from + 1; rule < last; rule++) {
    const { text } = lineAt(region.lines, rule)
    if (text === '') return null
    if (!isSegmentedRule(text)) continue
    const overlined = isSegmentedRule(lineAt(region.lines, chunk.from).text)
    const titleFrom = overlined ? chunk.from + 1 : chunk.from
    if (titleFrom === rule) continue
    const columns = segmentsOf(withoutTabs(lineAt(region.lines, rule).text))
    const header: Header = { from: chunk.from, to: rule + 1, titleFrom, titleEnd: rule, sampleFrom: rule + 1, columns }
    return readRuledTable(header, region)
  }
  return null
}

/** Returns the segments of a rule. One blank separates two. */
function segmentsOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { start, end } of piecesOf(text)) {
    let from = start
    for (const part of text.slice(start, end).split(' ')) {
      pieces.push({ start: from, end: from + part.length })
      from += part.length + 1
    }
  }
  return pieces
}

/**
 * Finds a table that begins inside a chunk, without a blank line before it.
 *
 *     > | The files have the following versions:
 *     > | +---------------------------+        the table begins here
 */
import { type Chunk, lineAt, type Region } from './block.js'
import { endsWithOneOf } from './evidence/rule-line.js'
import { isBoxBorder, readBoxTable } from './tables/table-box.js'
import { isFullRule, readFullRuleTable } from './tables/table-full-rule.js'
import { piecesOf, withoutTabs } from './tables/table-grid.js'
import { isSegmentedRule, readSegmentedTable } from './tables/table-segmented.js'

/** Number of rules that are tried. A chunk with more rules but no table is a drawing. */
const MAX_RULES = 4

/** Returns the part of a chunk above the first table inside it. */
export function beforeTable(chunk: Chunk, region: Region): Chunk {
  let rules = 0
  for (let at = chunk.from + 1; at <= chunk.to && at < region.end && rules < MAX_RULES; at++) {
    if (!endsWithOneOf(lineAt(region.lines, at).text, '-=+|')) continue
    rules++
    const from = tableStart(at, chunk, region)
    if (from !== null && from > chunk.from) return { ...chunk, to: from }
  }
  return chunk
}

/** Returns true if a chunk begins with a table. */
export function startsTable(chunk: Chunk, region: Region): boolean {
  if (isBoxBorder(lineAt(region.lines, chunk.from).text)) return readBoxTable(chunk, region) !== null
  return readSegmentedTable(chunk, region) !== null || readFullRuleTable(chunk, region) !== null
}

/** Returns the first line of a table whose border or rule is line `at`, or `null`. */
function tableStart(at: number, chunk: Chunk, region: Region): number | null {
  const { text } = lineAt(region.lines, at)
  if (isBoxBorder(text)) return readBoxTable({ ...chunk, from: at }, region) === null ? null : at
  const segmented = isSegmentedRule(text)
  if (!segmented && !isFullRule(text)) return null
  let from = at
  while (from > chunk.from && from > at - 4 && isTitle(lineAt(region.lines, from - 1).text)) from--
  if (from === at) return null
  const reader = segmented ? readSegmentedTable : readFullRuleTable
  return reader({ ...chunk, from }, region) === null ? null : from
}

/** Returns true for a line of titles: text with gaps, or a word or two. */
function isTitle(text: string): boolean {
  return piecesOf(withoutTabs(text)).length > 1 || text.trim().length < 20
}

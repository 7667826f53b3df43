/**
 * Recognises dashes that begin a line of a message and no list item.
 *
 *     > | stops with the following message:
 *       |
 *     > |    run-time error R6000
 *     > |    - stack overflow
 */
import { lineAt, type Region, SET_OFF, skipBlanks } from '../block.js'
import { markerAt } from './list-marker.js'

/**
 * Free columns at the end of an item's line from which it was not wrapped. Then the next line is no part of the item.
 */
const FREE_COLUMNS = 8

/**
 * Returns true if the dash of line `at` belongs to a message: the line is set off, a line above or below begins in the
 * same column, and no other item is near.
 */
export function isDashOfMessage(at: number, region: Region): boolean {
  const line = lineAt(region.lines, at)
  if (line.indent < region.column + SET_OFF || markerAt(line)?.text !== '-') return false
  if (hasItem(at - 1, line.indent, region) || hasItem(itemBelow(at, region), line.indent, region)) return false
  if (goesWith(at - 1, line.indent, region)) return !lineAt(region.lines, at - 1).text.endsWith(':')
  return goesWith(at + 1, line.indent, region) && line.text.length < region.body.wrapColumn - FREE_COLUMNS
}

/** Returns true if a line of the region begins in the column. */
function goesWith(at: number, column: number, region: Region): boolean {
  const line = lineAt(region.lines, at)
  return at >= region.from && at < region.end && line.text !== '' && line.indent === column
}

function hasItem(at: number, column: number, region: Region): boolean {
  return goesWith(at, column, region) && markerAt(lineAt(region.lines, at)) !== null
}

/** Returns the index where the next item would begin, below the plain line that follows and blank lines. */
function itemBelow(at: number, region: Region): number {
  const next = lineAt(region.lines, at + 1)
  if (next.text === '' || markerAt(next) !== null) return skipBlanks(region.lines, at + 1, region.end)
  return skipBlanks(region.lines, at + 2, region.end)
}

/**
 * Dashes that begin a line of a message, and no list item.
 *
 *     > | stops with the following message:
 *       |
 *     > |    run-time error R6000
 *     > |    - stack overflow
 */
import { lineAt, type Region, SET_OFF, skipBlanks } from '../block.js'
import { markerAt } from './list-marker.js'

/** An item's line that leaves so many columns free was not wrapped: the next line is no part of the item. */
const FREE_COLUMNS = 8

/** Whether the dash of line `at` is a message's: it is set off, a line above or below begins in its very column, and no other item is near. */
export function isDashOfMessage(at: number, region: Region): boolean {
  const line = lineAt(region.lines, at)
  if (line.indent < region.column + SET_OFF || markerAt(line)?.text !== '-') return false
  if (hasItem(at - 1, line.indent, region) || hasItem(itemBelow(at, region), line.indent, region)) return false
  if (goesWith(at - 1, line.indent, region)) return !lineAt(region.lines, at - 1).text.endsWith(':')
  return goesWith(at + 1, line.indent, region) && line.text.length < region.body.wrapColumn - FREE_COLUMNS
}

/** Whether a line of the region begins in the column. */
function goesWith(at: number, column: number, region: Region): boolean {
  const line = lineAt(region.lines, at)
  return at >= region.from && at < region.end && line.text !== '' && line.indent === column
}

function hasItem(at: number, column: number, region: Region): boolean {
  return goesWith(at, column, region) && markerAt(lineAt(region.lines, at)) !== null
}

/** Where the next item would begin: below the plain line that follows, and a blank one. */
function itemBelow(at: number, region: Region): number {
  const next = lineAt(region.lines, at + 1)
  if (next.text === '' || markerAt(next) !== null) return skipBlanks(region.lines, at + 1, region.end)
  return skipBlanks(region.lines, at + 2, region.end)
}

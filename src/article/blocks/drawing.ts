/**
 * Drawings made of characters: boxes with other lines beside, above or below them, message boxes, maps of memory.
 *
 *     > |        +----------+
 *     > |        | Rover    | <--- next header
 *     > |        +----------+
 *     > |             |
 *
 * A box that is all of its chunk and has columns is a table (`table-box.ts`).
 */
import { type Chunk, contentAt, lineAt, type Region, SET_OFF } from './block.js'
import { isBoxBorder, readBoxTable } from './tables/table-box.js'
import { readFullRuleTable } from './tables/table-full-rule.js'
import { readSegmentedTable } from './tables/table-segmented.js'

/** `| x`, `x |`, `|`: the side of a box, or a line down. */
const SIDE = /^\||\|$/
/** `+-----+`, `|-----|`, `-----`, `_____`: the edge of a box, also with more beside it. */
const EDGE = /[-=_]{4}/

const WORD = /[A-Za-z]{3}/

/** Whether a chunk is a drawing: sides and edges of boxes that are not just a table. */
export function isDrawing(chunk: Chunk, region: Region): boolean {
  if (chunk.indent < region.column + SET_OFF && region.body.form !== 'md-cd') return false
  let [sides, edges] = [0, 0]
  for (let at = chunk.from; at < chunk.to; at++) {
    const content = contentAt(region, at)
    if (SIDE.test(content)) sides++
    if (EDGE.test(content)) edges++
  }
  if (sides < 2 || edges === 0 || (sides + edges) * 3 < chunk.to - chunk.from) return false
  const opening = firstBorder(chunk, region)
  if (opening > chunk.from && /[.:]$/.test(contentAt(region, opening - 1))) return false
  return !isTableOfColumns(chunk, region) && !hasTitles(chunk, region)
}

/** Whether the chunk begins with titles in words, and is a table to its end. */
function hasTitles(chunk: Chunk, region: Region): boolean {
  const first = contentAt(region, chunk.from)
  if (!WORD.test(first) || EDGE.test(first)) return false
  const reading = readSegmentedTable(chunk, region) ?? readFullRuleTable(chunk, region)
  return reading !== null && reading.next >= chunk.to
}

/** The first line of the chunk that is an edge of a box; its end where there is none. */
function firstBorder(chunk: Chunk, region: Region): number {
  for (let at = chunk.from; at < chunk.to; at++) if (isBoxBorder(lineAt(region.lines, at).text)) return at
  return chunk.to
}

/** Whether the chunk is one box from its first line to its last, and has columns. */
function isTableOfColumns(chunk: Chunk, region: Region): boolean {
  const reading = readBoxTable(chunk, region)
  const table = reading?.blocks[0]
  return (
    reading !== null &&
    reading.next >= chunk.to &&
    table?.type === 'table' &&
    (table.children[0]?.children.length ?? 0) > 1
  )
}

/**
 * Recognises drawings made of characters: boxes with other lines around them, message boxes, maps of memory.
 *
 *     > |        +----------+
 *     > |        | Rover    | <--- next header
 *     > |        +----------+
 *     > |             |
 *
 * A box with columns that fills its chunk is a table (`table-box.ts`).
 */
import { type Chunk, contentAt, lineAt, type Region, SET_OFF } from './block.js'
import { isBoxBorder, readBoxTable } from './tables/table-box.js'
import { readFullRuleTable } from './tables/table-full-rule.js'
import { readSegmentedTable } from './tables/table-segmented.js'

/** Matches the side of a box, or a line down: `| x`, `x |`, `|`. */
const SIDE = /^\||\|$/
/** Matches the edge of a box, with or without more beside it: `+-----+`, `|-----|`, `-----`, `_____`. */
const EDGE = /[-=_]{4}/

const WORD = /[A-Za-z]{3}/

/** Returns true for a chunk with sides and edges of boxes that is not just a table. */
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

/** Returns true if the chunk begins with titles in words and is a table to its end. */
function hasTitles(chunk: Chunk, region: Region): boolean {
  const first = contentAt(region, chunk.from)
  if (!WORD.test(first) || EDGE.test(first)) return false
  const reading = readSegmentedTable(chunk, region) ?? readFullRuleTable(chunk, region)
  return reading !== null && reading.next >= chunk.to
}

/** Returns the index of the chunk's first line that is an edge of a box, or the chunk's end. */
function firstBorder(chunk: Chunk, region: Region): number {
  for (let at = chunk.from; at < chunk.to; at++) if (isBoxBorder(lineAt(region.lines, at).text)) return at
  return chunk.to
}

/** Returns true if the chunk is one box with columns, from its first line to its last. */
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

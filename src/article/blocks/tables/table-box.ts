/**
 * Reads tables drawn with `+`, `-` and `|`.
 *
 *     > | +------------------+
 *     > | | Name     | Size  |
 *     > | +------------------+
 *     > | | boot.ini | 1 KB  |
 *     > | +------------------+
 *
 * A cell that contains a bare line end continues in the next line at column 0, without a bar.
 */
import { type BlockReader, lineAt, type Region } from '../block.js'
import { endsWithOneOf } from '../evidence/rule-line.js'
import { type Row, toTable } from './table-node.js'

/** Matches `+-----+---+`, `|-----|---|`, `+=====+`. */
const BORDER = /^(?=.*[-=]{2})[+|](?: ?[-=+|])+$/
/** Matches a value, which no title is: `4.0.997`, `10/26/2001`, `store.exe`, `5000`. */
const VALUE = /^(?=[.,:/%$x-]*\d)[\d.,:/%$x-]+(?: ?[AP]M)?$|^[\w-]+\.\w{3}$/i

/** Number of borders in a row from which lines are no box. */
const MAX_BORDERS = 4

/** Returns true if a line may begin a box. */
export function isBoxBorder(text: string): boolean {
  return endsWithOneOf(text, '-=+|') && BORDER.test(text.trim())
}

/** Reads a box table. A box with anything but rows in it is a drawing, and gives `null`. */
export const readBoxTable: BlockReader = (chunk, region) => {
  if (!isBoxBorder(lineAt(region.lines, chunk.from).text)) return null
  const rows: Row[] = []
  let at = chunk.from
  for (; at < region.end && lineAt(region.lines, at).text !== ''; at++) {
    if (isBoxBorder(lineAt(region.lines, at).text)) {
      if (rows.length === 0 && at - chunk.from > MAX_BORDERS) return null
      continue
    }
    const isOpen = at > chunk.from && !isBoxBorder(lineAt(region.lines, at - 1).text)
    if (addLine(rows, at, isOpen, region)) continue
    if (isOpen || rows.length === 0) return null
    break
  }
  const width = rows[0]?.cells.length ?? 0
  if (rows.length === 0 || rows.some((row) => row.cells.length !== width)) return null
  const untitled: Row = { from: chunk.from, to: chunk.from + 1, cells: [] }
  const all = hasTitles(rows) ? rows : [untitled, ...rows]
  return { blocks: [toTable(all, width, { from: chunk.from, to: at }, region)], next: at }
}

/** Adds a line to the open row, or as a new row. Returns false if the line belongs to no table. */
function addLine(rows: Row[], at: number, isOpen: boolean, region: Region): boolean {
  const text = lineAt(region.lines, at).text.trim()
  const cells = (text.endsWith('|') ? text.slice(0, -1) : text).split('|').map((cell) => cell.trim())
  const last = isOpen ? rows[rows.length - 1] : undefined
  if (!text.startsWith('|')) {
    if (last === undefined || last.cells.length === 0) return false
    goOn(last, cells, at)
  } else if (last !== undefined && cells[1] === '' && last.cells.length >= cells.length - 1) {
    addBelow(last, cells.slice(1), at)
  } else {
    rows.push({ from: at, to: at + 1, cells: cells.slice(1) })
  }
  return true
}

/** Adds the rest of a cell with a bare line end, and the cells after it. */
function goOn(row: Row, [rest = '', ...cells]: readonly string[], at: number): void {
  const open = row.cells.length - 1
  row.cells[open] = `${row.cells[open] ?? ''} ${rest}`.trim()
  for (const cell of cells) row.cells.push(cell)
  row.to = at + 1
}

/** Adds a second line of a row, cell below cell. */
function addBelow(row: Row, cells: readonly string[], at: number): void {
  cells.forEach((cell, column) => {
    row.cells[column] = `${row.cells[column] ?? ''} ${cell}`.trim()
  })
  row.to = at + 1
}

/** Returns true if the first row holds titles: there are other rows, and it contains no value. */
function hasTitles(rows: readonly Row[]): boolean {
  return rows.length > 1 && !(rows[0]?.cells ?? []).some((cell) => VALUE.test(cell))
}

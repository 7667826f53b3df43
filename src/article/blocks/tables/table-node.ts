/** Makes an mdast table of rows of cells. Knows nothing of how they were drawn. */
import type { AlignType, Table, TableRow } from 'mdast'
import { toPhrasing } from '../../inline/phrasing.js'
import { positionOf, type Region } from '../block.js'

/** A row that is being read: its lines, and the text of each cell. */
export interface Row {
  readonly from: number
  /** One past its last line. */
  to: number
  readonly cells: string[]
}

/** Matches a number: `1,024`, `12 KB`, `-3.5`, `100%`, `$5`. Not the version `5.5.2619`. */
const NUMERIC = /^[-+$]?[\d,]+(?:\.\d+)? ?(?:%|[KM]B?|bytes?|ms|s)?$/

/**
 * Makes a table of the lines `span`. The first row holds the titles. Rows with fewer than `width` cells get empty ones.
 */
export function toTable(
  rows: readonly Row[],
  width: number,
  span: { readonly from: number; readonly to: number },
  region: Region,
): Table {
  const align: AlignType[] = []
  for (let column = 0; column < width; column++) align.push(alignment(rows, column))
  return {
    type: 'table',
    align,
    children: rows.map((row) => toRow(row, width, region)),
    position: positionOf(region.lines, span.from, span.to),
  }
}

function toRow(row: Row, width: number, region: Region): TableRow {
  const children: TableRow['children'] = []
  for (let column = 0; column < width; column++) {
    children.push({ type: 'tableCell', children: toPhrasing([row.cells[column] ?? '']) })
  }
  return { type: 'tableRow', children, position: positionOf(region.lines, row.from, row.to) }
}

/** Aligns columns of numbers right. Other columns get no alignment. */
function alignment(rows: readonly Row[], column: number): AlignType {
  let numbers = 0
  let others = 0
  for (const row of rows.slice(1)) {
    const cell = row.cells[column] ?? ''
    if (cell === '') continue
    if (NUMERIC.test(cell)) numbers++
    else others++
  }
  return numbers > 0 && others * 4 <= numbers ? 'right' : null
}

/**
 * Reads the rows below a ruled header and makes them an mdast table.
 *
 * Knows nothing of the rule's form: `table-full-rule.ts` and `table-segmented.ts` find header and rule.
 */
import { leadingWidth, lineAt, type Reading, type Region, SET_OFF, skipBlanks } from '../block.js'
import { isRule } from '../evidence/rule-line.js'
import { cutCells, findGrid, type Grid, misfit, type Piece, piecesOf, withoutTabs } from './table-grid.js'
import { type Row, toTable } from './table-node.js'

/** A header: its lines, and the pieces of text or rule above the columns. */
export interface Header {
  readonly from: number
  /** One past the rule. */
  readonly to: number
  /** Lines of titles, `titleFrom` to `titleEnd` (exclusive). */
  readonly titleFrom: number
  readonly titleEnd: number
  /** The first line that shows the columns: the titles above a full rule, the rows below a segmented one. */
  readonly sampleFrom: number
  readonly columns: readonly Piece[]
}

/** Limit of a header's lines. Longer ones are text. */
export const MAX_TITLE_LINES = 4
/** Number of lines that are used to find the columns. */
const SAMPLE_LINES = 60
/** Largest share of lines that may not fit the columns. Otherwise the lines are a drawing, or text. */
const MAX_MISFIT_SHARE = 0.34
/** Minimum length of a rule after a blank line. A shorter one ends the table. */
const MIN_LOOSE_RULE = 10
/** Number of misfits from which reading stops early if the share is too large. */
const MAX_MISFITS = 8

/**
 * Matches a rule inside a table or below it: `---- ---`, `==== ====`. Rows of other signs (`.....`, `*****`) are cells.
 */
const TABLE_RULE = /^\s*[-=_]{2,}(?:\s+[-=_]{2,})*$/

/** Reads the table below a header; `null`: its lines are no rows. */
export function readRuledTable(header: Header, region: Region): Reading | null {
  const edge = lineAt(region.lines, header.titleFrom).indent
  const left = Math.min(edge, lineAt(region.lines, header.to - 1).indent)
  const grid = findGrid(header.columns, sampleTexts(header, left, region))
  if (grid.length < 2) return null
  const { rows, end, ...fit } = scanRows(header, { grid, left }, region)
  if (!rows.some(isFilled) || !fits(fit)) return null
  const span = { from: header.from, to: end }
  return { blocks: [toTable([titleRow(header, grid, region), ...rows], grid.length, span, region)], next: end }
}

/** The rows of a table that is being read, and how well its lines fit the columns. */
interface Scan extends Fit {
  readonly rows: Row[]
  /** One past the last line. */
  end: number
}

/** Counts of lines that reach over several columns (`lines`), and of those among them that do not fit (`misfits`). */
interface Fit {
  lines: number
  misfits: number
}

/** Reads rows up to the first line that is no row, or until the lines are clearly no table. */
function scanRows(header: Header, { grid, left }: Pick<Candidate, 'grid' | 'left'>, region: Region): Scan {
  const scan: Scan = { rows: [], end: header.to, lines: 0, misfits: 0 }
  let afterBlank = false
  for (let at = header.to; at < region.end; at++) {
    const line = lineAt(region.lines, at)
    const text = withoutTabs(line.text)
    if (text === '') {
      afterBlank = true
    } else if (TABLE_RULE.test(text)) {
      const isLate = scan.rows.length === 0 && at - header.to > MAX_TITLE_LINES
      if (isLate || (afterBlank && text.length - line.indent < MIN_LOOSE_RULE)) break
      scan.end = at + 1
    } else {
      if (line.indent < left - 1 || !isRow(text, { grid, left, afterBlank, at }, region)) break
      measureFit(scan, text, grid)
      if (scan.misfits > MAX_MISFITS && !fits(scan)) break
      addLine(scan.rows, text, grid, at)
      scan.end = at + 1
      afterBlank = false
    }
  }
  return scan
}

/** Returns true if few enough lines have text across their columns. */
function fits({ lines, misfits }: Fit): boolean {
  return misfits <= lines * MAX_MISFIT_SHARE
}

/** Returns true if a row has text in more than one column. */
function isFilled(row: Row): boolean {
  return row.cells.filter((cell) => cell !== '').length > 1
}

/** Counts a line that reaches over several columns. It is a misfit if text crosses half of them. */
function measureFit(fit: Fit, text: string, grid: Grid): void {
  if (text.length <= (grid[1] ?? 0) || leadingWidth(text) >= (grid[1] ?? 0) || isRule(text)) return
  fit.lines++
  if (misfit(text, grid) * 2 >= grid.length - 1) fit.misfits++
}

/** Returns the texts that show the columns: from the header, and the first lines below it. */
function sampleTexts(header: Header, left: number, region: Region): string[] {
  const texts: string[] = []
  for (let at = header.sampleFrom; at < header.titleEnd; at++) texts.push(withoutTabs(lineAt(region.lines, at).text))
  const last = Math.min(region.end, header.to + 2 * SAMPLE_LINES)
  for (let at = header.to; at < last && texts.length < SAMPLE_LINES; at++) {
    const line = lineAt(region.lines, at)
    if (line.text === '' || TABLE_RULE.test(line.text)) continue
    const text = withoutTabs(line.text)
    if (line.indent < left - 1 || (lineAt(region.lines, at - 1).text === '' && piecesOf(text).length < 2)) break
    texts.push(text)
  }
  return texts
}

/** A line that may be a row, and its table's columns. */
interface Candidate {
  readonly grid: Grid
  /** The table's left edge. */
  readonly left: number
  readonly afterBlank: boolean
  readonly at: number
}

/** Returns true for a row of the table, or the continuation of one. After a blank line the columns must prove it. */
function isRow(text: string, candidate: Candidate, region: Region): boolean {
  const { grid, left, afterBlank, at } = candidate
  const isFitting = misfit(text, grid) < grid.length
  if (!afterBlank) return isFitting || piecesOf(text).length > 1 || isRule(text)
  if (!isFitting || hasRuleBelow(candidate, region)) return false
  const [piece, ...more] = piecesOf(text)
  if (more.length === 0 && (piece?.start ?? 0) < (grid[1] ?? 0) && text.length > (grid[1] ?? 0)) return false
  if (cutCells(text, grid)[0] === '' || countFilled(text, grid) > 1) return true
  const mayStandAlone = left >= region.column + SET_OFF && text.length < (grid[1] ?? 0) && !text.endsWith(':')
  const below = mayStandAlone ? skipBlanks(region.lines, at + 1, region.end) : at + 1
  if (hasRuleBelow({ ...candidate, at: below }, region)) return false
  const next = withoutTabs(lineAt(region.lines, below).text)
  return (
    next !== '' && misfit(next, grid) < grid.length && countFilled(next, grid) > 1 && leadingWidth(next) >= left - 1
  )
}

function countFilled(text: string, grid: Grid): number {
  return cutCells(text, grid).filter((cell) => cell !== '').length
}

/**
 * Returns true if the lines at `at` are another header: a rule close below at the left edge, without a blank line
 * between.
 */
function hasRuleBelow({ at, left }: Candidate, region: Region): boolean {
  for (let below = at + 1; below <= at + MAX_TITLE_LINES; below++) {
    const { text, indent } = lineAt(region.lines, below)
    if (text === '') return false
    if (TABLE_RULE.test(text)) return indent <= left + 1
  }
  return false
}

/** Adds a line as a new row. If only one cell has text, and it is not the first, adds that to the row above. */
function addLine(rows: Row[], text: string, grid: Grid, at: number): void {
  const cells = misfit(text, grid) >= grid.length && piecesOf(text).length === 1 ? [text.trim()] : cutCells(text, grid)
  const filled = cells.findIndex((cell) => cell !== '')
  const last = rows[rows.length - 1]
  const onlyOne = cells.every((cell, column) => column === filled || cell === '')
  if (last === undefined || filled <= 0 || !onlyOne) {
    rows.push({ from: at, to: at + 1, cells })
    return
  }
  last.to = at + 1
  last.cells[filled] = [last.cells[filled] ?? '', cells[filled] ?? ''].filter((cell) => cell !== '').join(' ')
}

/** Returns the row of titles. */
function titleRow(header: Header, grid: Grid, region: Region): Row {
  return { from: header.titleFrom, to: header.titleEnd, cells: titleCells(header, grid, region) }
}

/**
 * Returns the titles of one line. If it has as many pieces as columns, these are the titles, at any column (Q47753).
 */
function titlesOf(text: string, grid: Grid): string[] {
  const pieces = piecesOf(text)
  return pieces.length === grid.length ? pieces.map(({ start, end }) => text.slice(start, end)) : cutCells(text, grid)
}

/** Joins the header's lines cell by cell. */
function titleCells(header: Header, grid: Grid, region: Region): string[] {
  const joined: string[] = grid.map(() => '')
  for (let at = header.titleFrom; at < header.titleEnd; at++) {
    titlesOf(withoutTabs(lineAt(region.lines, at).text), grid).forEach((cell, column) => {
      joined[column] = [joined[column] ?? '', cell].filter((part) => part !== '').join(' ')
    })
  }
  return joined
}

/**
 * The rows under a ruled header: which lines they are, and how they become an mdast table.
 *
 * Knows nothing of the rule's form; `table-full-rule.ts` and `table-segmented.ts` find header and rule.
 */
import { leadingWidth, lineAt, type Reading, type Region, SET_OFF, skipBlanks } from '../block.js'
import { isRule } from '../evidence/rule-line.js'
import { cutCells, findGrid, type Grid, misfit, type Piece, piecesOf, withoutTabs } from './table-grid.js'
import { type Row, toTable } from './table-node.js'

/** A header that was found: its lines, and the pieces of text or rule that stand over the columns. */
export interface Header {
  readonly from: number
  /** One past the rule. */
  readonly to: number
  /** The lines of the header itself: from here up to, not including, `titleEnd`. */
  readonly titleFrom: number
  readonly titleEnd: number
  /** The first line that shows where the columns are: the titles under a full rule, the rows under one in pieces. */
  readonly sampleFrom: number
  readonly columns: readonly Piece[]
}

/** Headers of more lines are texts. */
export const MAX_TITLE_LINES = 4
/** So many lines show where the columns are. */
const SAMPLE_LINES = 60
/** A table of which more lines do not fit its columns is a drawing, or a text. */
const MAX_MISFIT_SHARE = 0.34
/** A rule after a blank line ends the table, unless it is as long as this. */
const MIN_LOOSE_RULE = 10
/** After so many of them, no further line can save it. */
const MAX_MISFITS = 8

/** `---- ---`, `==== ====`: a rule inside a table or below it. Rows of other signs (`.....`, `*****`) are cells. */
const TABLE_RULE = /^\s*[-=_]{2,}(?:\s+[-=_]{2,})*$/

/** Reads the table under a header, or returns `null` where its lines are no rows. */
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

/** The rows of a table while they are read, and how well their lines fit its columns. */
interface Scan extends Fit {
  readonly rows: Row[]
  /** One past the last line. */
  end: number
}

/** How many lines reach over columns, and how many of them have text across. */
interface Fit {
  lines: number
  misfits: number
}

/** Reads lines as rows up to one that is none, or until there is no doubt that it is no table. */
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

/** Whether few enough lines have text across their columns. */
function fits({ lines, misfits }: Fit): boolean {
  return misfits <= lines * MAX_MISFIT_SHARE
}

/** Whether a row has text in more than one column. */
function isFilled(row: Row): boolean {
  return row.cells.filter((cell) => cell !== '').length > 1
}

/** Counts a line that reaches over columns: half of them crossed by text is a misfit. */
function measureFit(fit: Fit, text: string, grid: Grid): void {
  if (text.length <= (grid[1] ?? 0) || leadingWidth(text) >= (grid[1] ?? 0) || isRule(text)) return
  fit.lines++
  if (misfit(text, grid) * 2 >= grid.length - 1) fit.misfits++
}

/** The texts that show the columns: the header's and the first ones below it. */
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

/** A line that may be a row: where it stands, and in which table. */
interface Candidate {
  readonly grid: Grid
  /** The table's left edge. */
  readonly left: number
  readonly afterBlank: boolean
  readonly at: number
}

/** Whether a line is a row of the table, or goes on with one. After a blank line it must show that by its columns. */
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

/** Whether the lines at `at` are another header: a rule stands close below at the left edge, with no blank line between. */
function hasRuleBelow({ at, left }: Candidate, region: Region): boolean {
  for (let below = at + 1; below <= at + MAX_TITLE_LINES; below++) {
    const { text, indent } = lineAt(region.lines, below)
    if (text === '') return false
    if (TABLE_RULE.test(text)) return indent <= left + 1
  }
  return false
}

/** Adds a line: a new row, or more text of the last one where only a later column goes on. */
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

/** The row of titles. */
function titleRow(header: Header, grid: Grid, region: Region): Row {
  return { from: header.titleFrom, to: header.titleEnd, cells: titleCells(header, grid, region) }
}

/** The titles of one line: as many pieces as columns are theirs in order, wherever they stand (Q47753). */
function titlesOf(text: string, grid: Grid): string[] {
  const pieces = piecesOf(text)
  return pieces.length === grid.length ? pieces.map(({ start, end }) => text.slice(start, end)) : cutCells(text, grid)
}

/** The header's lines, joined cell by cell. */
function titleCells(header: Header, grid: Grid, region: Region): string[] {
  const joined: string[] = grid.map(() => '')
  for (let at = header.titleFrom; at < header.titleEnd; at++) {
    titlesOf(withoutTabs(lineAt(region.lines, at).text), grid).forEach((cell, column) => {
      joined[column] = [joined[column] ?? '', cell].filter((part) => part !== '').join(' ')
    })
  }
  return joined
}

/**
 * Finds the columns of a table drawn with blanks, and cuts its lines into cells.
 *
 *     > |    File name     Version     Size
 *     > |    ------------------------------
 *     > |    Gapi32.dll    5.5.2434    12 KB
 *                          ^ no word of any line crosses here
 */
import { leadingWidth } from '../block.js'

/** A run of text without a gap: columns `start` to `end` (exclusive). */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** The start column of each column of a table. The first is 0, so that no text is outside. */
export type Grid = readonly number[]

const TAB_WIDTH = 8
/** Largest distance of a column's start to the left of its heading, in columns. */
const REACH = 12

/** Expands the tabs of a text to blanks, so that characters are columns. */
export function withoutTabs(text: string): string {
  if (!text.includes('\t')) return text
  let expanded = ''
  for (const part of text.split('\t')) {
    if (expanded !== '' || text.startsWith('\t')) expanded += ' '.repeat(TAB_WIDTH - (expanded.length % TAB_WIDTH))
    expanded += part
  }
  return expanded
}

/** Returns the pieces of a line: texts between gaps of two or more blanks. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = leadingWidth(text)
  while (start < text.length) {
    const gap = text.indexOf('  ', start)
    const end = gap < 0 ? text.length : gap
    pieces.push({ start, end })
    start = end
    while (start < text.length && text.charCodeAt(start) === 32) start++
  }
  return pieces
}

/** Finds the start of each column under `headings`, so that as few words of the lines as possible are cut. */
export function findGrid(headings: readonly Piece[], texts: readonly string[]): Grid {
  const cost = cutCosts(texts)
  const grid = [0]
  for (let at = 1; at < headings.length; at++) {
    const heading = headings[at]
    const before = headings[at - 1]
    if (heading === undefined || before === undefined) break
    const from = Math.max(before.start + 1, (grid[at - 1] ?? 0) + 1, heading.start - REACH)
    grid.push(cheapestCut(cost, from, Math.max(from, heading.end - 1), heading.start))
  }
  return grid
}

/**
 * Returns the cost of starting a column at each character: 2 for each word that is cut, 1 for two words one blank
 * apart.
 */
function cutCosts(texts: readonly string[]): readonly number[] {
  const cost: number[] = []
  for (const text of texts) {
    for (let at = 1; at < text.length; at++) {
      if (text.charCodeAt(at) === 32) continue
      const isWord = text.charCodeAt(at - 1) !== 32
      const isPhrase = !isWord && at > 1 && text.charCodeAt(at - 2) !== 32
      if (isWord || isPhrase) cost[at] = (cost[at] ?? 0) + (isWord ? 2 : 1)
    }
  }
  return cost
}

/** Returns the cheapest column from `from` to `to`; among equals the one nearest to `wanted`. */
function cheapestCut(cost: readonly number[], from: number, to: number, wanted: number): number {
  let best = wanted
  let bestCost = Number.POSITIVE_INFINITY
  for (let at = from; at <= to; at++) {
    const here = (cost[at] ?? 0) * 1000 + Math.abs(at - wanted)
    if (here < bestCost) {
      best = at
      bestCost = here
    }
  }
  return best
}

/** Cuts a line into cells. A word across a boundary goes to the side with most of its characters. */
export function cutCells(text: string, grid: Grid): string[] {
  const cells: string[] = []
  let from = 0
  for (let column = 1; column < grid.length; column++) {
    const to = Math.max(from, wordBoundary(text, grid[column] ?? text.length))
    cells.push(text.slice(from, to).trim())
    from = to
  }
  cells.push(text.slice(from).trim())
  return cells
}

function wordBoundary(text: string, at: number): number {
  if (at >= text.length || isBlankAt(text, at) || isBlankAt(text, at - 1)) return at
  let start = at
  while (start > 0 && !isBlankAt(text, start - 1)) start--
  let end = at
  while (end < text.length && !isBlankAt(text, end)) end++
  return at - start > end - at ? end : start
}

function isBlankAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32
}

/** Returns how badly a line fits: 2 for each boundary that cuts a word, 1 for each between words one blank apart. */
export function misfit(text: string, grid: Grid): number {
  let sum = 0
  for (let column = 1; column < grid.length; column++) {
    const at = grid[column] ?? 0
    if (at >= text.length) break
    if (isBlankAt(text, at)) continue
    if (!isBlankAt(text, at - 1)) sum += 2
    else if (at > 1 && !isBlankAt(text, at - 2)) sum += 1
  }
  return sum
}

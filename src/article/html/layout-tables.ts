/**
 * Takes apart tables that only place things on a page. A row of short cells becomes one line, other cells follow one
 * another, and a column of bullets becomes a list.
 *
 *     > | <tr><td>Article ID</td><td>:</td><td>105081</td></tr>     Article ID : 105081
 *     > | <tr><td>•</td><td>Example Server 4.0</td></tr>            a list item
 */
import type { Element, ElementContent, Root } from 'hast'
import { isNumberLabel } from './number-label.js'
import { textOf } from './page-text.js'

/** Elements that no cell of a data table contains. */
const STRUCTURE = new Set([
  'table',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'form',
  'ul',
  'ol',
  'dl',
  'blockquote',
])
const BLOCKS = new Set([...STRUCTURE, 'p', 'div', 'center', 'address', 'section', 'article'])
const BULLET = /^[•·*-]?$/
/** Upper limit of colspan and rowspan in a data table. */
const MAX_SPAN = 20
/** A data table filled up to a rectangle has at most this many times its own cells, plus `FEW_CELLS`. */
const MAX_FILL = 4
const FEW_CELLS = 1000

/** Lists the tables of a page, inner ones first. */
export function listTables(tree: Root): Element[] {
  const tables: Element[] = []
  const pending: (Root | Element)[] = [tree]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop())
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'table') tables.push(child)
      pending.push(child)
    }
  return tables.reverse()
}

/** Turns tables whose first column holds only bullets into lists. The bullets become the list's own. */
export function bulletsToLists(tables: readonly Element[]): void {
  for (const table of tables) {
    const rows = rowsOf(table)
    if (!isList(rows)) continue
    table.tagName = 'ul'
    table.children = rows.map((row) => toElement('li', row.at(-1)?.children ?? []))
  }
}

/** Takes apart the tables that hold no data. */
export function unwrapLayout(tables: readonly Element[]): void {
  for (const table of tables) if (table.tagName === 'table') unwrapTable(table)
}

function unwrapTable(table: Element): void {
  const rows = rowsOf(table)
  if (!isData(table, rows)) {
    table.tagName = 'div'
    table.children = captionsOf(table).concat(rows.flatMap(unwrapRow))
  } else {
    for (const cell of rows.flat()) limitSpan(cell, MAX_SPAN)
    if (!isFillable(rows, widestRow(rows))) for (const cell of rows.flat()) limitSpan(cell, 1)
    putCaptionAbove(table)
  }
}

/** Puts a caption above its table, since it is no row. */
function putCaptionAbove(table: Element): void {
  const captions = captionsOf(table)
  if (captions.length === 0) return
  const inner: Element = {
    ...table,
    children: table.children.filter((child) => !isCaption(child)),
  }
  table.tagName = 'div'
  table.children = captions.concat(inner)
}

function isCaption(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'caption'
}

function captionsOf(table: Element): ElementContent[] {
  return table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'caption' ? [toElement('div', child.children)] : [],
  )
}

/** Returns the cells of each row, without those of nested tables. */
function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = []
  for (const part of table.children) {
    if (part.type !== 'element') continue
    const parts = part.tagName === 'tr' ? [part] : part.children
    for (const row of parts) if (row.type === 'element' && row.tagName === 'tr') rows.push(cellsOf(row))
  }
  return rows
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName))
}

/** Returns true for two columns, the first with a bullet in each row and nothing else. */
function isList(rows: readonly Element[][]): boolean {
  let bullets = 0
  for (const row of rows) {
    const first = textOf(row[0] ?? toElement('td', [])).trim()
    if (row.length !== 2 || !BULLET.test(first)) return false
    if (first !== '') bullets++
  }
  return bullets > 0 && bullets === rows.length
}

function isData(table: Element, rows: readonly Element[][]): boolean {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length < 2 || columns < 2 || !isFillable(rows, columns)) return false
  return !hasElement(table.children, STRUCTURE) && !isNumberLabel(textOf(table)) && !KEYWORDS.test(textOf(table))
}

const KEYWORDS = /^\s{0,64}Keywords\s{0,64}:/

function hasElement(nodes: readonly ElementContent[], names: ReadonlySet<string>): boolean {
  const pending = nodes.slice()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type !== 'element') continue
    if (names.has(next.tagName)) return true
    for (const child of next.children) pending.push(child)
  }
  return false
}

/** Joins a row of short cells to one line. Puts other cells one after the other. */
function unwrapRow(cells: readonly Element[]): ElementContent[] {
  if (cells.some((cell) => hasElement(cell.children, BLOCKS)))
    return cells.map((cell) => toElement('div', cell.children))
  const children: ElementContent[] = []
  for (const cell of cells) {
    for (const child of cell.children) children.push(child)
    children.push({ type: 'text', value: ' ' })
  }
  return [toElement('p', children)]
}

function toElement(tagName: string, children: ElementContent[]): Element {
  const [first, last] = [children[0]?.position, children.at(-1)?.position]
  const element: Element = {
    type: 'element',
    tagName,
    properties: {},
    children,
  }
  if (first !== undefined && last !== undefined) element.position = { start: first.start, end: last.end }
  return element
}

/**
 * Returns true if rows that are filled up to `columns` have few empty cells. Otherwise a small page could become a huge
 * table.
 */
function isFillable(rows: readonly Element[][], columns: number): boolean {
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  return rows.length * columns <= MAX_FILL * cells + FEW_CELLS
}

/** Returns the width of the widest row in columns, including cells that reach down from rows above. */
function widestRow(rows: readonly Element[][]): number {
  const widths = new Uint32Array(rows.length)
  for (const [y, row] of rows.entries())
    for (const cell of row) {
      const end = Math.min(rows.length, y + spanOf(cell, 'rowSpan'))
      for (let below = y; below < end; below++) widths[below] = (widths[below] ?? 0) + spanOf(cell, 'colSpan')
    }
  return widths.reduce((most, width) => Math.max(most, width), 0)
}

const SPANS = ['colSpan', 'rowSpan'] as const

/** Returns a span as hast-util-to-mdast reads it: `20x` is 20. */
function spanOf({ properties }: Element, name: (typeof SPANS)[number]): number {
  return Number.parseInt(String(properties[name]), 10) || 1
}

function limitSpan(cell: Element, most: number): void {
  for (const name of SPANS) if (spanOf(cell, name) > most) cell.properties[name] = most
}

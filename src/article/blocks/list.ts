/**
 * Reads lists: bullets, numbered and lettered steps, with all that belongs to their items.
 *
 * Decides which lines an item owns. The inside of an item is read like any other region, so nesting needs no rule.
 */
import type { List, ListItem } from 'mdast'
import { textParagraph } from '../inline/phrasing.js'
import type { Line } from '../text/lines.js'
import { type BlockReader, lineAt, positionOf, type Region, skipBlanks, toRegion } from './block.js'
import { isFoxPro } from './evidence/chunk-evidence.js'
import { type Marker, markerAt } from './evidence/list-marker.js'
import { isDashOfMessage } from './evidence/message-dash.js'
import { goesOnInSentence } from './evidence/wrapping.js'
import { isSeparator } from './separator.js'

/** Depth limit of lists. The corpus has four levels; deeper ones are read as other blocks of the last level. */
const MAX_DEPTH = 8
/** Number of lines above that are searched for the list that an item may continue. */
const MAX_INTERRUPTION = 40

interface Item {
  readonly marker: Marker
  readonly from: number
  /** One past its last line, without blank lines after it. */
  readonly to: number
}

/**
 * Reads a list that starts at the chunk; `null`: the chunk is another kind of block.
 *
 *     > | 1. Click Start.
 *         ^ marker.column
 *     > |    The menu opens.
 *            ^ in the item: more to the right than the marker
 *     > | 2. Click Run.
 */
export const readList: BlockReader = (chunk, region) => {
  const marker = markerAt(lineAt(region.lines, chunk.from))
  if (
    marker === null ||
    region.depth >= MAX_DEPTH ||
    isDashOfMessage(chunk.from, region) ||
    !opensList(marker, region, chunk.from)
  )
    return null
  const items = collectItems(marker, chunk.from, region)
  const last = items[items.length - 1]
  if (last === undefined) return null
  return { blocks: [toList(items, region)], next: last.to }
}

function opensList(marker: Marker, region: Region, at: number): boolean {
  const line = lineAt(region.lines, at)
  if (isSeparator(line.text)) return false
  const shift = marker.column - region.column
  if (marker.text === '*' && isFoxPro(region.body)) return false
  if (marker.kind === 'bullet') return shift <= (marker.text === '-' ? 5 : 3)
  if (marker.kind === 'number') return shift <= 5
  return shift <= 5 && (marker.value === 1 ? begins(marker, region, at) : goesOn(marker, region, at))
}

/**
 * Returns true for a small first letter, or a capital one with a second below: `A. Yes.` alone is an answer or a name.
 */
function begins(marker: Marker, region: Region, at: number): boolean {
  if (!/[A-Z]/.test(marker.text)) return true
  for (let below = at + 1; below < Math.min(region.end, at + MAX_INTERRUPTION); below++) {
    const line = lineAt(region.lines, below)
    if (line.indent !== marker.column || line.text === '') continue
    const next = markerAt(line)
    if (next?.kind === 'letter' && next.value === 2) return true
  }
  return false
}

/** Returns true if a letter continues an interrupted list: it is inside an item, or the letter before it is above. */
function goesOn(marker: Marker, region: Region, at: number): boolean {
  const { text } = lineAt(region.lines, at)
  if (region.depth > 0 && /^[a-z]\.$/.test(marker.text) && /^["'(]?[A-Z]/.test(text.slice(marker.skip))) return true
  for (let above = at - 1; above >= Math.max(region.from, at - MAX_INTERRUPTION); above--) {
    const line = lineAt(region.lines, above)
    if (line.indent !== marker.column || line.text === '') continue
    const previous = markerAt(line)
    if (previous?.kind === 'letter' && previous.value === marker.value - 1) return true
  }
  return false
}

function collectItems(first: Marker, from: number, region: Region): Item[] {
  const items: Item[] = []
  let marker: Marker | null = first
  let at = from
  while (marker !== null) {
    const to = endOfItem(marker, at, region)
    items.push({ marker, from: at, to })
    at = skipBlanks(region.lines, to, region.end)
    const next = at < region.end ? markerAt(lineAt(region.lines, at)) : null
    marker = next !== null && follows(next, marker) && !isSeparator(lineAt(region.lines, at).text) ? next : null
  }
  return items
}

/** Returns true if a marker is the next one of the same list. */
function follows(next: Marker, previous: Marker): boolean {
  if (next.kind !== previous.kind || Math.abs(next.column - previous.column) > 1) return false
  if (next.kind === 'bullet') return next.text === previous.text
  return next.value === previous.value + 1
}

/** Returns the index after the last line that the item at `from` owns. */
function endOfItem(marker: Marker, from: number, region: Region): number {
  let to = from + 1
  for (let at = from + 1; at < region.end; at++) {
    const line = lineAt(region.lines, at)
    if (line.text === '') continue
    if (!owns(marker, line, at > to, at, region)) return to
    to = at + 1
  }
  return to
}

function owns(marker: Marker, line: Line, afterBlank: boolean, at: number, region: Region): boolean {
  if (line.indent >= marker.column + 2) return true
  if (isSeparator(line.text)) {
    const next = lineAt(region.lines, skipBlanks(region.lines, at + 1, region.end))
    return next.text !== '' && next.indent >= marker.column + 2
  }
  if (afterBlank || markerAt(line) !== null) return false
  if (line.indent > marker.column) return true
  return isLazy(lineAt(region.lines, at - 1), line, region)
}

/** Returns true for a line at the left that continues the one above, because its first word did not fit there. */
function isLazy(above: Line, line: Line, region: Region): boolean {
  const word = line.text.indexOf(' ')
  return above.text.length + 1 + (word < 0 ? line.text.length : word) > region.body.wrapColumn - 8
}

function toList(items: readonly Item[], region: Region): List {
  const first = items[0]
  const ordered = first?.marker.kind !== 'bullet'
  const start = first?.marker.value ?? 1
  return {
    type: 'list',
    ordered,
    start: ordered ? start : null,
    spread: items.some((item, index) => index > 0 && items[index - 1]?.to !== item.from),
    children: items.map((item, index) => toItem(item, ordered ? `${start + index}.` : '-', region)),
    position: positionOf(region.lines, first?.from ?? region.from, items[items.length - 1]?.to ?? region.end),
  }
}

function toItem(item: Item, implied: string, region: Region): ListItem {
  const { marker, from, to } = item
  const rest = endOfFirstParagraph(item, region)
  const column = innerColumn(item, region)
  const inner = toRegion(region, { from: rest, end: to, column, depth: region.depth + 1 })
  const node: ListItem = {
    type: 'listItem',
    spread: false,
    children: [textParagraph(region, from, rest, marker.skip), ...region.read(inner)],
    position: positionOf(region.lines, from, to),
  }
  if (marker.text !== implied) node.data = { marker: marker.text }
  return node
}

/**
 * Returns the index after the item's first paragraph, which ends at a blank line, an inner marker, or lines set off to
 * the right.
 */
function endOfFirstParagraph(item: Item, region: Region): number {
  let at = item.from + 1
  for (; at < item.to; at++) {
    const line = lineAt(region.lines, at)
    if (line.text === '' || line.indent >= item.marker.textColumn + 2) break
    if (
      line.indent > item.marker.column &&
      markerAt(line) !== null &&
      !goesOnInSentence(region.lines, at, region.body.wrapColumn)
    )
      break
  }
  return at
}

/** Returns the column of the item's own text: that of its second line, else the start of its first. */
function innerColumn(item: Item, region: Region): number {
  const next = lineAt(region.lines, item.from + 1)
  if (item.from + 1 < item.to && next.text !== '' && next.indent <= item.marker.textColumn) return next.indent
  return Math.min(item.marker.textColumn, item.marker.column + 3)
}

/**
 * The words the block readers share: a region of lines, a chunk of it, a reading, and where a node stands.
 *
 *     > | When you start the program:        } chunk
 *       |
 *     > |    Cannot open the file.           } chunk
 */
import type { Position } from 'unist'
import type { Block } from '../article.js'
import type { Form } from '../form-names.js'
import type { Line } from '../text/lines.js'
import type { LineKind } from './evidence/line-evidence.js'
import { isRule } from './evidence/rule-line.js'

/** What is known of the article before its body is read. */
export interface BodyContext {
  readonly form: Form
  /** `visualc`; null where the form does not say it. */
  readonly productCode: string | null
  /** Where prose was wrapped: 80, in the CD articles 70. */
  readonly wrapColumn: number
  /** Whether main headings stand alone in a line, without an underline and without blank lines around. */
  readonly hasBareHeadings: boolean
}

/** What all regions of a body share. */
export interface Ground {
  readonly lines: readonly Line[]
  readonly body: BodyContext
  /** What a line looks like by itself; asked often, found once. */
  readonly kindAt: (index: number) => LineKind
  /** Reads a region inside another one; given, so that the containers need not know the table of readers. */
  readonly read: (inner: Region) => Block[]
}

/** Which lines of the body a region has, and where they stand. */
export interface Extent {
  readonly from: number
  /** One past the last line. */
  readonly end: number
  /** The column where the region's own text stands: 0, or the text column of the list item. */
  readonly column: number
  /** How many lists are open around it. */
  readonly depth: number
}

/** A run of lines that is read by itself: a section's, or a list item's below its first paragraph. */
export interface Region extends Ground, Extent {}

/** Neighbouring lines without a blank one between them. */
export interface Chunk {
  readonly from: number
  /** One past the last line. */
  readonly to: number
  /** The smallest indentation of its lines. */
  readonly indent: number
}

/** What a reader made of the lines up to `next`. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly next: number
}

/** Reads what starts at the chunk, or returns `null`: it is some other block then. */
export type BlockReader = (chunk: Chunk, region: Region) => Reading | null

/** Columns to the right of the text around it that set a chunk off. */
export const SET_OFF = 2

/** Longer runs of lines are read in parts, so that no reader scans a huge one over and over. No prose is that long. */
const MAX_CHUNK_LINES = 200

const NO_LINE: Line = { number: 1, text: '', indent: 0, length: 0, offset: 0 }

/** A region of a body. Field by field: spreading the two takes ten times as long, and every section and item is one. */
export function toRegion({ lines, body, kindAt, read }: Ground, { from, end, column, depth }: Extent): Region {
  return { lines, from, end, column, depth, body, kindAt, read }
}

/** The line at an index; beyond the ends a blank one. */
export function lineAt(lines: readonly Line[], index: number): Line {
  // asked without a look at the ends, an array is searched for a property named `-1`
  return index >= 0 && index < lines.length ? (lines[index] ?? NO_LINE) : NO_LINE
}

/** The chunk that begins at line `from`, which is not blank. A rule at the text's column ends it; a box is never cut. */
export function chunkAt(region: Region, from: number): Chunk {
  const last = Math.min(region.end, from + MAX_CHUNK_LINES)
  let indent = lineAt(region.lines, from).indent
  let to = from + 1
  for (; to < last; to++) {
    const line = lineAt(region.lines, to)
    if (line.text === '' || (isRule(line.text) && isAtText(lineAt(region.lines, to - 1), line, region))) break
    if (line.indent < indent) indent = line.indent
  }
  return { from, to, indent }
}

/** Whether both lines stand at the region's text: a rule below lines that are set off is part of a drawing. */
function isAtText(above: Line, rule: Line, region: Region): boolean {
  return Math.max(above.indent, rule.indent) < region.column + SET_OFF
}

/** The chunk after line `to`, or `null` at the end of the region. */
export function chunkBelow(to: number, region: Region): Chunk | null {
  const from = skipBlanks(region.lines, to, region.end)
  return from < region.end ? chunkAt(region, from) : null
}

/** The first line from `at` on that shows something, or `end`. */
export function skipBlanks(lines: readonly Line[], at: number, end: number): number {
  let index = at
  while (index < end && lines[index]?.text === '') index++
  return index
}

/** The line above `at` that shows something, or a blank one where the section begins; above an item's blocks, its first paragraph. */
export function lineBefore(region: Region, at: number): Line {
  const first = region.depth > 0 ? 0 : region.from
  let index = at - 1
  while (index >= first && region.lines[index]?.text === '') index--
  return index < first ? NO_LINE : lineAt(region.lines, index)
}

/** Where the lines from `from` up to, not including, `to` stand in the raw file: first to last visible character. */
export function positionOf(lines: readonly Line[], from: number, to: number): Position {
  const first = lineAt(lines, from)
  const last = lineAt(lines, to - 1)
  return {
    start: { line: first.number, column: first.offset + leadingWidth(first.text) + 1 },
    end: { line: last.number, column: last.length + 1 },
  }
}

/** The text of a line without its indentation. */
export function contentAt(region: Region, index: number): string {
  const { text } = lineAt(region.lines, index)
  return text.slice(leadingWidth(text))
}

/** How many characters of white space a text begins with. */
export function leadingWidth(text: string): number {
  let width = 0
  while (text.charCodeAt(width) === 32 || text.charCodeAt(width) === 9) width++
  return width
}

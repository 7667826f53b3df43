/**
 * Types and helpers that the block readers share: regions of lines, chunks, readings, positions.
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

/** Facts about an article that its body's readers need. */
export interface BodyContext {
  readonly form: Form
  /** `visualc`; `null`: the form does not give it. */
  readonly productCode: string | null
  /** The column at which prose was wrapped: 80, in CD articles 70. */
  readonly wrapColumn: number
  /** True if main headings may be lines of their own, without an underline or blank lines around. */
  readonly hasBareHeadings: boolean
}

/** Data that all regions of a body share. */
export interface Ground {
  readonly lines: readonly Line[]
  readonly body: BodyContext
  /** Returns the kind of a line by itself. Found once, since readers ask often. */
  readonly kindAt: (index: number) => LineKind
  /** Reads a region inside another one. A function here, so that containers do not depend on the table of readers. */
  readonly read: (inner: Region) => Block[]
}

/** The lines of a region as indexes into the body, and its column and depth. */
export interface Extent {
  readonly from: number
  /** One past the last line. */
  readonly end: number
  /** The column of the region's own text: 0, or the text column of the list item. */
  readonly column: number
  /** The number of lists that contain the region. */
  readonly depth: number
}

/** A run of lines that is read by itself: a section, or a list item below its first paragraph. */
export interface Region extends Ground, Extent {}

/** Adjacent lines without a blank one between them. */
export interface Chunk {
  readonly from: number
  /** One past the last line. */
  readonly to: number
  /** The smallest indentation of its lines, in columns. */
  readonly indent: number
}

/** The blocks that a reader made of the lines up to `next`. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly next: number
}

/** Reads the block that starts at a chunk; `null`: the chunk is another kind of block. */
export type BlockReader = (chunk: Chunk, region: Region) => Reading | null

/** Indentation that sets a chunk off from the text around it, in columns. */
export const SET_OFF = 2

/**
 * Limit of a chunk's lines. Longer runs are read in parts, so that no reader scans a huge one repeatedly. Prose is
 * shorter.
 */
const MAX_CHUNK_LINES = 200

const NO_LINE: Line = { number: 1, text: '', indent: 0, length: 0, offset: 0 }

/**
 * Makes a region of a body. Copies each field, since spreading both objects is much slower and every section and item
 * needs a region.
 */
export function toRegion({ lines, body, kindAt, read }: Ground, { from, end, column, depth }: Extent): Region {
  return { lines, from, end, column, depth, body, kindAt, read }
}

/** Returns the line at an index, or a blank one beyond the ends. */
export function lineAt(lines: readonly Line[], index: number): Line {
  // without this check, index -1 would be looked up as a property named `-1`, which is slow
  return index >= 0 && index < lines.length ? (lines[index] ?? NO_LINE) : NO_LINE
}

/**
 * Returns the chunk that begins at line `from`, which is not blank. A rule at the text's column ends it. A box is never
 * cut.
 */
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

/**
 * Returns true if both lines are at the region's text column. A rule below lines that are set off is part of a drawing.
 */
function isAtText(above: Line, rule: Line, region: Region): boolean {
  return Math.max(above.indent, rule.indent) < region.column + SET_OFF
}

/** Returns the chunk at or after line `to`, or `null` at the end of the region. */
export function chunkBelow(to: number, region: Region): Chunk | null {
  const from = skipBlanks(region.lines, to, region.end)
  return from < region.end ? chunkAt(region, from) : null
}

/** Returns the index of the first visible line from `at` on, or `end`. */
export function skipBlanks(lines: readonly Line[], at: number, end: number): number {
  let index = at
  while (index < end && lines[index]?.text === '') index++
  return index
}

/**
 * Returns the visible line above `at`, or a blank one at the start of a section. Above the blocks of an item it is the
 * item's first paragraph.
 */
export function lineBefore(region: Region, at: number): Line {
  const first = region.depth > 0 ? 0 : region.from
  let index = at - 1
  while (index >= first && region.lines[index]?.text === '') index--
  return index < first ? NO_LINE : lineAt(region.lines, index)
}

/**
 * Returns the position of lines `from` to `to` (exclusive) in the raw file, from the first visible character to the
 * last.
 */
export function positionOf(lines: readonly Line[], from: number, to: number): Position {
  const first = lineAt(lines, from)
  const last = lineAt(lines, to - 1)
  return {
    start: { line: first.number, column: first.offset + leadingWidth(first.text) + 1 },
    end: { line: last.number, column: last.length + 1 },
  }
}

/** Returns the text of a line without its indentation. */
export function contentAt(region: Region, index: number): string {
  const { text } = lineAt(region.lines, index)
  return text.slice(leadingWidth(text))
}

/** Returns the number of blanks and tabs that a text begins with. */
export function leadingWidth(text: string): number {
  let width = 0
  while (text.charCodeAt(width) === 32 || text.charCodeAt(width) === 9) width++
  return width
}

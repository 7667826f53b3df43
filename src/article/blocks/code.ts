/**
 * Reads code and everything else whose line breaks and spacing matter: listings, commands, registry keys, columns,
 * drawings.
 *
 * Decides which chunk opens a listing. `listing.ts` decides where it ends, `chunk-evidence.ts` what a chunk looks like.
 */
import type { Code } from 'mdast'
import { guessLanguage } from '../text/language.js'
import type { Line } from '../text/lines.js'
import {
  type BlockReader,
  type Chunk,
  chunkBelow,
  contentAt,
  lineAt,
  lineBefore,
  positionOf,
  type Reading,
  type Region,
  SET_OFF,
} from './block.js'
import { chunkKind, endsAsSentence, isSentence } from './evidence/chunk-evidence.js'
import { isAddress, isCommandLike, isMarkup, isPath } from './evidence/line-evidence.js'
import { isWrapped } from './evidence/wrapping.js'
import { startsTable } from './interruption.js'
import { endOfListing, type Listing } from './listing.js'
import { isSeparator } from './separator.js'

/** Indentation from the region's column, in columns, from which a text without sentences is code. */
const FAR_OFF = 5
/** Reads code: consecutive chunks that look like code, with the blank lines between them. */
export const readCode: BlockReader = (chunk, region) => {
  const kind = openingKind(chunk, region)
  return kind === null ? null : readListing(chunk, kind, region)
}

/** Reads the listing of this kind that a chunk opens, to its end. */
export function readListing(chunk: Chunk, kind: Listing['kind'], region: Region): Reading {
  const to = endOfListing({ kind, first: chunk }, region)
  const code = toCode(region, chunk.from, to)
  if (kind === 'code') code.lang = guessLanguage(code.value.split('\n'), region.body.productCode)
  return { blocks: [code], next: to }
}

/** Returns the kind of listing that a chunk opens, or `null`. */
function openingKind(chunk: Chunk, region: Region): Listing['kind'] | null {
  const shift = chunk.indent - region.column
  if (shift < SET_OFF && region.depth === 0 && isProseByShape(chunk, region)) return null
  const kind = chunkKind(chunk, region)
  if (kind === 'code' || kind === 'columns') return kind
  if (shift >= FAR_OFF && (kind === 'plain' || !isSentence(chunk, region))) return 'code'
  if (kind === 'prose') return chunk.to - chunk.from > 1 ? kindBelow(chunk, region) : null
  if (shift >= SET_OFF && isSetOffCode(chunk, region)) return 'code'
  return announcesCode(chunk, region) ? 'code' : kindBelow(chunk, region)
}

/** Matches an announcement of code: `The output is:`, `The syntax is as follows:`, `type the following command:`. */
const ANNOUNCEMENT =
  /\b(?:outputs?|listings?|syntax|code|programs?|commands?|declarations?|statements?|scripts?|functions?|macros?|lines?)\b[^.:]{0,60}:$/i

/** Returns true for lines that are no sentence, below an announcement of code. As code, their line breaks stay. */
function announcesCode(chunk: Chunk, region: Region): boolean {
  const isAtText = chunk.indent < region.column + SET_OFF && region.depth === 0
  if (isAtText && region.body.form !== 'md-cd') return false
  return (
    ANNOUNCEMENT.test(lineBefore(region, chunk.from).text) &&
    !isSentence(chunk, region) &&
    !isAddress(contentAt(region, chunk.from))
  )
}

/** Returns true for a chunk at the text's own column that is clearly prose: a single line, or wrapped lines. */
function isProseByShape(chunk: Chunk, region: Region): boolean {
  if (region.body.form === 'md-cd') return isWrappedSentence(chunk, region)
  if (chunk.to - chunk.from === 1)
    return !isPath(contentAt(region, chunk.from)) && !isMarkup(contentAt(region, chunk.from))
  if (isInColumns(chunk, region)) return false
  return isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)
}

/** Matches the end of a sentence: `Use the following:`, `versions 2.00 and 3.00.`. */
const SENTENCE_END = /[A-Za-z0-9)"'][.:]$/

/**
 * Returns true for a sentence of several lines, from its capital letter to its end, wrapped at the article's column.
 * Its last line may look like anything:
 *
 *     > | This problem does not occur in QuickBASIC versions 2.00, 2.01, and
 *     > | 3.00.
 */
function isWrappedSentence(chunk: Chunk, region: Region): boolean {
  if (chunk.to - chunk.from < 2 || !isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)) return false
  if (lineAt(region.lines, chunk.from + 1).indent !== chunk.indent) return false
  const first = contentAt(region, chunk.from)
  return (
    region.kindAt(chunk.from) === 'prose' &&
    /^[A-Z"(]/.test(first) &&
    SENTENCE_END.test(contentAt(region, chunk.to - 1))
  )
}

/**
 * Returns true if nearly all lines have columns and none is prose. Such lines of equal length look wrapped (Q135543).
 */
function isInColumns(chunk: Chunk, region: Region): boolean {
  let others = 0
  for (let at = chunk.from; at < chunk.to; at++) {
    const kind = region.kindAt(at)
    if (kind === 'prose') return false
    if (kind !== 'columns') others++
  }
  return others * 5 <= chunk.to - chunk.from
}

/** Returns true for plain lines, set off, that are code: a command, or lines with different indentation. */
function isSetOffCode(chunk: Chunk, region: Region): boolean {
  if (chunk.to - chunk.from === 1) return isCommandLike(contentAt(region, chunk.from))
  for (let at = chunk.from + 1; at < chunk.to; at++) {
    if (lineAt(region.lines, at).indent >= chunk.indent + SET_OFF) return !isSentence(chunk, region)
  }
  return false
}

/**
 * Returns the kind of the listing below, if plain lines are its head, such as `Option Explicit` or a file name; else
 * `null`.
 */
function kindBelow(chunk: Chunk, region: Region): Listing['kind'] | null {
  const isAtText = chunk.indent < region.column + SET_OFF && region.body.form !== 'md-cd'
  if (isAtText && !/:$|^$/.test(lineBefore(region, chunk.from).text)) return null
  if (endsAsSentence(chunk, region) || isSeparator(lineAt(region.lines, chunk.from).text)) return null
  const next = chunkBelow(chunk.to, region)
  if (next === null || next.indent < region.column || isAddress(contentAt(region, chunk.from))) return null
  if (startsTable(next, region)) return null
  const kind = chunkKind(next, region)
  return kind === 'code' || kind === 'columns' ? kind : null
}

/** Makes a code block of lines `from` to `to` (exclusive), without their common indentation. */
export function toCode(region: Region, from: number, to: number): Code {
  const lines = region.lines.slice(from, to)
  let shared = Number.POSITIVE_INFINITY
  for (const line of lines) if (line.text !== '' && line.indent < shared) shared = line.indent
  return {
    type: 'code',
    lang: null,
    meta: null,
    value: lines.map((line) => withoutIndent(line, shared)).join('\n'),
    position: positionOf(region.lines, from, to),
  }
}

/** Removes a line's first columns. A tab that reaches beyond them leaves blanks. */
function withoutIndent(line: Line, columns: number): string {
  let column = 0
  let at = 0
  while (column < columns && at < line.text.length) {
    column += line.text[at] === '\t' ? 8 - (column % 8) : 1
    at++
  }
  return ' '.repeat(Math.max(0, Math.min(column, line.indent) - columns)) + line.text.slice(at)
}

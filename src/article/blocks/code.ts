/**
 * Code, and everything else whose line breaks and spacing matter: listings, commands, registry keys, columns.
 *
 * Knows how chunks join into one listing; what a chunk looks like, `chunk-evidence.ts` says.
 */
import type { Code } from 'mdast'
import type { Line } from '../lines.js'
import { type BlockReader, type Chunk, chunkAt, lineBefore, positionOf, type Region, skipBlanks } from './block.js'
import { chunkKind } from './chunk-evidence.js'
import { isWrapped } from './wrapping.js'

/** Columns to the right of the text around it that set a chunk off. */
const SET_OFF = 2
/** From here on, text is set off too far to be anything but code. */
const FAR_OFF = 5

/** Reads code: chunks that look like code, one after another, with the blank lines between them. */
export const readCode: BlockReader = (chunk, region) => {
  const kind = codeKind(chunk, region)
  if (kind === null) return null
  let to = chunk.to
  for (let next = following(to, region); next !== null; next = following(to, region)) {
    if (!continues(kind, chunk, next, region)) break
    to = next.to
  }
  return { blocks: [toCode(region, chunk.from, to)], next: to }
}

/** The chunk after line `to`, or `null` at the end of the region. */
function following(to: number, region: Region): Chunk | null {
  const from = skipBlanks(region.lines, to, region.end)
  return from < region.end ? chunkAt(region, from) : null
}

/** `code` or `columns` where the chunk opens such a block, else `null`. */
function codeKind(chunk: Chunk, region: Region): 'code' | 'columns' | null {
  const shift = chunk.indent - region.column
  const inText = shift < SET_OFF
  if (inText && region.depth === 0 && isProseByShape(chunk, region)) return null
  const kind = chunkKind(chunk, region)
  if (kind === 'code' || kind === 'columns') return kind
  if (shift >= FAR_OFF) return kind === 'prose' && isSentence(chunk, region) ? null : 'code'
  if (kind === 'plain' && leadsIntoCode(chunk, region)) return 'code'
  return null
}

/** A chunk at column 0 that no further look is needed for: one line of it, or wrapped lines. */
function isProseByShape(chunk: Chunk, region: Region): boolean {
  if (chunk.to - chunk.from === 1) return region.body.form !== 'md-cd'
  return isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)
}

/** Wrapped lines of prose, however far to the right. */
function isSentence(chunk: Chunk, region: Region): boolean {
  return chunk.to - chunk.from > 1 && isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)
}

/** Plain lines after a colon, with code right below them: the head of a listing. */
function leadsIntoCode(chunk: Chunk, region: Region): boolean {
  if (!lineBefore(region, chunk.from).text.endsWith(':')) return false
  const next = following(chunk.to, region)
  return next !== null && next.indent >= chunk.indent && chunkKind(next, region) === 'code'
}

/** Whether a chunk goes on with the listing that began with `first`. */
function continues(kind: 'code' | 'columns', first: Chunk, next: Chunk, region: Region): boolean {
  if (next.indent < region.column) return false
  const setOff = next.indent >= region.column + SET_OFF
  if (first.indent >= region.column + SET_OFF && !setOff) return false
  const nextKind = chunkKind(next, region)
  if (nextKind === kind) return true
  if (nextKind === 'prose' && (!setOff || isSentence(next, region))) return false
  if (nextKind === 'code' || nextKind === 'columns') return kind === 'code' && next.indent >= first.indent
  return setOff && next.indent >= first.indent
}

/** A code block of the lines from `from` to `to`, without the indentation they share. */
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

/** A line without its first columns; a tab that reaches beyond them leaves blanks. */
function withoutIndent(line: Line, columns: number): string {
  let column = 0
  let at = 0
  while (column < columns && at < line.text.length) {
    column += line.text[at] === '\t' ? 8 - (column % 8) : 1
    at++
  }
  return ' '.repeat(Math.max(0, Math.min(column, line.indent) - columns)) + line.text.slice(at)
}

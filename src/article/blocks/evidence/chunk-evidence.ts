/** Decides the kind of a chunk: code, columns, prose, or plain. */
import type { Line } from '../../text/lines.js'
import { type BodyContext, type Chunk, contentAt, leadingWidth, lineAt, type Region } from '../block.js'
import { withoutTabs } from '../tables/table-grid.js'
import { isAddress, type LineKind, lineKind } from './line-evidence.js'
import { isWrapped } from './wrapping.js'

/** Indentation, in columns, from which a line cannot belong to the same paragraph as the rest of its chunk. */
const HANGING = 8

/** Minimum width of a term and the gap after it, in columns. */
const MIN_TERM_WIDTH = 4

/** Matches the text before a meaning: a term and a gap, or a dash. */
const TERM_END = /\S(?: {2,}| [-=:] )$/
/** Matches a few words, a gap and more words: `.Align      Alignment of the tab stop`. */
const TERM = /^\S+(?: \S+){0,3} {2,}(?:[-=] )?[A-Za-z]\S*(?: \S+){2}/

/** Limit of the lines of an address with a caption. */
const MAX_CAPTIONED = 3

/**
 * Returns the kind of most lines. Code needs fewer lines than the others, since it also contains comments and messages.
 */
export function chunkKind(chunk: Chunk, region: Region): LineKind {
  if (contentAt(region, chunk.from).startsWith('/*')) return 'code'
  if (isDefinition(chunk, region)) return 'columns'
  const count = countKinds(chunk, region)
  const lines = chunk.to - chunk.from
  if (count.code === 1 && lines <= MAX_CAPTIONED && hasAddress(chunk, region)) return 'plain'
  if (count.code * 2 >= lines && count.code > count.prose) return 'code'
  if (count.code * 3 >= lines && count.prose * 5 < lines) return 'code'
  if (count.code > 0 && count.prose * 4 <= lines && isStatement(chunk, region)) return 'code'
  if ((count.columns + count.code) * 2 >= lines && count.columns > 0) return 'columns'
  if (isHanging(chunk, region)) return 'columns'
  return count.prose * 2 >= lines ? 'prose' : 'plain'
}

/**
 * Returns true for a term and its meaning in a column of its own:
 *
 *     > | WS_CAPTION     Creates a window that has a
 *     > |                title bar.
 *                        ^ the second line begins where the meaning does
 */
function isDefinition(chunk: Chunk, region: Region): boolean {
  const column = lineAt(region.lines, chunk.from + 1).indent
  if (chunk.to - chunk.from < 2 || column < chunk.indent + MIN_TERM_WIDTH) return false
  const text = withoutTabs(lineAt(region.lines, chunk.from).text)
  return TERM_END.test(text.slice(0, column)) && text.charCodeAt(column) !== 32
}

/** Returns true if a chunk begins with a term and its meaning, on one line or more. */
export function startsWithTerm(chunk: Chunk, region: Region): boolean {
  return isDefinition(chunk, region) || TERM.test(contentAt(region, chunk.from))
}

/** Returns true if a line is an address. A file name above it is a caption then. */
function hasAddress(chunk: Chunk, region: Region): boolean {
  for (let at = chunk.from; at < chunk.to; at++) if (isAddress(contentAt(region, at))) return true
  return false
}

/** Returns true for a line of code with lines set off below it: one statement over several lines. */
function isStatement(chunk: Chunk, region: Region): boolean {
  const isSetOff = lineAt(region.lines, chunk.from + 1).indent > lineAt(region.lines, chunk.from).indent + 1
  return chunk.to - chunk.from > 1 && isSetOff && region.kindAt(chunk.from) === 'code'
}

/** Returns true if lines are far to the right of others: the second column of a list of terms. */
function isHanging(chunk: Chunk, region: Region): boolean {
  for (let at = chunk.from + 1; at < chunk.to; at++) {
    if (lineAt(region.lines, at).indent >= chunk.indent + HANGING) return true
  }
  return false
}

function countKinds(chunk: Chunk, region: Region): Record<LineKind, number> {
  const count = { code: 0, columns: 0, prose: 0, plain: 0 }
  for (let at = chunk.from; at < chunk.to; at++) {
    count[region.kindAt(at)]++
  }
  return count
}

/** Matches the end of a sentence: `Click OK.`, `where:`, `Is it?`. */
const SENTENCE_END = /[.:?!]["')]*$/

/** Returns true if the last line of a chunk ends a sentence, or announces the next chunk. */
export function endsAsSentence(chunk: Chunk, region: Region): boolean {
  const last = contentAt(region, chunk.to - 1)
  return (
    last.endsWith(':') ||
    isSentence(chunk, region) ||
    (last.endsWith('.') && (region.kindAt(chunk.to - 1) === 'prose' || chunkKind(chunk, region) === 'prose'))
  )
}

/** Returns true if a chunk is sentences, wrapped over its lines. */
export function isSentence(chunk: Chunk, region: Region): boolean {
  if (!isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)) return false
  if (chunk.to - chunk.from > 1) return true
  const content = contentAt(region, chunk.from)
  return SENTENCE_END.test(content) && /^["'(]?[A-Z]/.test(content)
}

/** Returns a function that finds the kind of a line, each once, since several readers look at the same chunk. */
export function createLineKinds(lines: readonly Line[], body: BodyContext): (index: number) => LineKind {
  const found: LineKind[] = new Array(lines.length)
  return (index) => {
    const known = found[index]
    if (known !== undefined) return known
    const { text } = lineAt(lines, index)
    const content = text.slice(leadingWidth(text))
    // `* x` is a comment in FoxPro, a bullet elsewhere
    const kind = content.startsWith('*') && isFoxPro(body) ? 'code' : lineKind(content)
    found[index] = kind
    return kind
  }
}

/** Returns true if the article is about FoxPro, where a star begins a comment. */
export function isFoxPro(body: BodyContext): boolean {
  return body.productCode?.startsWith('fox') ?? false
}

/**
 * What a chunk looks like: code, columns, prose, or a few plain lines.
 */
import type { Line } from '../../text/lines.js'
import { type BodyContext, type Chunk, contentAt, leadingWidth, lineAt, type Region } from '../block.js'
import { withoutTabs } from '../tables/table-grid.js'
import { isAddress, type LineKind, lineKind } from './line-evidence.js'
import { isWrapped } from './wrapping.js'

/** Lines this far to the right of the others in their chunk are no text of one paragraph. */
const HANGING = 8

/** Terms are at least so wide, with the gap after them. */
const MIN_TERM_WIDTH = 4

/** What stands before a meaning: a term and a gap, or a dash. */
const TERM_END = /\S(?: {2,}| [-=:] )$/
/** `.Align      Alignment of the tab stop`: few words, a gap, and some more */
const TERM = /^\S+(?: \S+){0,3} {2,}(?:[-=] )?[A-Za-z]\S*(?: \S+){2}/

/** An address and its caption have no more lines. */
const MAX_CAPTIONED = 3

/** The kind of most of its lines; code wins earlier than the others, since its lines also hold comments and messages. */
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
 * A term and what it means, in a column of its own:
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

/** Whether a chunk begins with a term and what it means, on one line or more. */
export function startsWithTerm(chunk: Chunk, region: Region): boolean {
  return isDefinition(chunk, region) || TERM.test(contentAt(region, chunk.from))
}

/** Whether a line is an address: the name of a file above it is a caption then. */
function hasAddress(chunk: Chunk, region: Region): boolean {
  for (let at = chunk.from; at < chunk.to; at++) if (isAddress(contentAt(region, at))) return true
  return false
}

/** A first line of code with lines set off below it: a statement over several lines. */
function isStatement(chunk: Chunk, region: Region): boolean {
  const isSetOff = lineAt(region.lines, chunk.from + 1).indent > lineAt(region.lines, chunk.from).indent + 1
  return chunk.to - chunk.from > 1 && isSetOff && region.kindAt(chunk.from) === 'code'
}

/** Lines that hang far to the right below others: the second column of a list of terms. */
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

/** `Click OK.`, `where:`, `Is it?`: ends as a sentence does */
const SENTENCE_END = /[.:?!]["')]*$/

/** Whether the last line of a chunk ends a sentence, or announces what follows. */
export function endsAsSentence(chunk: Chunk, region: Region): boolean {
  const last = contentAt(region, chunk.to - 1)
  return (
    last.endsWith(':') ||
    isSentence(chunk, region) ||
    (last.endsWith('.') && (region.kindAt(chunk.to - 1) === 'prose' || chunkKind(chunk, region) === 'prose'))
  )
}

/** Whether a chunk is a text to read: sentences, wrapped over its lines. */
export function isSentence(chunk: Chunk, region: Region): boolean {
  if (!isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)) return false
  if (chunk.to - chunk.from > 1) return true
  const content = contentAt(region, chunk.from)
  return SENTENCE_END.test(content) && /^["'(]?[A-Z]/.test(content)
}

/** Finds the kinds of lines, each once: readers look at the same chunk in turn. */
export function createLineKinds(lines: readonly Line[], body: BodyContext): (index: number) => LineKind {
  const found: LineKind[] = new Array(lines.length)
  return (index) => {
    const known = found[index]
    if (known !== undefined) return known
    const { text } = lineAt(lines, index)
    const content = text.slice(leadingWidth(text))
    // `* x` is a comment in FoxPro, elsewhere a bullet
    const kind = content.startsWith('*') && isFoxPro(body) ? 'code' : lineKind(content)
    found[index] = kind
    return kind
  }
}

/** Whether the article is about FoxPro, whose comments begin with a star. */
export function isFoxPro(body: BodyContext): boolean {
  return body.productCode?.startsWith('fox') ?? false
}

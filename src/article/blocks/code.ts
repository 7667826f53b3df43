/**
 * Code, and everything else whose line breaks and spacing matter: listings, commands, registry keys, columns.
 */
import type { Code } from 'mdast'
import type { Line } from '../lines.js'
import { type BlockReader, type Chunk, chunkAt, lineAt, positionOf, type Region, skipBlanks } from './block.js'
import { markerAt } from './list-marker.js'

/** The smallest step to the right, from the text around it, that sets code off. */
const SET_OFF = 2
/** From here on, text is set off too far to be anything but code. */
const FAR_OFF = 5

/** `x = 1;`, `#include`, `{`, `C:\>dir`, `[boot]`, `<tag`, `' comment`, `HKEY_`, `name=value`, three blanks inside */
const CODE_LINE =
  /[;{}\\]$|^(?:[#'{}<[;*]|\/\/|\/\*|HK|\\\\|[A-Za-z]:\\|REM\b|(?:DIM|IF|END|SUB|PRINT|FOR|NEXT|CLS|OPEN|CLOSE|DO|LOOP|Dim|If|End|Sub|Private|Public|Function|Set|For|Next)\b)|\S {3,}\S|^\S+ ?[:+]?= ?\S|==|->|\w\(.*\)$/

/** Reads code: chunks set off to the right, as long as they look like code, blank lines between them kept. */
export const readCode: BlockReader = (chunk, region) => {
  if (!isCode(chunk, region)) return null
  let to = chunk.to
  for (;;) {
    const next = skipBlanks(region.lines, to, region.end)
    if (next >= region.end) break
    const following = chunkAt(region, next)
    if (!isCode(following, region) || markerAt(lineAt(region.lines, next)) !== null) break
    to = following.to
  }
  return { blocks: [toCode(region, chunk.from, to)], next: to }
}

function isCode(chunk: Chunk, region: Region): boolean {
  const shift = chunk.indent - region.column
  if (shift >= FAR_OFF) return true
  let hits = 0
  for (let at = chunk.from; at < chunk.to; at++) {
    if (CODE_LINE.test(lineAt(region.lines, at).text.trimStart())) hits++
  }
  return hits * 2 >= chunk.to - chunk.from && (shift >= SET_OFF || hits * 3 >= (chunk.to - chunk.from) * 2)
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

/**
 * What a chunk looks like: code, columns, prose, or a few plain lines.
 */
import { type Chunk, contentAt, lineAt, type Region } from './block.js'
import { type LineKind, lineKind } from './line-evidence.js'
import { isWrapped } from './wrapping.js'

/** Lines this far to the right of the others in their chunk are no text of one paragraph. */
const HANGING = 8

/** The kind of most of its lines; code wins earlier than the others, since its lines also hold comments and messages. */
export function chunkKind(chunk: Chunk, region: Region): LineKind {
  const count = countKinds(chunk, region)
  const lines = chunk.to - chunk.from
  if (count.code * 2 >= lines && count.code > count.prose) return 'code'
  if (count.code * 3 >= lines && count.prose * 5 < lines) return 'code'
  if (count.code > 0 && count.prose * 4 <= lines && isStatement(chunk, region)) return 'code'
  if ((count.columns + count.code) * 2 >= lines && count.columns > 0) return 'columns'
  if (isHanging(chunk, region)) return 'columns'
  return count.prose * 2 >= lines ? 'prose' : 'plain'
}

/** A first line of code with lines set off below it: a statement over several lines. */
function isStatement(chunk: Chunk, region: Region): boolean {
  const isSetOff = lineAt(region.lines, chunk.from + 1).indent > lineAt(region.lines, chunk.from).indent + 1
  return chunk.to - chunk.from > 1 && isSetOff && lineKind(contentAt(region, chunk.from)) === 'code'
}

/** Lines that hang far to the right below others: the second column of a list of terms. */
function isHanging(chunk: Chunk, region: Region): boolean {
  for (let at = chunk.from + 1; at < chunk.to; at++) {
    if (lineAt(region.lines, at).indent >= chunk.indent + HANGING) return true
  }
  return false
}

/** Whether any line of the chunk is code. */
export function hasCode(chunk: Chunk, region: Region): boolean {
  return countKinds(chunk, region).code > 0
}

function countKinds(chunk: Chunk, region: Region): Record<LineKind, number> {
  const count = { code: 0, columns: 0, prose: 0, plain: 0 }
  for (let at = chunk.from; at < chunk.to; at++) {
    const content = contentAt(region, at)
    count[isStarComment(content, region) ? 'code' : lineKind(content)]++
  }
  return count
}

/** `Click OK.`, `where:`, `Is it?`: ends as a sentence does */
const SENTENCE_END = /[.:?!]["')]*$/

/** Whether a chunk is a text to read: sentences, wrapped over its lines. */
export function isSentence(chunk: Chunk, region: Region): boolean {
  if (!isWrapped(region.lines, chunk.from, chunk.to, region.body.wrapColumn)) return false
  if (chunk.to - chunk.from > 1) return true
  const content = contentAt(region, chunk.from)
  return SENTENCE_END.test(content) && /^["'(]?[A-Z]/.test(content)
}

/** `* x`: a comment in FoxPro, elsewhere a bullet. */
function isStarComment(text: string, region: Region): boolean {
  return text.startsWith('*') && isFoxPro(region)
}

/** Whether the article is about FoxPro, whose comments begin with a star. */
export function isFoxPro(region: Region): boolean {
  return region.body.productCode?.startsWith('fox') ?? false
}

/**
 * What a chunk looks like: code, columns, prose, or a few plain lines.
 */
import { type Chunk, leadingWidth, lineAt, type Region } from './block.js'
import { type LineKind, lineKind } from './line-evidence.js'

/** The kind of most of its lines; code wins earlier than the others, since its lines also hold comments and messages. */
export function chunkKind(chunk: Chunk, region: Region): LineKind {
  const count = { code: 0, columns: 0, prose: 0, plain: 0 }
  for (let at = chunk.from; at < chunk.to; at++) {
    const text = lineAt(region.lines, at).text
    const content = text.slice(leadingWidth(text))
    count[isStarComment(content, region) ? 'code' : lineKind(content)]++
  }
  const lines = chunk.to - chunk.from
  if (count.code * 2 >= lines && count.code > count.prose) return 'code'
  if (count.code * 3 >= lines && count.prose * 5 < lines) return 'code'
  if ((count.columns + count.code) * 2 >= lines && count.columns > 0) return 'columns'
  return count.prose * 2 >= lines ? 'prose' : 'plain'
}

/** `* x`: a comment in FoxPro, elsewhere a bullet. */
function isStarComment(text: string, region: Region): boolean {
  return text.startsWith('*') && isFoxPro(region)
}

/** Whether the article is about FoxPro, whose comments begin with a star. */
export function isFoxPro(region: Region): boolean {
  return region.body.productCode?.startsWith('fox') ?? false
}

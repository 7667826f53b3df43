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
    count[lineKind(text.slice(leadingWidth(text)))]++
  }
  const lines = chunk.to - chunk.from
  if (count.code * 2 >= lines && count.code > count.prose) return 'code'
  if (count.code * 3 >= lines && count.prose * 5 < lines) return 'code'
  if ((count.columns + count.code) * 2 >= lines && count.columns > 0) return 'columns'
  return count.prose * 2 >= lines ? 'prose' : 'plain'
}

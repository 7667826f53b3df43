/**
 * Lines of text to phrasing content: joined as they were before they were wrapped, with links to articles and addresses.
 */
import type { Paragraph, PhrasingContent } from 'mdast'
import { lineAt, positionOf, type Region } from '../blocks/block.js'
import { findBreaks } from '../blocks/wrapping.js'
import { joinLines } from './join-lines.js'

/**
 * A paragraph of the lines from `from` up to, not including, `to`; line breaks that mean something stay.
 * `skip`: characters of the first line that are not its text (a list marker).
 */
export function textParagraph(region: Region, from: number, to: number, skip = 0): Paragraph {
  const { lines, body } = region
  const breaks = findBreaks(lines, from, to, body.wrapColumn)
  const children: PhrasingContent[] = []
  let texts: string[] = []
  for (let at = from; at < to; at++) {
    texts.push(lineAt(lines, at).text.slice(at === from ? skip : 0))
    if (breaks[at - from] !== true && at + 1 < to) continue
    for (const node of toPhrasing(texts)) children.push(node)
    if (at + 1 < to) children.push({ type: 'break' })
    texts = []
  }
  return { type: 'paragraph', children, position: positionOf(lines, from, to) }
}

/** Phrasing content of a text that was wrapped into these lines. */
export function toPhrasing(texts: readonly string[]): PhrasingContent[] {
  return [{ type: 'text', value: joinLines(texts) }]
}

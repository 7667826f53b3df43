/**
 * Wrapped lines to phrasing content: joined as they were before they were wrapped, with links to articles and addresses.
 */
import type { Paragraph, PhrasingContent } from 'mdast'
import { positionOf } from '../blocks/block.js'
import type { Line } from '../lines.js'

/**
 * A paragraph of the lines from `from` up to, not including, `to`.
 * `skip`: characters of the first line that are not its text (a marker). `broken`: keep the line breaks.
 */
export function textParagraph(lines: readonly Line[], from: number, to: number, skip = 0, broken = false): Paragraph {
  const texts: string[] = []
  for (let at = from; at < to; at++) texts.push((lines[at]?.text ?? '').slice(at === from ? skip : 0).trimStart())
  return { type: 'paragraph', children: toPhrasing(texts, broken), position: positionOf(lines, from, to) }
}

/** Phrasing content of the lines of a text; `broken`: each line break stays one. */
export function toPhrasing(texts: readonly string[], broken: boolean): PhrasingContent[] {
  if (!broken) return [{ type: 'text', value: joinLines(texts) }]
  const nodes: PhrasingContent[] = []
  texts.forEach((value, index) => {
    if (index > 0) nodes.push({ type: 'break' })
    nodes.push({ type: 'text', value })
  })
  return nodes
}

/** A hyphenated word that was broken after its hyphen: `terminate-and-stay-` / `resident`. */
const HYPHEN_END = /[A-Za-z0-9]-$/

/** Joins lines with blanks, but not after a hyphen inside a word. */
export function joinLines(texts: readonly string[]): string {
  let joined = ''
  for (const text of texts) {
    if (joined === '') joined = text
    else joined += HYPHEN_END.test(joined) ? text : ` ${text}`
  }
  return joined
}

/**
 * Lines of text to phrasing content: joined as they were before they were wrapped, with links to articles and addresses.
 */
import type { Link, Paragraph, PhrasingContent } from 'mdast'
import { lineAt, positionOf, type Region } from '../blocks/block.js'
import { findBreaks } from '../blocks/evidence/wrapping.js'
import { findAddresses } from './addresses.js'
import { joinLines, splitsAddress } from './join-lines.js'
import { findReferences } from './references.js'
import type { Span } from './span.js'

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
    const { text } = lineAt(lines, at)
    texts.push(text.slice(at === from ? skip : 0))
    if (at + 1 < to && (breaks[at - from] !== true || splitsAddress(text, lineAt(lines, at + 1).text))) continue
    for (const node of toPhrasing(texts)) children.push(node)
    if (at + 1 < to) children.push({ type: 'break' })
    texts = []
  }
  return { type: 'paragraph', children, position: positionOf(lines, from, to) }
}

/** What any link has: without it, no text needs a second look. */
const LINK_SIGN = /Q ?\d{5}|:\/\/|www\.|news:|@/

/** Phrasing content of a text that was wrapped into these lines. */
export function toPhrasing(texts: readonly string[]): PhrasingContent[] {
  const text = joinLines(texts)
  return LINK_SIGN.test(text) ? linkText(text) : [{ type: 'text', value: text }]
}

/** A text with its links; of two that overlap, the first one stays. */
function linkText(text: string): PhrasingContent[] {
  const spans = [...findAddresses(text), ...findReferences(text)].sort((a, b) => a.start - b.start)
  const nodes: PhrasingContent[] = []
  let done = 0
  for (const span of spans) {
    if (span.start < done) continue
    if (span.start > done) nodes.push({ type: 'text', value: text.slice(done, span.start) })
    nodes.push(toLink(text.slice(span.start, span.end), span))
    done = span.end
  }
  if (done < text.length) nodes.push({ type: 'text', value: text.slice(done) })
  return nodes
}

/** A link that shows `text`. */
export function toLink(text: string, span: Pick<Span, 'url' | 'article'>): Link {
  const link: Link = { type: 'link', url: span.url, children: [{ type: 'text', value: text }] }
  if (span.article !== null) link.data = { article: span.article }
  return link
}

/** Turns lines of text into phrasing content: unwraps them, and links articles and addresses. */
import type { Link, Paragraph, PhrasingContent } from 'mdast'
import { lineAt, positionOf, type Region } from '../blocks/block.js'
import { findBreaks } from '../blocks/evidence/wrapping.js'
import { findAddresses } from './addresses.js'
import { joinLines, splitsAddress } from './join-lines.js'
import { findReferences } from './references.js'
import type { Span } from './span.js'

/**
 * Makes a paragraph of the lines `from` to `to` (exclusive). Line breaks with a meaning stay.
 *
 * `skip`: number of characters at the start of the first line that are not text, such as a list marker.
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

/** Matches a sign that every link has, so that other texts need no search. */
const LINK_SIGN = /Q ?\d{5}|:\/\/|www\.|news:|@/

/** Makes phrasing content of a text that was wrapped into these lines. */
export function toPhrasing(texts: readonly string[]): PhrasingContent[] {
  const text = joinLines(texts)
  return LINK_SIGN.test(text) ? linkText(text) : [{ type: 'text', value: text }]
}

/** Makes nodes of a text with its links. If two links overlap, the first one stays. */
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

/** Makes a link with the text `text`. */
export function toLink(text: string, span: Pick<Span, 'url' | 'article'>): Link {
  const link: Link = { type: 'link', url: span.url, children: [{ type: 'text', value: text }] }
  if (span.article !== null) link.data = { article: span.article }
  return link
}

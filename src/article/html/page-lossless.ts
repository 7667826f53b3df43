/**
 * Checks that an article made from a page lost nothing.
 *
 * The visible characters of the page, apart from white space and recorded omissions, are those of its blocks, in order.
 * The blocks outside the frame are those of the article.
 */
import type { Nodes } from 'mdast'
import type { Article } from '../article.js'
import type { Violation } from '../violation.js'
import { readPageParts } from './page-article.js'
import type { PageBlock } from './page-blocks.js'

/** Compares an article with its page. An empty list proves that nothing is lost. */
export function checkPage(source: string, article: Article): Violation[] {
  const page = readPageParts(source, article.titleMade ? '' : article.title, () => {})
  const said = article.sections.flatMap((section) => [section.heading?.text ?? '', ...section.children.map(textOf)])
  return [
    ...compare(page.visible, page.blocks.map(blockText)),
    ...compare(page.body.map(blockText).join(''), said),
    ...compare(JSON.stringify(page.frame.appliesTo?.value ?? null), [JSON.stringify(article.appliesTo)]),
    ...compare(page.frame.queryWords?.value.text ?? '', [article.queryWords?.text ?? '']),
    ...compare(JSON.stringify(page.frame.keywordBlock?.value ?? null), [JSON.stringify(article.keywordBlock)]),
  ]
}

function blockText(part: PageBlock): string {
  return part.type === 'heading' ? part.text : textOf(part.block)
}

/** Returns all text below a node, in order. */
function textOf(node: Nodes): string {
  const texts: string[] = []
  const pending: Nodes[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('value' in next) texts.push(next.value)
    if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index--) {
        const child = next.children[index]
        if (child !== undefined) pending.push(child)
      }
  }
  return texts.join('')
}

const WHITE_SPACE = /\s+/g
/** Length of the excerpt quoted from texts that differ, in UTF-16 code units. */
const EXCERPT = 60

function compare(expected: string, found: readonly string[]): Violation[] {
  const [first, second] = [expected, found.join('')].map((text) => text.replace(WHITE_SPACE, ''))
  if (first === undefined || second === undefined || first === second) return []
  let at = 0
  while (first[at] === second[at]) at++
  const cut = (text: string) => text.slice(Math.max(0, at - EXCERPT / 2), at + EXCERPT)
  return [{ code: 'text-differs', line: 1, expected: cut(first), found: cut(second) }]
}

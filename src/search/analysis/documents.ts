/**
 * From an article to its indexed text: plain text by field, and the beginnings of the body's sections.
 *
 * The legal notice, the header's damaged copy of the keywords and the canonical headings are not indexed.
 */
import type { AppliesTo, Article, Section } from '../../article/article.js'
import type { SearchDocument } from '../types.js'

/** The parts of any mdast node that hold its text. */
interface TextNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly TextNode[]
}

/** Inline nodes: the end of one does not end a word. */
const INLINE = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link'])

/** The indexed text of an article. */
export function toSearchDocument(article: Article): SearchDocument {
  const sections: { name: Section['name']; start: number }[] = []
  let body = ''
  for (const section of bodySections(article)) {
    sections.push({ name: section.name, start: body.length })
    body += `${section.text}\n`
  }
  return {
    number: article.number,
    fields: { title: article.title, keywords: keywordsOf(article), product: productsOf(article), body },
    sections,
  }
}

/**
 * The text of each section, with headings that are the article's own. Legacy lines come first, as a section `other`.
 */
function bodySections(article: Article): readonly { readonly name: Section['name']; readonly text: string }[] {
  const legacy = article.legacy?.text ?? []
  const before = legacy.length === 0 ? [] : [{ name: 'other' as const, text: legacy.join('\n') }]
  return [...before, ...article.sections.map((section) => ({ name: section.name, text: sectionText(section) }))]
}

function sectionText(section: Section): string {
  const heading = section.name === 'other' && section.heading !== null ? `${section.heading.text}\n` : ''
  return heading + section.children.map(nodeText).join('')
}

/** A node's text; blocks, cells and line breaks end a line. */
function nodeText(node: TextNode): string {
  const own = node.value ?? (node.children ?? []).map(nodeText).join('')
  return INLINE.has(node.type) ? own : `${own}\n`
}

/** The article's number, its keywords and its query words. */
function keywordsOf(article: Article): string {
  const block = article.keywordBlock
  const words = new Set([
    article.id,
    ...article.keywords,
    ...(article.legacy?.keywords ?? []),
    ...(block?.keywords ?? []),
    ...(block?.technology ?? []),
    ...(block?.issueType ?? []),
  ])
  return [...words, article.queryWords?.text ?? ''].join(' ').trim()
}

/** Product name, and the products the article applies to. */
function productsOf(article: Article): string {
  const lines: string[] = [article.product.name]
  const collect = (entries: readonly AppliesTo[]) => {
    for (const entry of entries) {
      lines.push(entry.text)
      collect(entry.children)
    }
  }
  collect(article.appliesTo ?? [])
  return lines.join('\n')
}

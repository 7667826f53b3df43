/**
 * An article as a Markdown file with front matter, and the files of a whole archive: `214/Q214864.md`.
 *
 * The blocks are mdast already, so mdast-util-to-markdown prints them; what Markdown has no place for goes into the front matter. Values there
 * are JSON, which YAML reads.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Heading, ListItem, Nodes, Paragraph, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown as printMarkdown } from 'mdast-util-to-markdown'
import type { Article } from '../article/article.js'
import { toBodyTree } from '../render/body/body.js'
import { bucketOf } from '../render/paths.js'
import { readArticles, readNumbers } from '../site/read-articles.js'

const PRINTING: Options = { bullet: '-', emphasis: '_', rule: '-', fences: true, extensions: [gfmToMarkdown()] }

/** Writes a file an article below `folder`; returns how many. References to articles that are there become links to their files. */
export async function writeMarkdown(data: string, folder: string): Promise<number> {
  const known = new Set<string>()
  for await (const number of readNumbers(data)) known.add(`Q${number}`)
  const made = new Set<string>()
  for await (const article of readArticles(data)) {
    if (!made.has(article.bucket)) mkdirSync(join(folder, article.bucket), { recursive: true })
    made.add(article.bucket)
    writeFileSync(join(folder, article.bucket, `${article.id}.md`), toMarkdown(article, known))
  }
  return known.size
}

/** The text of an article's Markdown file; `known` are the ids that have a file. */
export function toMarkdown(article: Article, known: ReadonlySet<string>): string {
  const children = toBodyTree(article).children.map((block) => toPlainMdast(block, known)) as Root['children']
  const title: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: article.title }] }
  return `${toFrontMatter(article)}\n${printMarkdown({ type: 'root', children: [title, ...children] }, PRINTING)}`
}

/** The fields of the front matter, in order; empty ones are left out. */
function toFrontMatter(article: Article): string {
  const fields: Readonly<Record<string, unknown>> = {
    title: article.title,
    id: article.id,
    type: article.type,
    product: article.product.name,
    product_code: article.product.code,
    modified: article.modified,
    versions: article.versions.text,
    operating_systems: article.operatingSystems,
    applies_to: article.appliesTo,
    keywords: article.keywords,
    technology: article.keywordBlock?.technology,
    issue_types: article.keywordBlock?.issueType,
    query_words: article.queryWords?.text,
    copyright_year: article.legal.year,
    source: article.source.name,
    sha256: article.source.sha256,
  }
  const lines = Object.entries(fields)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => `${name}: ${toYaml(value)}\n`)
  return `---\n${lines.join('')}---\n`
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What YAML wants escaped inside quotes beyond JSON: DEL, C1 controls, line and paragraph separators, byte order marks. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g

function toYaml(value: unknown): string {
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The same node in the words of plain Markdown: links to files, markers that lists cannot print as text. */
function toPlainMdast(node: Nodes, known: ReadonlySet<string>): Nodes {
  if (!('children' in node)) return node
  const children = node.children.map((child) => toPlainMdast(child, known))
  if (node.type === 'link') {
    const id = node.data?.article
    if (id === undefined) return { ...node, children } as Nodes
    if (known.has(id)) return { ...node, url: `../${bucketOf(Number(id.slice(1)))}/${id}.md`, children } as Nodes
    return { type: 'emphasis', children } as Nodes
  }
  if (node.type === 'listItem') return { ...node, children: withMarker(node, children) } as Nodes
  return { ...node, children } as Nodes
}

/** Markers with a letter or digit say something that a bullet does not: `a.`, `1a)`. */
const SAYING_MARKER = /[0-9A-Za-z]/

function withMarker(item: ListItem, children: readonly Nodes[]): readonly Nodes[] {
  const marker = item.data?.marker
  if (marker === undefined || marker === 'o' || !SAYING_MARKER.test(marker)) return children
  const text = { type: 'text', value: `${marker} ` } as const
  const [first, ...rest] = children
  if (first?.type === 'paragraph')
    return [{ ...first, children: [text, ...first.children] } satisfies Paragraph, ...rest]
  return [{ type: 'paragraph', children: [text] }, ...children]
}

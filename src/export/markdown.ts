/**
 * Exports each article as a Markdown file with front matter: `214/Q214864.md`.
 *
 * The blocks of an article are mdast, which mdast-util-to-markdown prints. Fields that Markdown has no place for go
 * into the front matter. Its values are written as JSON, which is valid YAML.
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

/**
 * Writes a file per article below `folder`; resolves to their number. References to articles of the archive become
 * links to their files.
 */
export async function writeMarkdown(data: string, folder: string): Promise<number> {
  const ids = new Set<string>()
  for await (const number of readNumbers(data)) ids.add(`Q${number}`)
  const made = new Set<string>()
  for await (const article of readArticles(data)) {
    if (!made.has(article.bucket)) mkdirSync(join(folder, article.bucket), { recursive: true })
    made.add(article.bucket)
    writeFileSync(join(folder, article.bucket, `${article.id}.md`), toMarkdown(article, ids))
  }
  return ids.size
}

/** The text of an article's Markdown file; `ids`: the articles that have a file. */
export function toMarkdown(article: Article, ids: ReadonlySet<string>): string {
  const children = toBodyTree(article).children.map((block) => toPlainMdast(block, ids)) as Root['children']
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

/** Characters that YAML needs escaped, but JSON does not: DEL, C1 controls, U+2028, U+2029, byte order mark. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff]/g

function toYaml(value: unknown): string {
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Converts a node to plain mdast: references become links to files or emphasis, unusual list markers become text. */
function toPlainMdast(node: Nodes, ids: ReadonlySet<string>): Nodes {
  if (!('children' in node)) return node
  const children = node.children.map((child) => toPlainMdast(child, ids))
  if (node.type === 'link') {
    const id = node.data?.article
    if (id === undefined) return { ...node, children } as Nodes
    if (ids.has(id)) return { ...node, url: `../${bucketOf(Number(id.slice(1)))}/${id}.md`, children } as Nodes
    return { type: 'emphasis', children } as Nodes
  }
  if (node.type === 'listItem') return { ...node, children: withMarker(node, children) } as Nodes
  return { ...node, children } as Nodes
}

/** Markers with a letter or digit, which a bullet would lose: `a.`, `1a)`. */
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

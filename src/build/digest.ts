/**
 * What other pages and the statistics need of an article: a compact extract, made once when it is parsed.
 *
 * The catalog is built from digests alone, so nothing that appears on another article's page may be missing here.
 */
import type { RootContent } from 'mdast'
import type { Article } from '../article/article.js'
import { toProductName } from '../render/product-name.js'
import type { SearchDocument } from '../search/types.js'
import { findErrorCodes } from './error-codes.js'
import { toSummaryLine } from './summary-line.js'

export interface Digest {
  readonly number: number
  readonly title: string
  readonly type: string | null
  readonly modified: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  readonly summary: string
  readonly keywords: readonly string[]
  readonly technology: readonly string[]
  /** Operating systems of the header, else the platforms of the versions. */
  readonly systems: readonly string[]
  readonly issueTypes: readonly string[]
  readonly errors: readonly string[]
  /** Numbers of the articles it cites, ascending, each once, itself not among them. */
  readonly cites: readonly number[]
  /** How often each section name and block type occurs. */
  readonly sections: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, number>>
  /** How often each problem code occurs. */
  readonly problems: Readonly<Record<string, number>>
}

/** Makes the digest of an article; `document` is what is indexed of it. */
export function toDigest(article: Article, document: SearchDocument): Digest {
  return {
    number: article.number,
    title: article.title,
    type: article.type,
    modified: article.modified,
    product: { code: article.product.code, name: toProductName(article.product) },
    summary: toSummaryLine(article),
    keywords: distinct(article.keywords),
    technology: distinct(article.keywordBlock?.technology ?? []),
    systems: distinct(listSystems(article)),
    issueTypes: distinct(article.keywordBlock?.issueType ?? []),
    errors: findErrorCodes(`${article.title}\n${document.fields.body}`),
    cites: listCited(article),
    sections: countBy(article.sections, (section) => section.name),
    blocks: countBlocks(article),
    problems: countBy(article.problems, (problem) => problem.code),
  }
}

function listSystems(article: Article): string[] {
  if (article.operatingSystems.length > 0) return article.operatingSystems
  return article.versions.platforms.flatMap(({ platform }) => (platform === null ? [] : [platform]))
}

function listCited(article: Article): number[] {
  const numbers = new Set(article.references.map(({ id }) => Number(id.slice(1))))
  numbers.delete(article.number)
  return [...numbers].sort((a, b) => a - b)
}

function countBlocks(article: Article): Record<string, number> {
  const pending: RootContent[] = article.sections.flatMap((section) => section.children)
  const blocks: RootContent[] = []
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    blocks.push(block)
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
      pending.push(...block.children)
  }
  return countBy(blocks, blockKind)
}

/** What a chart calls a block: steps are not lists, notes are not quotations. */
function blockKind(block: RootContent): string {
  if (block.type === 'list') return block.ordered ? 'steps' : 'list'
  if (block.type === 'blockquote') return block.data?.note === undefined ? 'quotation' : 'note'
  return block.type
}

function countBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort())
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '')
}

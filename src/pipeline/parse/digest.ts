/**
 * What other pages and the statistics need of an article: a compact extract, made once when it is parsed.
 *
 * The catalog is built from digests alone, so nothing that appears on another article's page may be missing here.
 */
import type { RootContent } from 'mdast'
import type { Article } from '../../article/article.js'
import { toProductName } from '../../render/words/product-name.js'
import type { SearchDocument } from '../../search/types.js'
import { findErrorCodes } from './error-codes.js'
import { toSummaryLine } from './summary-line.js'

export interface Digest {
  readonly number: number
  readonly title: string
  readonly type: string | null
  readonly modified: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** What it is about: `windows-nt\nWindows NT`, an id and a name. */
  readonly products: readonly string[]
  /** `windows-nt/4.0\nWindows NT 4.0`; service packs too. */
  readonly versions: readonly string[]
  readonly summary: string
  readonly keywords: readonly string[]
  readonly technology: readonly string[]
  /** Operating systems of the header, else the platforms of the versions. */
  readonly systems: readonly string[]
  readonly issueTypes: readonly string[]
  readonly errors: readonly string[]
  /** Numbers of the articles it cites, ascending, each once, itself not among them. */
  readonly cites: readonly number[]
  /** Names of sections and types of blocks, each once, sorted. */
  readonly sections: readonly string[]
  readonly blocks: readonly string[]
  /** Problem codes, sorted, and how often each occurs. */
  readonly problems: readonly (readonly [code: string, count: number])[]
}

/** Makes the digest of an article; `document` is what is indexed of it. */
export function toDigest(article: Article, document: SearchDocument): Digest {
  return {
    number: article.number,
    title: article.title,
    type: article.type,
    modified: article.modified,
    // `DOCUMENT:Q214864  11-JUN-2002  []` names no code: such an article is filed under its product's name.
    product: { code: article.product.code || null, name: toProductName(article.product) },
    products: article.products.map(({ id, name }) => `${id}\n${name}`),
    versions: listVersions(article),
    summary: toSummaryLine(article),
    keywords: distinct(article.keywords),
    technology: distinct(article.keywordBlock?.technology ?? []),
    systems: distinct(listSystems(article)),
    issueTypes: distinct(article.keywordBlock?.issueType ?? []),
    errors: findErrorCodes([article.title, document.fields.body]),
    cites: listCited(article),
    sections: listSections(article),
    blocks: listBlocks(article),
    problems: countProblems(article),
  }
}

function listVersions({ products }: Article): string[] {
  const all: string[] = []
  for (const { id, name, versions } of products)
    for (const version of versions) all.push(`${id}/${version}\n${name} ${version}`)
  return all
}

function listSystems(article: Article): string[] {
  if (article.operatingSystems.length > 0) return article.operatingSystems
  const systems: string[] = []
  for (const { platform } of article.versions.platforms) if (platform !== null) systems.push(platform)
  return systems
}

function listCited(article: Article): number[] {
  const numbers = new Set<number>()
  for (const { id } of article.references) numbers.add(Number(id.slice(1)))
  numbers.delete(article.number)
  return [...numbers].sort((a, b) => a - b)
}

function listSections(article: Article): string[] {
  const names = new Set<string>()
  for (const { name } of article.sections) names.add(name)
  return [...names].sort()
}

function listBlocks(article: Article): string[] {
  const kinds = new Set<string>()
  for (const { children } of article.sections) addKinds(children, kinds)
  return [...kinds].sort()
}

/** Lists stand in one another, but no deeper than the parser nests them. */
function addKinds(blocks: readonly RootContent[], kinds: Set<string>): void {
  for (const block of blocks) {
    kinds.add(blockKind(block))
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
      addKinds(block.children, kinds)
  }
}

/** What a chart calls a block: steps are not lists, notes are not quotations. */
function blockKind(block: RootContent): string {
  if (block.type === 'list') return block.ordered ? 'steps' : 'list'
  if (block.type === 'blockquote') return block.data?.note === undefined ? 'quotation' : 'note'
  return block.type
}

function countProblems(article: Article): [string, number][] {
  const counts = new Map<string, number>()
  for (const { code } of article.problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

function distinct(values: readonly string[]): string[] {
  const found = new Set<string>()
  for (const value of values) found.add(value.trim())
  found.delete('')
  return [...found]
}

/**
 * The digest of an article: what other pages and the statistics need, extracted once when the article is parsed.
 *
 * The catalog is built from digests alone, so a digest must hold everything that another article's page shows.
 */
import type { RootContent } from 'mdast'
import type { Article } from '../../article/article.js'
import { toProductName } from '../../render/words/product-name.js'
import type { SearchDocument } from '../../search/types.js'
import { findErrorCodes } from './error-codes.js'
import { findErrorMeanings } from './error-meanings.js'
import { toSummaryLine } from './summary-line.js'

export interface Digest {
  readonly number: number
  readonly title: string
  readonly type: string | null
  readonly modified: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** The products that the article applies to, each as id and name: `windows-nt\nWindows NT`. */
  readonly products: readonly string[]
  /** Their versions and service packs: `windows-nt/4.0\nWindows NT 4.0`. */
  readonly versions: readonly string[]
  readonly summary: string
  readonly keywords: readonly string[]
  readonly technology: readonly string[]
  /** The operating systems of the header; without any, the platforms of the versions. */
  readonly systems: readonly string[]
  readonly issueTypes: readonly string[]
  /** The error codes, some with their meaning: `0x80004005\nE_FAIL`. */
  readonly errors: readonly string[]
  /** Numbers of the articles that it cites, ascending, each once, without its own. */
  readonly cites: readonly number[]
  /** Names of sections and types of blocks, each once, sorted. */
  readonly sections: readonly string[]
  readonly blocks: readonly string[]
  /** Problem codes, sorted, with the number of occurrences. */
  readonly problems: readonly (readonly [code: string, count: number])[]
}

/** Makes the digest of an article; `document` holds its texts for the index. */
export function toDigest(article: Article, document: SearchDocument): Digest {
  return {
    number: article.number,
    title: article.title,
    type: article.type,
    modified: article.modified,
    // The code of `DOCUMENT:Q214864  11-JUN-2002  []` is empty: the article is then filed under its product's name.
    product: { code: article.product.code || null, name: toProductName(article.product) },
    products: article.products.map(({ id, name }) => `${id}\n${name}`),
    versions: listVersions(article),
    summary: toSummaryLine(article),
    keywords: distinct(article.keywords),
    technology: distinct(article.keywordBlock?.technology ?? []),
    systems: distinct(listSystems(article)),
    issueTypes: distinct(article.keywordBlock?.issueType ?? []),
    errors: listErrors([article.title, document.fields.body]),
    cites: listCited(article),
    sections: listSections(article),
    blocks: listBlocks(article),
    problems: countProblems(article),
  }
}

function listErrors(texts: readonly string[]): string[] {
  const codes = findErrorCodes(texts)
  if (codes.length === 0) return codes
  const meanings = findErrorMeanings(texts)
  return codes.map((code) => {
    const meaning = meanings.get(code)
    return meaning === undefined ? code : `${code}\n${meaning}`
  })
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

/** Adds the kinds of blocks and of all nested blocks. The parser limits the depth. */
function addKinds(blocks: readonly RootContent[], kinds: Set<string>): void {
  for (const block of blocks) {
    kinds.add(blockKind(block))
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
      addKinds(block.children, kinds)
  }
}

/** The name of a block in charts, which distinguish steps from lists, and notes from quotations. */
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

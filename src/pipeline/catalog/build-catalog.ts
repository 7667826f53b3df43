/** Builds the catalog from the digests of all articles, bucket by bucket. */
import type { ArchiveStatistics } from '../../render/view.js'
import type { ColumnValue, SearchCard } from '../../search/types.js'
import type { DigestTable, NumberLists } from '../parse/digest-table.js'
import { type CatalogShare, openCatalog, pagesOf, readCard } from './catalog.js'
import { FacetCollector, type ListedArticles, toFacetIndexes, toFacetLists } from './facet-lists.js'
import { RelatedFinder } from './related.js'
import { joinLists, joinTexts, readList, TextColumnWriter, toListColumn, toSharedNumbers } from './shared-columns.js'
import { type Citations, StatisticsCollector } from './statistics.js'

export interface BuiltCatalog {
  readonly share: CatalogShare
  readonly statistics: Omit<ArchiveStatistics, 'sources'>
  /** The issue types of each article, by ordinal. Only the search index needs them. */
  readonly issueTypes: readonly (readonly string[])[]
  /** The products and versions of each article, by ordinal, as in `Digest`. */
  readonly products: readonly (readonly string[])[]
  /** The article numbers that each article cites, by ordinal; also numbers that the archive lacks. */
  readonly cites: NumberLists
}

/** Builds the catalog. `tables` must come in ascending order of the buckets. */
export function buildCatalog(tables: Iterable<DigestTable>): BuiltCatalog {
  const numbers: number[] = []
  const [dates, sortKeys]: [number[], string[]] = [[], []]
  const cards: DigestTable['cards'][] = []
  const cited: NumberLists[] = []
  const issueTypes: (readonly string[])[] = []
  const products: (readonly string[])[] = []
  const facets = new FacetCollector()
  const related = new RelatedFinder()
  const statistics = new StatisticsCollector()
  for (const table of tables) {
    for (const number of table.numbers) numbers.push(number)
    for (const date of table.dates) dates.push(date)
    for (const key of table.sortKeys) sortKeys.push(key)
    for (const own of table.issueType) issueTypes.push(table.issueTypes[own] ?? [])
    for (const own of listProducts(table)) products.push(own)
    cards.push(table.cards)
    cited.push(table.cites)
    facets.add(table)
    related.add(table)
    statistics.add(table)
  }
  const cites = joinLists(cited)
  const citations = resolveCitations(numbers, cites)
  const base = { numbers: toSharedNumbers(numbers), cards: joinTexts(cards), ...toLinks(citations, related) }
  const share = { ...base, ...toLists(facets, { sortKeys, dates }) }
  return { share, statistics: statistics.finish(openCatalog(share), facets, citations), issueTypes, products, cites }
}

/** The cards for the search index, by ordinal. `slice` makes them, so they are never all in memory. */
export function toSearchCards(catalog: BuiltCatalog): Pick<readonly SearchCard[], 'length' | 'slice'> {
  const { share, issueTypes, products } = catalog
  const toCard = (types: readonly string[], ordinal: number) => ({
    ...readCard(share, ordinal),
    issueTypes: types,
    products: (products[ordinal] ?? []).map(toColumnValue),
  })
  return {
    length: issueTypes.length,
    slice: (from = 0, to) => issueTypes.slice(from, to).map((types, at) => toCard(types, from + at)),
  }
}

/** Parses `windows-nt/4.0\nWindows NT 4.0`. */
function toColumnValue(text: string): ColumnValue {
  const end = text.indexOf('\n')
  return { value: text.slice(0, end), label: text.slice(end + 1) }
}

/** The products and versions of each article of a bucket, as `id\nname`. */
function listProducts({ numbers, labels, facets }: DigestTable): string[][] {
  return Array.from(numbers, (_, at) => {
    const own: string[] = []
    for (const lists of [facets.product, facets.version])
      for (const label of readList(lists, at)) own.push(labels[label] ?? '')
    return own
  })
}

function resolveCitations(numbers: readonly number[], cites: NumberLists): Citations {
  const ordinals = new Map(numbers.map((number, ordinal) => [number, ordinal]))
  const missing = new Map<number, number[]>()
  const found = numbers.map((_, ordinal) =>
    Array.from(readList(cites, ordinal)).flatMap((number) => {
      const target = ordinals.get(number)
      if (target !== undefined) return [target]
      const citing = missing.get(number)
      if (citing === undefined) missing.set(number, [ordinal])
      else citing.push(ordinal)
      return []
    }),
  )
  return { found, missing }
}

function toLinks({ found }: Citations, related: RelatedFinder) {
  const backlinks: number[][] = found.map(() => [])
  for (const [from, cited] of found.entries()) for (const to of cited) backlinks[to]?.push(from)
  const isLinked = (a: number, b: number) => found[a]?.includes(b) === true || found[b]?.includes(a) === true
  return { backlinks: toListColumn(backlinks), related: toListColumn(related.find(isLinked)) }
}

function toLists(facets: FacetCollector, articles: ListedArticles) {
  const lists = toFacetLists(facets, articles)
  const entries = new TextColumnWriter()
  const pages = [0]
  for (const { ordinals: _, ...entry } of lists) {
    entries.push(JSON.stringify(entry))
    pages.push((pages.at(-1) ?? 0) + pagesOf(entry))
  }
  const lonely = new TextColumnWriter()
  for (const paths of facets.lonely()) lonely.push(paths.join(' '))
  const facetIndexes = new TextColumnWriter()
  for (const index of toFacetIndexes(facets)) facetIndexes.push(JSON.stringify(index))
  const versions = new TextColumnWriter()
  for (const { facet, value } of lists) if (facet === 'version') versions.push(JSON.stringify(value))
  return {
    listEntries: entries.finish(),
    listArticles: toListColumn(lists.map(({ ordinals }) => ordinals)),
    listPages: toSharedNumbers(pages),
    facetIndexes: facetIndexes.finish(),
    versions: versions.finish(),
    lonely: lonely.finish(),
  }
}

/** Counts over the whole archive, collected from digests one by one: the figures of the home, about, problems and map pages. */
import { PROBLEMS } from '../article/problems.js'
import type { ArchiveStatistics, Card, FacetValue } from '../render/view.js'
import type { Catalog } from './catalog.js'
import type { Digest } from './digest.js'
import type { FacetCollector } from './facet-lists.js'

/** Articles named beside each problem. */
const EXAMPLES = 8
/** Missing articles listed, and articles named that cite each. */
const MOST_WANTED = 1_000
const WANTED_EXAMPLES = 5
/** Newest articles listed. */
const MOST_RECENT = 20

interface ProblemTally {
  count: number
  articles: number
  readonly ordinals: number[]
}

/** Takes digests in the order of their ordinals. */
export class StatisticsCollector {
  readonly #yearProducts = new Map<string, Map<string, number>>()
  readonly #sections = new Map<string, number>()
  readonly #blocks = new Map<string, number>()
  readonly #problems = new Map<string, ProblemTally>()
  readonly #products: string[] = []
  readonly #dates: string[] = []

  add(ordinal: number, digest: Digest): void {
    const product = digest.product.code ?? digest.product.name
    this.#products.push(product)
    this.#dates.push(digest.modified ?? '')
    if (digest.modified !== null) this.#countYear(digest.modified.slice(0, 4), product)
    countNames(this.#sections, digest.sections)
    countNames(this.#blocks, digest.blocks)
    for (const [code, count] of Object.entries(digest.problems)) this.#countProblem(code, count, ordinal)
  }

  /** The statistics, given the finished catalog and who cites whom. */
  finish(catalog: Catalog, collector: FacetCollector, citations: Citations): Omit<ArchiveStatistics, 'sources'> {
    const values = (facet: 'product' | 'type' | 'year') => collector.values(facet).map(({ value }) => value)
    return {
      products: values('product').sort(byCount),
      types: values('type').sort(byCount),
      years: values('year').sort((a, b) => compareText(a.label, b.label)),
      buckets: collector.buckets().map(({ value }) => value),
      yearProducts: toRecord(this.#yearProducts, toSortedRecord),
      sections: toSortedRecord(this.#sections),
      blocks: toSortedRecord(this.#blocks),
      problems: this.#problemCounts(catalog),
      wanted: this.#wanted(catalog, citations),
      recent: this.#recent(catalog),
      productLinks: this.#productLinks(citations),
    }
  }

  #countYear(year: string, product: string): void {
    const products = this.#yearProducts.get(year) ?? new Map<string, number>()
    this.#yearProducts.set(year, products)
    products.set(product, (products.get(product) ?? 0) + 1)
  }

  #countProblem(code: string, count: number, ordinal: number): void {
    const tally = this.#problems.get(code) ?? { count: 0, articles: 0, ordinals: [] }
    this.#problems.set(code, tally)
    tally.count += count
    tally.articles++
    if (tally.ordinals.length < EXAMPLES) tally.ordinals.push(ordinal)
  }

  #problemCounts(catalog: Catalog): ArchiveStatistics['problems'] {
    return Object.entries(PROBLEMS).flatMap(([code, explanation]) => {
      const tally = this.#problems.get(code)
      if (tally === undefined) return []
      return [
        { code, explanation, count: tally.articles, articles: tally.ordinals.map((ordinal) => catalog.card(ordinal)) },
      ]
    })
  }

  #wanted(catalog: Catalog, citations: Citations): ArchiveStatistics['wanted'] {
    const missing = [...citations.missing].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    return missing.slice(0, MOST_WANTED).map(([number, citing]) => ({
      id: `Q${number}`,
      count: citing.length,
      citedBy: citing.slice(0, WANTED_EXAMPLES).map((ordinal) => catalog.card(ordinal)),
    }))
  }

  #recent(catalog: Catalog): Card[] {
    const ordinals = this.#dates.map((_, ordinal) => ordinal)
    const dates = this.#dates
    ordinals.sort((a, b) => compareText(dates[b] ?? '', dates[a] ?? '') || b - a)
    return ordinals.slice(0, MOST_RECENT).map((ordinal) => catalog.card(ordinal))
  }

  #productLinks({ found }: Citations): ArchiveStatistics['productLinks'] {
    const counts = new Map<string, Map<string, number>>()
    for (const [from, cited] of found.entries())
      for (const to of cited) {
        const row = counts.get(this.#products[from] ?? '') ?? new Map<string, number>()
        counts.set(this.#products[from] ?? '', row)
        row.set(this.#products[to] ?? '', (row.get(this.#products[to] ?? '') ?? 0) + 1)
      }
    const links = [...counts].flatMap(([from, row]) => [...row].map(([to, count]) => ({ from, to, count })))
    return links.sort((a, b) => b.count - a.count || compareText(a.from, b.from) || compareText(a.to, b.to))
  }
}

/** Who cites whom. */
export interface Citations {
  /** For each article the ordinals of those it cites. */
  readonly found: readonly (readonly number[])[]
  /** For each cited number that the archive lacks the ordinals of those that cite it. */
  readonly missing: ReadonlyMap<number, readonly number[]>
}

/** One more article that has each of the names, however often. */
function countNames(articles: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const name of Object.keys(counts)) articles.set(name, (articles.get(name) ?? 0) + 1)
}

function toSortedRecord(counts: ReadonlyMap<string, number>): Record<string, number> {
  return toRecord(counts, (count) => count)
}

function toRecord<T, U>(map: ReadonlyMap<string, T>, convert: (value: T) => U): Record<string, U> {
  const entries = [...map].sort(([a], [b]) => compareText(a, b))
  return Object.fromEntries(entries.map(([name, value]) => [name, convert(value)]))
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || compareText(a.label, b.label)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Statistics of the whole archive, collected from digests: the figures on the home, about, problems and map pages. */
import { PROBLEMS } from '../../article/problems.js'
import type { ArchiveStatistics, Card, FacetValue } from '../../render/view.js'
import type { DigestTable } from '../parse/digest-table.js'
import { compareText } from '../store/compare-text.js'
import { toIsoDate } from '../store/iso-date.js'
import type { Catalog } from './catalog.js'
import type { FacetCollector } from './facet-lists.js'

/** Most articles named beside each problem. */
const EXAMPLES = 8
/** Most wanted articles listed, and most citing articles named beside each. */
const MOST_WANTED = 1_000
const WANTED_EXAMPLES = 5
/** Most recent articles listed. */
const MOST_RECENT = 20

interface ProblemTally {
  count: number
  articles: number
  readonly ordinals: number[]
}

/** Collects from the tables of buckets, which must be added in ascending order. */
export class StatisticsCollector {
  readonly #yearProducts = new Map<string, Map<string, number>>()
  readonly #sections = new Map<string, number>()
  readonly #blocks = new Map<string, number>()
  readonly #problems = new Map<string, ProblemTally>()
  readonly #products: string[] = []
  /** By ordinal: 20020611 for 11 June 2002; 0: no date. */
  readonly #dates: number[] = []

  add(table: DigestTable): void {
    const base = this.#products.length
    for (const [at, own] of table.product.entries()) {
      const product = table.products[own]?.code ?? table.products[own]?.name ?? ''
      const date = table.dates[at] ?? 0
      this.#products.push(product)
      this.#dates.push(date)
      if (date !== 0) this.#countYear(toIsoDate(date).slice(0, 4), product)
    }
    countNames(this.#sections, table.sections.values, table.labels)
    countNames(this.#blocks, table.blocks.values, table.labels)
    this.#addProblems(table, base)
  }

  #addProblems({ problems: { starts, values }, labels }: DigestTable, base: number): void {
    for (let at = 0; at < starts.length - 1; at++)
      for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i += 2)
        this.#countProblem(labels[values[i] ?? 0] ?? '', values[i + 1] ?? 0, base + at)
  }

  /** Makes the statistics from what was collected, the finished catalog and the citations. */
  finish(catalog: Catalog, collector: FacetCollector, citations: Citations): Omit<ArchiveStatistics, 'sources'> {
    const values = (facet: 'product' | 'filed' | 'type' | 'year') => collector.values(facet).map(({ value }) => value)
    return {
      products: values('product').sort(byCount),
      filed: values('filed').sort(byCount),
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
    ordinals.sort((a, b) => (dates[b] ?? 0) - (dates[a] ?? 0) || b - a)
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

/** The citations between articles. */
export interface Citations {
  /** For each article the ordinals of the articles that it cites. */
  readonly found: readonly (readonly number[])[]
  /** For each cited number that the archive lacks, the ordinals of the articles that cite it. */
  readonly missing: ReadonlyMap<number, readonly number[]>
}

/** Adds to `articles` how many articles have each name. `found`: an index into `names` per article and name. */
function countNames(articles: Map<string, number>, found: Uint32Array, names: readonly string[]): void {
  const counts = new Uint32Array(names.length)
  for (const name of found) counts[name] = (counts[name] ?? 0) + 1
  for (const [name, count] of counts.entries())
    if (count > 0) articles.set(names[name] ?? '', (articles.get(names[name] ?? '') ?? 0) + count)
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

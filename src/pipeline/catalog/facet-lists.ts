/**
 * Collects the articles of each value of each facet; makes the lists and index pages for browsing.
 *
 * Values with the same slug count as one value, because keywords differ in case only by accident. The most frequent
 * spelling is shown.
 */
import { baseOf } from '../../article/products/product-versions.js'
import { articlePath, bucketOf, bucketPath, facetPath } from '../../render/paths.js'
import { FACETS, type Facet, type FacetIndex, type FacetValue, type ListPart } from '../../render/view.js'
import { isTelling, isTellingTechnology } from '../../render/words/keyword-meaning.js'
import type { DigestTable, ListedFacet } from '../parse/digest-table.js'
import { letterOf, OTHER_LETTERS } from '../parse/sort-key.js'
import { compareText } from '../store/compare-text.js'
import { toIsoDate } from '../store/iso-date.js'
import type { ListEntry } from './catalog.js'
import { chooseMeaning } from './choose-meaning.js'
import { byVersion, ProductFamilies } from './product-families.js'

/** A list with the ordinals of its articles, in the order in which they are shown. */
export interface FacetList extends ListEntry {
  readonly ordinals: readonly number[]
}

/** One value of a facet. */
interface Collected {
  /** Spelling -> how often it occurs. */
  readonly labels: Map<string, number>
  title: string | null
  /** What articles say that an error code means -> how many say it. */
  readonly meanings: Map<string, number>
  readonly ordinals: number[]
}

/** Facets without lists of one article: the index page links to the article itself. */
const WITHOUT_LISTS_OF_ONE: ReadonlySet<Facet> = new Set(['version', 'type', 'keyword', 'technology', 'error'])

/** Facets with values that do not help a reader and are left out. A service pack is listed with its version. */
const IS_SHOWN: { readonly [F in Facet]?: (label: string) => boolean } = {
  keyword: isTelling,
  technology: isTellingTechnology,
  version: (label) => baseOf(label) === null,
}

/** Collects from the tables of buckets, which must be added in ascending order. */
export class FacetCollector {
  readonly #numbers: number[] = []
  readonly #facets = new Map<Facet, Map<string, Collected>>(FACETS.map((facet) => [facet, new Map()]))
  readonly #buckets = new Map<string, number[]>()
  /** Paths by facet and label; a cache, since many buckets have the same labels. */
  readonly #paths = new Map<Facet, Map<string, string>>(FACETS.map((facet) => [facet, new Map()]))

  add(table: DigestTable): void {
    const base = this.#numbers.length
    for (const [at, number] of table.numbers.entries()) this.#addToBucket(number, base + at)
    for (const facet of FACETS)
      if (facet === 'filed') this.#addFiled(table, base)
      else this.#addListed(facet, table, base)
  }

  #addToBucket(number: number, ordinal: number): void {
    this.#numbers.push(number)
    const bucket = bucketOf(number)
    const articles = this.#buckets.get(bucket)
    if (articles === undefined) this.#buckets.set(bucket, [ordinal])
    else articles.push(ordinal)
  }

  #addFiled({ products, product }: DigestTable, base: number): void {
    const tallies: Tally[] = []
    for (const [at, own] of product.entries()) {
      const { code = null, name = '' } = products[own] ?? {}
      tallies[own] ??= this.#tallyOf('filed', code ?? name, name)
      count(tallies[own], base + at)
    }
    addUp(tallies)
  }

  #addListed(facet: ListedFacet, { facets, labels }: DigestTable, base: number): void {
    const { starts, values } = facets[facet]
    const tallies: Tally[] = []
    for (let at = 0; at < starts.length - 1; at++)
      for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i++) {
        const label = values[i] ?? 0
        const [text = '', note = null] = (labels[label] ?? '').split('\n')
        tallies[label] ??= facet === 'error' ? this.#tallyOf(facet, text, null, note) : this.#tallyOf(facet, text, note)
        count(tallies[label], base + at)
      }
    addUp(tallies)
  }

  /** The tally of a label in one bucket. The first title of a value is kept. */
  #tallyOf(facet: Facet, label: string, title: string | null, meaning: string | null = null): Tally {
    if (label === '' || IS_SHOWN[facet]?.(label) === false) return { value: null, label, meaning, times: 0 }
    const path = this.#pathOf(facet, label)
    const values = this.#facets.get(facet)
    const value = values?.get(path) ?? { labels: new Map(), title, meanings: new Map(), ordinals: [] }
    values?.set(path, value)
    return { value, label, meaning, times: 0 }
  }

  /** The values of a facet with their articles, in no particular order. */
  values(facet: Facet): { readonly value: FacetValue; readonly ordinals: readonly number[] }[] {
    return [...(this.#facets.get(facet)?.entries() ?? [])].map(([listPath, { labels, title, meanings, ordinals }]) => {
      const label = mostFrequent(labels)
      const [only = 0] = ordinals
      const path = hasList(facet, ordinals) ? listPath : articlePath(this.#numbers[only] ?? 0)
      const meaning = chooseMeaning(meanings)
      const value = { label, title: title ?? label, path, count: ordinals.length }
      return { value: meaning === null ? value : { ...value, meaning }, ordinals }
    })
  }

  /**
   * The lonely values of each article, as paths.
   *
   * A value is lonely if no other article has it: its list would hold only this article, so the list does not exist.
   */
  lonely(): string[][] {
    const paths: string[][] = this.#numbers.map(() => [])
    for (const [facet, values] of this.#facets)
      for (const [path, { ordinals }] of values) if (!hasList(facet, ordinals)) paths[ordinals[0] ?? 0]?.push(path)
    return paths
  }

  /** The buckets, ascending. */
  buckets(): { readonly value: FacetValue; readonly ordinals: readonly number[] }[] {
    return [...this.#buckets].map(([bucket, ordinals]) => ({
      value: { label: bucket, title: bucket, path: bucketPath(bucket), count: ordinals.length },
      ordinals,
    }))
  }

  #pathOf(facet: Facet, label: string): string {
    const paths = this.#paths.get(facet)
    const path = paths?.get(label) ?? facetPath(facet, label)
    paths?.set(label, path)
    return path
  }
}

/** A label in one bucket, with the number of its occurrences. */
interface Tally {
  /** Null: the label is not shown. */
  readonly value: Collected | null
  readonly label: string
  readonly meaning: string | null
  times: number
}

function count(tally: Tally, ordinal: number): void {
  tally.times++
  if (tally.value !== null && tally.value.ordinals.at(-1) !== ordinal) tally.value.ordinals.push(ordinal)
}

function addUp(tallies: readonly Tally[]): void {
  for (const { value, label, meaning, times } of Object.values(tallies)) {
    value?.labels.set(label, (value.labels.get(label) ?? 0) + times)
    if (meaning !== null) value?.meanings.set(meaning, (value.meanings.get(meaning) ?? 0) + times)
  }
}

function hasList(facet: Facet, ordinals: readonly number[]): boolean {
  return ordinals.length > 1 || !WITHOUT_LISTS_OF_ONE.has(facet)
}

function mostFrequent(labels: ReadonlyMap<string, number>): string {
  let best = ''
  let count = 0
  for (const [label, times] of labels) {
    if (times < count || (times === count && label > best)) continue
    best = label
    count = times
  }
  return best
}

/** The order of the values on each facet's index page. */
const INDEX_ORDER: Readonly<Record<Facet, (a: FacetValue, b: FacetValue) => number>> = {
  product: byLabel,
  version: byVersion,
  filed: byCount,
  type: byCount,
  keyword: byLabel,
  technology: byLabel,
  system: byCount,
  year: (a, b) => byLabel(b, a),
  error: byLabel,
}

/**
 * The index page of each facet but `version`: versions are listed on the pages of their products.
 *
 * A facet without values has a page too, because other pages link to it.
 */
export function toFacetIndexes(collector: FacetCollector): FacetIndex[] {
  return FACETS.filter((facet) => facet !== 'version').map((facet) => ({
    facet,
    path: `${facet}/`,
    values: collector
      .values(facet)
      .map(({ value }) => value)
      .sort(INDEX_ORDER[facet]),
  }))
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || byLabel(a, b)
}

function byLabel(a: FacetValue, b: FacetValue): number {
  const [foldedA, foldedB] = [a.label.toLowerCase(), b.label.toLowerCase()]
  if (foldedA === foldedB) return a.label < b.label ? -1 : 1
  return foldedA < foldedB ? -1 : 1
}

/** Columns by which lists are sorted and divided, by ordinal. */
export interface ListedArticles {
  readonly sortKeys: readonly string[]
  /** 20020611 for 11 June 2002; 0: no date. */
  readonly dates: readonly number[]
}

/** All lists, in the order of `FACETS`; the buckets come last. */
export function toFacetLists(collector: FacetCollector, articles: ListedArticles): FacetList[] {
  const family = new ProductFamilies(valuesOf(collector, 'product'), valuesOf(collector, 'version'))
  const lists = FACETS.flatMap((facet) =>
    collector
      .values(facet)
      .filter(({ ordinals }) => hasList(facet, ordinals))
      .sort((a, b) => byLabel(a.value, b.value))
      .map(({ value, ordinals }) => ({
        facet,
        value,
        ...divide(facet, ordinals, articles),
        narrower: facet === 'product' ? family.versionsOf(value) : [],
        broader: facet === 'version' ? family.productOf(value) : null,
      })),
  )
  const buckets = collector
    .buckets()
    .map((bucket) => ({ facet: 'bucket' as const, ...bucket, parts: [], narrower: [], broader: null }))
  return [...lists, ...buckets]
}

function valuesOf(collector: FacetCollector, facet: Facet): FacetValue[] {
  return collector.values(facet).map(({ value }) => value)
}

interface Divided {
  readonly ordinals: readonly number[]
  readonly parts: readonly ListPart[]
}

/** Lists with fewer articles have no parts. */
const DIVIDED_FROM = 200

/** Sorts and divides a list: by title into letters, or a year by date into months. Others stay sorted by number. */
function divide(facet: Facet, ordinals: readonly number[], articles: ListedArticles): Divided {
  if (facet === 'product' || facet === 'version' || facet === 'filed') return byTitle(ordinals, articles)
  if (facet === 'year') return byMonth(ordinals, articles)
  return { ordinals, parts: [] }
}

function byTitle(ordinals: readonly number[], { sortKeys }: ListedArticles): Divided {
  const keyOf = (ordinal: number) => sortKeys[ordinal] ?? ''
  const sorted = [...ordinals].sort((a, b) => compareText(keyOf(a), keyOf(b)) || a - b)
  return toDivided(sorted, (ordinal) => {
    const letter = letterOf(keyOf(ordinal))
    return { title: letter, id: `letter_${letter === OTHER_LETTERS ? '0' : letter.toLowerCase()}` }
  })
}

function byMonth(ordinals: readonly number[], { dates }: ListedArticles): Divided {
  const sorted = [...ordinals].sort((a, b) => (dates[b] ?? 0) - (dates[a] ?? 0) || a - b)
  return toDivided(sorted, (ordinal) => {
    const month = toIsoDate(dates[ordinal] ?? 0).slice(0, 7)
    return { title: month, id: `month_${month}` }
  })
}

/** Divides sorted articles into parts: neighbours with the same part id are one part. */
function toDivided(ordinals: readonly number[], partOf: (ordinal: number) => Omit<ListPart, 'count'>): Divided {
  if (ordinals.length < DIVIDED_FROM) return { ordinals, parts: [] }
  const parts = new Map<string, { readonly title: string; readonly id: string; count: number }>()
  for (const ordinal of ordinals) {
    const part = partOf(ordinal)
    const open = parts.get(part.id)
    if (open === undefined) parts.set(part.id, { ...part, count: 1 })
    else open.count++
  }
  return { ordinals, parts: [...parts.values()] }
}

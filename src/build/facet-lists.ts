/**
 * Collects which articles belong to which value of which facet, and makes the lists and index pages one browses by.
 *
 * Values that share a slug are one: keywords differ in case only by accident. The spelling seen most often is shown.
 */
import { isTelling } from '../render/keyword-meaning.js'
import { articlePath, bucketOf, bucketPath, facetPath } from '../render/paths.js'
import { FACETS, type Facet, type FacetIndex, type FacetValue, type ListPart } from '../render/view.js'
import type { ListEntry } from './catalog.js'
import type { Digest } from './digest.js'

/** A list with its articles: ordinals, in the order in which they are shown. */
export interface FacetList extends ListEntry {
  readonly ordinals: readonly number[]
}

interface Collected {
  /** Label -> how often. */
  readonly labels: Map<string, number>
  title: string | null
  readonly ordinals: number[]
}

/** What a digest has of each facet. */
const VALUES_OF: Readonly<Record<Facet, (digest: Digest) => readonly string[]>> = {
  product: ({ product }) => [product.code ?? product.name].filter((label) => label !== ''),
  type: ({ type }) => (type === null ? [] : [type]),
  keyword: ({ keywords }) => keywords.filter(isTelling),
  technology: ({ technology }) => technology.filter(isTelling),
  system: ({ systems }) => systems,
  year: ({ modified }) => (modified === null ? [] : [modified.slice(0, 4)]),
  error: ({ errors }) => errors,
}

/** Facets of which a value that only one article has gets no list: the index page links to the article itself. */
const WITHOUT_LISTS_OF_ONE: ReadonlySet<Facet> = new Set(['type', 'keyword', 'technology', 'error'])

/** Takes digests in the order of their ordinals. */
export class FacetCollector {
  readonly #numbers: number[] = []
  readonly #facets = new Map<Facet, Map<string, Collected>>(FACETS.map((facet) => [facet, new Map()]))
  readonly #buckets = new Map<string, number[]>()
  /** By facet and label: some labels come ten thousand times. */
  readonly #paths = new Map<Facet, Map<string, string>>(FACETS.map((facet) => [facet, new Map()]))

  add(ordinal: number, digest: Digest): void {
    this.#numbers.push(digest.number)
    for (const facet of FACETS)
      for (const label of VALUES_OF[facet](digest)) this.#collect(facet, label, ordinal, digest.product.name)
    const bucket = bucketOf(digest.number)
    const articles = this.#buckets.get(bucket)
    if (articles === undefined) this.#buckets.set(bucket, [ordinal])
    else articles.push(ordinal)
  }

  /** The values of a facet with their articles, in no particular order. */
  values(facet: Facet): { readonly value: FacetValue; readonly ordinals: readonly number[] }[] {
    return [...(this.#facets.get(facet)?.entries() ?? [])].map(([listPath, { labels, title, ordinals }]) => {
      const label = mostFrequent(labels)
      const [only = 0] = ordinals
      const path = hasList(facet, ordinals) ? listPath : articlePath(this.#numbers[only] ?? 0)
      return { value: { label, title: title ?? label, path, count: ordinals.length }, ordinals }
    })
  }

  /** For each article the paths of the lists that would hold nothing else. */
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

  #collect(facet: Facet, label: string, ordinal: number, productName: string): void {
    const path = this.#pathOf(facet, label)
    const values = this.#facets.get(facet)
    const known = values?.get(path)
    if (known === undefined) {
      const title = facet === 'product' ? productName : null
      values?.set(path, { labels: new Map([[label, 1]]), title, ordinals: [ordinal] })
      return
    }
    known.labels.set(label, (known.labels.get(label) ?? 0) + 1)
    if (known.ordinals.at(-1) !== ordinal) known.ordinals.push(ordinal)
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

/** How the values of a facet's index page follow one another. */
const INDEX_ORDER: Readonly<Record<Facet, (a: FacetValue, b: FacetValue) => number>> = {
  product: byCount,
  type: byCount,
  keyword: byLabel,
  technology: byLabel,
  system: byCount,
  year: (a, b) => byLabel(b, a),
  error: byLabel,
}

/** The index page of each facet, empty ones as well: pages link to them. */
export function toFacetIndexes(collector: FacetCollector): FacetIndex[] {
  return FACETS.map((facet) => ({
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

/** What the order and the parts of lists need of an article. */
export interface ListedArticle {
  readonly title: string
  readonly modified: string | null
}

/** All lists in the order of their paths' facets, the buckets last. */
export function toFacetLists(collector: FacetCollector, article: (ordinal: number) => ListedArticle): FacetList[] {
  const lists = FACETS.flatMap((facet) =>
    collector
      .values(facet)
      .filter(({ ordinals }) => hasList(facet, ordinals))
      .sort((a, b) => byLabel(a.value, b.value))
      .map(({ value, ordinals }) => ({ facet, value, ...divide(facet, ordinals, article) })),
  )
  const buckets = collector.buckets().map((bucket) => ({ facet: 'bucket' as const, ...bucket, parts: [] }))
  return [...lists, ...buckets]
}

interface Divided {
  readonly ordinals: readonly number[]
  readonly parts: readonly ListPart[]
}

/** Lists shorter than this have no parts. */
const DIVIDED_FROM = 200

/** A product's articles by title with letters, a year's by date with months; others stay as they are, by number. */
function divide(facet: Facet, ordinals: readonly number[], article: (ordinal: number) => ListedArticle): Divided {
  if (facet === 'product') return byTitle(ordinals, article)
  if (facet === 'year') return byMonth(ordinals, article)
  return { ordinals, parts: [] }
}

function byTitle(ordinals: readonly number[], article: (ordinal: number) => ListedArticle): Divided {
  const keyed = ordinals.map((ordinal) => ({ ordinal, key: toSortKey(article(ordinal).title) }))
  keyed.sort((a, b) => compareText(a.key, b.key) || a.ordinal - b.ordinal)
  return toDivided(keyed, (key) => {
    const letter = letterOf(key)
    return { title: letter, id: `letter_${letter === OTHER_LETTERS ? '0' : letter.toLowerCase()}` }
  })
}

function byMonth(ordinals: readonly number[], article: (ordinal: number) => ListedArticle): Divided {
  const keyed = ordinals.map((ordinal) => ({ ordinal, key: article(ordinal).modified ?? '' }))
  keyed.sort((a, b) => compareText(b.key, a.key) || a.ordinal - b.ordinal)
  return toDivided(keyed, (key) => ({ title: key.slice(0, 7), id: `month_${key.slice(0, 7)}` }))
}

/** The articles in their order with the parts that they make: a new one wherever the title changes. */
function toDivided(
  keyed: readonly { readonly ordinal: number; readonly key: string }[],
  partOf: (key: string) => Omit<ListPart, 'count'>,
): Divided {
  const ordinals = keyed.map(({ ordinal }) => ordinal)
  if (ordinals.length < DIVIDED_FROM) return { ordinals, parts: [] }
  const parts = new Map<string, ListPart>()
  for (const { key } of keyed) {
    const part = partOf(key)
    parts.set(part.id, { ...part, count: (parts.get(part.id)?.count ?? 0) + 1 })
  }
  return { ordinals, parts: [...parts.values()] }
}

/** `PRB: `, `XADM: `: says what kind of article it is, not what it is about. */
const TYPE_PREFIX = /^[A-Za-z0-9&/+._ -]{2,24}: /
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u

/** What a title is sorted by: without its type and without signs in front. */
function toSortKey(title: string): string {
  const bare = title.replace(TYPE_PREFIX, '').normalize('NFKD').toLowerCase()
  return bare.replace(LEADING_SIGNS, '') || bare
}

const OTHER_LETTERS = '0-9'

function letterOf(key: string): string {
  const first = key.charAt(0)
  return first >= 'a' && first <= 'z' ? first.toUpperCase() : OTHER_LETTERS
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

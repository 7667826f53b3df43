/**
 * The catalog: what a page shows of other articles, in columns of memory that all threads share.
 *
 * The catalog names an article by its *ordinal*: its rank among all articles by number. A card is decoded when it is
 * read. `build-catalog.ts` builds the catalog.
 */

import { listPagePath } from '../../render/paths.js'
import type { Card, Facet, FacetIndex, FacetValue, ListGroup, ListPage, ListPart } from '../../render/view.js'
import { lastAtMost } from '../../search/arrays/binary-search.js'
import { fromCardText } from '../parse/card-text.js'
import { type ListColumn, readList, readText, type TextColumn } from './shared-columns.js'

/** A list of articles that has pages of its own: the articles with a value of a facet, or those of a bucket. */
export interface ListEntry {
  readonly facet: Facet | 'bucket'
  readonly value: FacetValue
  /** The parts in order, which together are the whole list; or none. */
  readonly parts: readonly ListPart[]
  readonly narrower: readonly FacetValue[]
  readonly broader: FacetValue | null
}

/** The catalog as it is passed between threads, without a copy. */
export interface CatalogShare {
  /** Article numbers, ascending. */
  readonly numbers: Uint32Array
  /** The card of each article; see `toCardText`. */
  readonly cards: TextColumn
  /** For each article the ordinals of the articles that cite it. */
  readonly backlinks: ListColumn
  /** For each article the ordinals of its related articles, best first. */
  readonly related: ListColumn
  /** `ListEntry`s as JSON. */
  readonly listEntries: TextColumn
  /** For each list the ordinals of its articles, in the order of the list. */
  readonly listArticles: ListColumn
  /** For each list the index of its first page among all pages of lists; last, the number of all pages. */
  readonly listPages: Uint32Array
  /** `FacetIndex`es as JSON. */
  readonly facetIndexes: TextColumn
  /** `FacetValue`s as JSON: the versions that have lists. */
  readonly versions: TextColumn
  /** For each article the paths of its lonely values, separated by spaces; see `FacetCollector.lonely`. */
  readonly lonely: TextColumn
}

/** Articles per page of a list: with a summary under each title, and with one line per article. */
const PAGE_LENGTH = { withSummaries: 200, compact: 500 } as const
/** Lists of at most this many articles show summaries; lists of products always do. */
const FEW_ARTICLES = 25

export interface Catalog {
  readonly articleCount: number
  readonly listPageCount: number
  numberOf(ordinal: number): number
  /** The ordinal of an article, or -1 if the archive lacks it. */
  ordinalOf(number: number): number
  card(ordinal: number): Card
  backlinks(ordinal: number): Card[]
  related(ordinal: number): Card[]
  lonely(ordinal: number): ReadonlySet<string>
  listPage(index: number): ListPage
  facetIndexes(): FacetIndex[]
  versions(): FacetValue[]
}

/** Reads a card; works before the lists are made. */
export function readCard({ numbers, cards }: Pick<CatalogShare, 'numbers' | 'cards'>, ordinal: number): Card {
  return fromCardText(numbers[ordinal] ?? 0, readText(cards, ordinal))
}

/** Opens a catalog. Decodes nothing until it is asked for. */
export function openCatalog(share: CatalogShare): Catalog {
  const card = (ordinal: number) => readCard(share, ordinal)
  const toCards = (ordinals: Uint32Array) => Array.from(ordinals, card)
  return {
    articleCount: share.numbers.length,
    listPageCount: share.listPages.at(-1) ?? 0,
    numberOf: (ordinal) => share.numbers[ordinal] ?? 0,
    ordinalOf: (number) => findNumber(share.numbers, number),
    card,
    backlinks: (ordinal) => toCards(readList(share.backlinks, ordinal)),
    related: (ordinal) => toCards(readList(share.related, ordinal)),
    lonely: (ordinal) => toPaths(readText(share.lonely, ordinal)),
    listPage(index) {
      const list = lastAtMost(share.listPages, index)
      const entry: ListEntry = JSON.parse(readText(share.listEntries, list))
      const page = index - (share.listPages[list] ?? 0) + 1
      const cards = toCards(pageOf(entry, readList(share.listArticles, list), page))
      return toListPage(entry, page, cards)
    },
    facetIndexes: () => readValues<FacetIndex>(share.facetIndexes),
    versions: () => readValues<FacetValue>(share.versions),
  }
}

/** All values of a column of JSON. */
function readValues<Value>(column: TextColumn): Value[] {
  return Array.from({ length: column.starts.length - 1 }, (_, index) => JSON.parse(readText(column, index)))
}

function toPaths(text: string): ReadonlySet<string> {
  return new Set(text === '' ? [] : text.split(' '))
}

/** The number of pages of a list. */
export function pagesOf(entry: ListEntry): number {
  return Math.max(1, Math.ceil(entry.value.count / pageLength(entry)))
}

/** The articles on one page of a list; pages count from 1. */
export function pageOf(entry: ListEntry, ordinals: Uint32Array, page: number): Uint32Array {
  const length = pageLength(entry)
  return ordinals.subarray((page - 1) * length, page * length)
}

function hasSummaries({ facet, value }: ListEntry): boolean {
  return facet === 'product' || value.count <= FEW_ARTICLES
}

function pageLength(entry: ListEntry): number {
  return hasSummaries(entry) ? PAGE_LENGTH.withSummaries : PAGE_LENGTH.compact
}

function toListPage(entry: ListEntry, page: number, cards: readonly Card[]): ListPage {
  const { facet, value } = entry
  const length = pageLength(entry)
  let start = 0
  const placed = entry.parts.map((part) => {
    const path = listPagePath(value.path, Math.floor(start / length) + 1)
    start += part.count
    return { ...part, path, start: start - part.count }
  })
  return {
    facet,
    value,
    path: listPagePath(value.path, page),
    page,
    pages: pagesOf(entry),
    withSummaries: hasSummaries(entry),
    narrower: entry.narrower,
    broader: entry.broader,
    groups: toGroups(placed, (page - 1) * length, cards),
    parts: placed.map(({ title, id, count, path }) => ({ title, id, count, path })),
  }
}

/**
 * Divides the articles of a page into the parts of the list. `first`: index in the list of the page's first article.
 */
function toGroups(
  parts: readonly (ListPart & { readonly start: number })[],
  first: number,
  cards: readonly Card[],
): ListGroup[] {
  if (parts.length === 0) return [{ part: null, goesOn: false, cards }]
  return parts.flatMap(({ start, ...part }) => {
    const shown = cards.slice(Math.max(0, start - first), Math.max(0, start + part.count - first))
    return shown.length === 0 ? [] : [{ part, goesOn: start < first, cards: shown }]
  })
}

/** Index of `number` in ascending `numbers`, or -1. */
function findNumber(numbers: Uint32Array, number: number): number {
  const index = lastAtMost(numbers, number)
  return numbers[index] === number ? index : -1
}

/**
 * The catalog: all that pages and lists need to know of articles other than their own, in columns that all threads share.
 *
 * An article is known by its *ordinal*, its place among all articles by number. Cards are made when they are asked for. Built
 * by `build-catalog.ts`; knows nothing of how.
 */

import { listPagePath } from '../../render/paths.js'
import type { Card, Facet, FacetIndex, FacetValue, ListGroup, ListPage, ListPart } from '../../render/view.js'
import { lastAtMost } from '../../search/arrays/binary-search.js'
import { fromCardText } from '../parse/card-text.js'
import { type ListColumn, readList, readText, type TextColumn } from './shared-columns.js'

/** A list of articles that gets pages of its own: a facet's value or a bucket. */
export interface ListEntry {
  readonly facet: Facet | 'bucket'
  readonly value: FacetValue
  /** One after the other from the list's beginning to its end; or none. */
  readonly parts: readonly ListPart[]
  readonly narrower: readonly FacetValue[]
  readonly broader: FacetValue | null
}

/** The catalog as it crosses threads. */
export interface CatalogShare {
  /** Article numbers, ascending. */
  readonly numbers: Uint32Array
  /** One line a field; see `toCardText`. */
  readonly cards: TextColumn
  /** For each article the ordinals of those that cite it. */
  readonly backlinks: ListColumn
  readonly related: ListColumn
  /** `ListEntry`s as JSON. */
  readonly listEntries: TextColumn
  /** For each list the ordinals of its articles, in its order. */
  readonly listArticles: ListColumn
  /** For each list the index of its first page; one more at the end. */
  readonly listPages: Uint32Array
  /** `FacetIndex`es as JSON. */
  readonly facetIndexes: TextColumn
  /** For each article the paths of the lists that would hold nothing else and do not exist, with blanks between. */
  readonly lonely: TextColumn
}

/** Articles on a page of a list whose articles have a line of their text, and of one whose articles are a line themselves. */
const PAGE_LENGTH = { withSummaries: 200, compact: 500 } as const
/** Lists of at most this many articles have room for summaries. */
const FEW_ARTICLES = 25

export interface Catalog {
  readonly articleCount: number
  readonly listPageCount: number
  numberOf(ordinal: number): number
  /** -1: not in the archive. */
  ordinalOf(number: number): number
  card(ordinal: number): Card
  backlinks(ordinal: number): Card[]
  related(ordinal: number): Card[]
  lonely(ordinal: number): ReadonlySet<string>
  listPage(index: number): ListPage
  facetIndexes(): FacetIndex[]
}

/** Reads a card alone: what can be had before the lists are made. */
export function readCard({ numbers, cards }: Pick<CatalogShare, 'numbers' | 'cards'>, ordinal: number): Card {
  return fromCardText(numbers[ordinal] ?? 0, readText(cards, ordinal))
}

/** Reads a catalog; cheap. */
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
    facetIndexes: () =>
      Array.from({ length: share.facetIndexes.starts.length - 1 }, (_, index) =>
        JSON.parse(readText(share.facetIndexes, index)),
      ),
  }
}

function toPaths(text: string): ReadonlySet<string> {
  return new Set(text === '' ? [] : text.split(' '))
}

/** Pages that a list gets. */
export function pagesOf(entry: ListEntry): number {
  return Math.max(1, Math.ceil(entry.value.count / pageLength(entry)))
}

/** The articles of a page of a list; pages count from 1. */
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

/** Divides the articles of a page, of which the first is the list's `first`. */
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

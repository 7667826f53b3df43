/**
 * The reader's question, and its lasting form in the address bar.
 *
 *     ?q=blue+screen&product=winnt&product=exchange&sort=date&show=40
 *     ?q=pritner&literal=1     the word as it is, though the archive has only a likelier one
 *
 * Pure: knows nothing of `location`, history or the page. Anything in a query string makes a valid state.
 */

import type { SearchRequest } from '../../search/types.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import type { Attempt } from './attempt.js'

/** The filters, in the order in which they are offered. */
export const FILTERS = ['product', 'type', 'year', 'issueType', 'filed'] as const
export type Filter = (typeof FILTERS)[number]

export type Filters = SearchRequest['filters']

export interface SearchState {
  readonly text: string
  readonly filters: Filters
  readonly sort: SearchRequest['sort']
  /** The number of hits on the page; it grows by `HITS_PER_PAGE`. */
  readonly shown: number
  /** Do not correct words that no article has. */
  readonly isLiteral: boolean
}

/** The most hits on the page: an address with `show=40000` must not make 40,000 rows. */
export const MAX_SHOWN = 200
/**
 * The most characters of a text in an address. Hosts answer 414 to requests of about 8 KB, and percent-encoding makes a
 * text longer.
 */
const MAX_TEXT_IN_ADDRESS = 1500

export const NO_FILTERS: Filters = { product: [], type: [], year: [], issueType: [], filed: [] }
export const EMPTY_STATE: SearchState = {
  text: '',
  filters: NO_FILTERS,
  sort: 'relevance',
  shown: HITS_PER_PAGE,
  isLiteral: false,
}

/** Reads `location.search`, with or without its question mark. */
export function parseQueryString(queryString: string): SearchState {
  const parameters = new URLSearchParams(queryString)
  const values = (name: Filter) => [...new Set(parameters.getAll(name).filter((value) => value !== ''))].sort()
  return {
    text: parameters.get('q') ?? '',
    filters: {
      product: values('product'),
      type: values('type'),
      year: values('year'),
      issueType: values('issueType'),
      filed: values('filed'),
    },
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    shown: toShown(Number(parameters.get('show'))),
    isLiteral: parameters.get('literal') === '1',
  }
}

/**
 * The shortest query string that `parseQueryString` reads back. Defaults are left out; `?` alone if everything is one.
 */
export function toQueryString(state: SearchState): string {
  const parameters = new URLSearchParams()
  if (state.text !== '') parameters.set('q', toAddressText(state.text))
  for (const filter of FILTERS) for (const value of state.filters[filter]) parameters.append(filter, value)
  if (state.sort !== 'relevance') parameters.set('sort', state.sort)
  if (state.shown !== HITS_PER_PAGE) parameters.set('show', String(state.shown))
  if (state.isLiteral) parameters.set('literal', '1')
  return `?${parameters}`
}

/** The state with another text. The list starts again, and the text may be corrected again. */
export function withText(state: SearchState, text: string): SearchState {
  return text === state.text ? state : { ...state, text, shown: HITS_PER_PAGE, isLiteral: false }
}

/**
 * Switches a value of a filter on or off. The list starts at the top again, since the question changes. A version
 * replaces its whole product, and a product its versions: as alternatives, one of the two would change nothing.
 */
export function toggleFilter(state: SearchState, filter: Filter, value: string): SearchState {
  const chosen = state.filters[filter]
  const isReplaced = (other: string) => filter === 'product' && (isWithin(other, value) || isWithin(value, other))
  const others = chosen.filter((other) => !isReplaced(other))
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...others, value].sort()
  return { ...state, filters: { ...state.filters, [filter]: values }, shown: HITS_PER_PAGE }
}

/** True if a value is a part of another: the version `windows-nt/4.0` of `windows-nt`. */
export function isWithin(value: string, whole: string): boolean {
  return value.startsWith(`${whole}/`)
}

/** The number of filter values that are on. */
export function countFilters(filters: Filters): number {
  return FILTERS.reduce((count, filter) => count + filters[filter].length, 0)
}

/** True if there is nothing to look for: no words and no filters. */
export function isEmpty(state: SearchState): boolean {
  return state.text.trim() === '' && countFilters(state.filters) === 0
}

/**
 * The engine's request for all hits on the page. For an empty state, it asks for no hits: the engine only loads its
 * tables.
 */
export function toRequest(state: SearchState, attempt: Attempt): SearchRequest {
  const { text, filters, sort, shown } = state
  const limit = isEmpty(state) ? 0 : shown
  // A blank after the last word ends it.
  const isTyping = attempt === 'prefix' && !/\s$/.test(text)
  return { text, filters, sort, offset: 0, limit, isTyping, mayCorrect: attempt === 'corrected' }
}

function toShown(asked: number): number {
  if (!Number.isFinite(asked)) return HITS_PER_PAGE
  const pages = Math.ceil(Math.min(asked, MAX_SHOWN) / HITS_PER_PAGE)
  return Math.max(1, pages) * HITS_PER_PAGE
}

/** The text for an address: a long one is cut at a space. */
export function toAddressText(text: string): string {
  if (text.length <= MAX_TEXT_IN_ADDRESS) return text
  const cut = text.slice(0, MAX_TEXT_IN_ADDRESS)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}

/**
 * What the reader asked for, and its one lasting form: the address bar.
 *
 *     ?q=blue+screen&product=winnt&product=exchange&sort=date&show=40
 *     ?q=pritner&literal=1     the word as it is, where the archive would be searched for another
 *
 * Pure: knows nothing of `location`, history or the page. Anything in a query string makes a valid state.
 */

import type { SearchRequest } from '../../search/types.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import type { Attempt } from './attempt.js'

/** In the order in which they are offered. */
export const FILTERS = ['product', 'type', 'year', 'issueType', 'filed'] as const
export type Filter = (typeof FILTERS)[number]

export type Filters = SearchRequest['filters']

export interface SearchState {
  readonly text: string
  readonly filters: Filters
  readonly sort: SearchRequest['sort']
  /** How many hits are on the page; grows by `HITS_PER_PAGE`. */
  readonly shown: number
  /** No other spelling in place of words that nothing has. */
  readonly isLiteral: boolean
}

/** A hand-written `show=40000` must not make 40,000 rows. */
export const MAX_SHOWN = 200
/** Hosts answer 414 to request lines of about 8 KB; a pasted log is longer, percent-encoded. */
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

/** The shortest query string that `parseQueryString` reads back: what is at its default is left out. `?` alone if all is. */
export function toQueryString(state: SearchState): string {
  const parameters = new URLSearchParams()
  if (state.text !== '') parameters.set('q', toAddressText(state.text))
  for (const filter of FILTERS) for (const value of state.filters[filter]) parameters.append(filter, value)
  if (state.sort !== 'relevance') parameters.set('sort', state.sort)
  if (state.shown !== HITS_PER_PAGE) parameters.set('show', String(state.shown))
  if (state.isLiteral) parameters.set('literal', '1')
  return `?${parameters}`
}

/** Another text in place of the state's: of the new one nothing was shown, and nothing refused. */
export function withText(state: SearchState, text: string): SearchState {
  return text === state.text ? state : { ...state, text, shown: HITS_PER_PAGE, isLiteral: false }
}

/**
 * Switches one value of a filter on or off; what was asked for changes, so the list starts at the top again. A version takes the place
 * of its whole product, and a product that of its versions: as alternatives, one of the two would change nothing.
 */
export function toggleFilter(state: SearchState, filter: Filter, value: string): SearchState {
  const chosen = state.filters[filter]
  const isReplaced = (other: string) => filter === 'product' && (isWithin(other, value) || isWithin(value, other))
  const others = chosen.filter((other) => !isReplaced(other))
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...others, value].sort()
  return { ...state, filters: { ...state.filters, [filter]: values }, shown: HITS_PER_PAGE }
}

/** Whether a value is a part of another: the version `windows-nt/4.0` of `windows-nt`. */
export function isWithin(value: string, whole: string): boolean {
  return value.startsWith(`${whole}/`)
}

/** How many filter values are on. */
export function countFilters(filters: Filters): number {
  return FILTERS.reduce((count, filter) => count + filters[filter].length, 0)
}

/** Whether there is anything to look for: words, or filters alone. */
export function isEmpty(state: SearchState): boolean {
  return state.text.trim() === '' && countFilters(state.filters) === 0
}

/** The engine's request for all that is on the page; where that is nothing, one that only has the engine load its tables. */
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

/** The text as an address has it: a long one is cut at a space. */
export function toAddressText(text: string): string {
  if (text.length <= MAX_TEXT_IN_ADDRESS) return text
  const cut = text.slice(0, MAX_TEXT_IN_ADDRESS)
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}

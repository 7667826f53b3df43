/**
 * The words of the search page: counts, filters, kinds of parts, reasons. Pure.
 */
import type { LeftOut, Recognised, SearchResult } from '../../search/types.js'
import type { Filter } from './search-state.js'

const NUMBER = new Intl.NumberFormat('en-US')

/** `9161` -> `9,161`. */
export function toNumberText(count: number): string {
  return NUMBER.format(count)
}

/** `12 articles have all words, 46,024 some`; the number alone if both are the same. */
export function toFoundText({ total, withAll, withSome, words }: Counts): string {
  if (withAll === withSome || words.length < 2) return toCountText(total)
  if (withAll === 0) return `No article has all words, ${toNumberText(withSome)} have some`
  return `${toCountText(withAll)} ${withAll === 1 ? 'has' : 'have'} all words, ${toNumberText(withSome)} some`
}

export type Counts = Pick<SearchResult, 'total' | 'withAll' | 'withSome' | 'words'>

/** `1 article`, `9,161 articles`, `No articles`. */
export function toCountText(total: number): string {
  if (total === 0) return 'No articles'
  return total === 1 ? '1 article' : `${toNumberText(total)} articles`
}

/** An answer as a screen reader says it: `12 articles found`, `12 articles found for printer spooler instead`. */
export function toSpokenCount(result: Counts & Pick<SearchResult, 'corrected'>): string {
  const { corrected } = result
  return `${toFoundText(result)} found${corrected === null ? '' : ` for ${corrected} instead`}`
}

/** The most words of a long paste that are named. */
const MOST_MISSING = 5

/** `without: spooler, driver`. */
export function toMissingText(missing: readonly string[]): string {
  const named = missing.slice(0, MOST_MISSING).join(', ')
  const rest = missing.length - MOST_MISSING
  return `without: ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}

export const FILTER_TITLES: Readonly<Record<Filter, string>> = {
  product: 'Product',
  type: 'Type',
  year: 'Year',
  issueType: 'Kind of issue',
  filed: 'Filing code',
}

/** The keyword block's issue types in words. `kbprb` is a problem that is no bug of the product. */
const ISSUE_TYPES: Readonly<Record<string, string>> = {
  kbbug: 'Bug',
  kbfile: 'File to download',
  kbhowto: 'How to',
  kbinfo: 'Information',
  kbprb: 'Problem',
}

/** A filter's value for a reader: `kbprb` -> `Problem`. Most values stay as they are. */
export function toFilterText(filter: Filter, label: string): string {
  return filter === 'issueType' && Object.hasOwn(ISSUE_TYPES, label) ? (ISSUE_TYPES[label] ?? label) : label
}

const KINDS: Readonly<Record<Recognised['kind'], string>> = {
  article: 'article',
  'error-code': 'error code',
  'event-id': 'event ID',
  file: 'file',
  api: 'function',
  'registry-key': 'registry key',
  'stop-code': 'stop code',
  'event-source': 'event source',
  description: 'message',
  module: 'module',
}

/** The kind of a part for a reader: `error code`. */
export function toKindText(kind: Recognised['kind']): string {
  return KINDS[kind]
}

const REASONS: Readonly<Record<LeftOut['reason'], string>> = {
  'stop-word': 'too common',
  sign: 'no letter or digit',
  star: 'a star needs letters beside it',
  many: 'stands for too many words',
  long: 'only the first 16 KB are read',
}

/** The reason why a part of the query is left out: `too common`. */
export function toReasonText(reason: LeftOut['reason']): string {
  return REASONS[reason]
}

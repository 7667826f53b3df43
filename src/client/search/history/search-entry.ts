/**
 * The data of a history entry beside its address: a text that is too long for an address, and the reader's place. It
 * survives reloads, and Back restores it. Pure.
 */
import { type SearchState, toAddressText } from '../search-state.js'

/**
 * The reader's place: the scroll position, and the element with the focus (its `data-key`; `box` is the search box).
 */
export interface Place {
  readonly top: number
  readonly focus: string | null
}

export interface SearchEntry {
  /** The whole text, if the address has only its beginning. */
  readonly text: string | null
  readonly place: Place | null
}

export const EMPTY_ENTRY: SearchEntry = { text: null, place: null }

/** Reads `history.state`, which may be anything: other versions of this page wrote other values. */
export function parseEntry(value: unknown): SearchEntry {
  if (!isRecord(value) || !isRecord(value.search)) return EMPTY_ENTRY
  const { text, place } = value.search
  return { text: typeof text === 'string' ? text : null, place: parsePlace(place) }
}

function parsePlace(value: unknown): Place | null {
  if (!isRecord(value) || typeof value.top !== 'number') return null
  return { top: value.top, focus: typeof value.focus === 'string' ? value.focus : null }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The value for `history.state`. */
export function formatEntry(entry: SearchEntry): { readonly search: SearchEntry } {
  return { search: entry }
}

/** The text that an entry must keep for a state; null if the address has all of it. */
export function toKeptText({ text }: SearchState): string | null {
  return toAddressText(text) === text ? null : text
}

/** The state of an address, with the text that its entry keeps. If the address was edited, the address counts. */
export function withKeptText(state: SearchState, { text }: SearchEntry): SearchState {
  return text !== null && toAddressText(text) === state.text ? { ...state, text } : state
}

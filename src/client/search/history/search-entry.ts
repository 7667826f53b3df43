/**
 * What an entry of the browser's history keeps beside its address: a text that is too long for an address, and where the reader was.
 * Entries outlive reloads, and Back brings them again. Pure.
 */
import { type SearchState, toAddressText } from '../search-state.js'

/** Where the reader was: how far down, and which element had the focus (`data-key`; the box is `box`). */
export interface Place {
  readonly top: number
  readonly focus: string | null
}

export interface SearchEntry {
  /** The whole text where the address has only its beginning. */
  readonly text: string | null
  readonly place: Place | null
}

export const EMPTY_ENTRY: SearchEntry = { text: null, place: null }

/** Reads `history.state`, which may be anything: other versions of this page have written others. */
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

/** What `history.state` is given. */
export function formatEntry(entry: SearchEntry): { readonly search: SearchEntry } {
  return { search: entry }
}

/** The text that an entry has to keep for a state. */
export function toKeptText({ text }: SearchState): string | null {
  return toAddressText(text) === text ? null : text
}

/** The state of an address with the text that its entry keeps; an edited address means what it says. */
export function withKeptText(state: SearchState, { text }: SearchEntry): SearchState {
  return text !== null && toAddressText(text) === state.text ? { ...state, text } : state
}

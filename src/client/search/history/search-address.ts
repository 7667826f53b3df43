/**
 * The address bar and the history. Typing changes the current entry, once it rests; choosing something adds an entry, so that Back
 * undoes choices and not letters. Only the query string ever changes, which browsers allow on `file://` too.
 */

import { parseQueryString, type SearchState, toQueryString } from '../search-state.js'
import { createTimer } from '../timer.js'
import { EMPTY_ENTRY, formatEntry, type Place, parseEntry, toKeptText, withKeptText } from './search-entry.js'

/** Firefox refuses more than 200 changes in 10 s, Chromium in 30 s. */
const REST_MS = 400

export interface SearchAddress {
  read(): SearchState
  /** Where the reader was when this entry was left, or null where it is new. */
  readPlace(): Place | null
  /** Puts the state into the current entry, when nothing else follows for a moment. */
  note(state: SearchState): void
  /** Makes an entry. */
  push(state: SearchState): void
  /** Calls when Back or Forward were used. */
  onTravel(action: (state: SearchState) => void): void
}

/** `findPlace` says where the reader is, when an entry is left. */
export function createSearchAddress(findPlace: () => Place): SearchAddress {
  const timer = createTimer(REST_MS)
  const read = () => withKeptText(parseQueryString(location.search), parseEntry(history.state))
  let noted: SearchState | null = null
  const settle = () => {
    timer.stop()
    if (noted !== null)
      history.replaceState(formatEntry({ ...EMPTY_ENTRY, text: toKeptText(noted) }), '', toQueryString(noted))
    noted = null
  }
  const keepPlace = () => {
    settle()
    history.replaceState(formatEntry({ ...parseEntry(history.state), place: findPlace() }), '')
  }
  history.scrollRestoration = 'manual'
  // A click may leave the page before typing has rested, and Back should come to what was typed.
  document.addEventListener('click', settle, true)
  window.addEventListener('pagehide', keepPlace)
  return {
    read,
    readPlace: () => parseEntry(history.state).place,
    note(state) {
      noted = state
      timer.start(settle)
    },
    push(state) {
      settle()
      if (toQueryString(state) === toQueryString(read()) && state.text === read().text) return
      keepPlace()
      history.pushState(formatEntry({ ...EMPTY_ENTRY, text: toKeptText(state) }), '', toQueryString(state))
    },
    onTravel(action) {
      window.addEventListener('popstate', () => {
        timer.stop()
        noted = null
        action(read())
      })
    },
  }
}

/**
 * The address bar and the history. Typing changes the current entry, once it rests. Choosing something adds an entry,
 * so that Back undoes choices, not letters. Only the query string ever changes, which browsers allow on `file://` too.
 */

import { parseQueryString, type SearchState, toQueryString } from '../search-state.js'
import { createTimer } from '../timer.js'
import { EMPTY_ENTRY, formatEntry, type Place, parseEntry, toKeptText, withKeptText } from './search-entry.js'

/** Milliseconds after which typing rests. Firefox refuses more than 200 changes in 10 s, Chromium in 30 s. */
const REST_MS = 400

export interface SearchAddress {
  read(): SearchState
  /** The reader's place when this entry was left, or null if it is new. */
  readPlace(): Place | null
  /** Writes the state into the current entry, unless another state follows in a moment. */
  note(state: SearchState): void
  /** Adds an entry. */
  push(state: SearchState): void
  /** Calls `action` after Back or Forward. */
  onTravel(action: (state: SearchState) => void): void
}

/** `findPlace`: returns the reader's place; called when an entry is left. */
export function createSearchAddress(findPlace: () => Place): SearchAddress {
  const timer = createTimer(REST_MS)
  const read = () => withKeptText(parseQueryString(location.search), parseEntry(history.state))
  /** The state that `note` has not written yet. */
  let pending: SearchState | null = null
  const writePending = () => {
    timer.stop()
    if (pending !== null)
      history.replaceState(formatEntry({ ...EMPTY_ENTRY, text: toKeptText(pending) }), '', toQueryString(pending))
    pending = null
  }
  const keepPlace = () => {
    writePending()
    history.replaceState(formatEntry({ ...parseEntry(history.state), place: findPlace() }), '')
  }
  history.scrollRestoration = 'manual'
  // A click may leave the page before typing has rested. Back should then return to the typed text.
  document.addEventListener('click', writePending, true)
  window.addEventListener('pagehide', keepPlace)
  return {
    read,
    readPlace: () => parseEntry(history.state).place,
    note(state) {
      pending = state
      timer.start(writePending)
    },
    // The current entry gets its own state and place first, since the new entry hides it from `replaceState`.
    push(state) {
      writePending()
      if (toQueryString(state) === toQueryString(read()) && state.text === read().text) return
      keepPlace()
      history.pushState(formatEntry({ ...EMPTY_ENTRY, text: toKeptText(state) }), '', toQueryString(state))
    },
    onTravel(action) {
      window.addEventListener('popstate', () => {
        timer.stop()
        pending = null
        action(read())
      })
    },
  }
}

/**
 * The address bar and the history. Typing changes the current entry, once it rests; choosing something adds an entry, so
 * that Back undoes choices and not letters. Only the query string ever changes, which browsers allow on `file://` too.
 */
import { parseQueryString, type SearchState, toQueryString } from './search-state.js'
import { createTimer } from './timer.js'

/** Firefox refuses more than 200 changes in 10 s, Chromium in 30 s. */
const REST_MS = 400

export interface SearchAddress {
  read(): SearchState
  /** Puts the state into the current entry, when nothing else follows for a moment. */
  note(state: SearchState): void
  /** Makes an entry. */
  push(state: SearchState): void
  /** Calls when Back or Forward were used. */
  onTravel(action: (state: SearchState) => void): void
}

export function createSearchAddress(): SearchAddress {
  const timer = createTimer(REST_MS)
  const read = () => parseQueryString(location.search)
  let noted: SearchState | null = null
  const settle = () => {
    timer.stop()
    if (noted !== null) history.replaceState(null, '', toQueryString(noted))
    noted = null
  }
  // A click may leave the page before typing has rested, and Back should come to what was typed.
  document.addEventListener('click', settle, true)
  return {
    read,
    note(state) {
      noted = state
      timer.start(settle)
    },
    push(state) {
      settle()
      if (toQueryString(state) !== toQueryString(read())) history.pushState(null, '', toQueryString(state))
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

/**
 * The state of the search page: the reader's question, the last answer to it, and what is still to come. Pure: each
 * event makes another session. `search-page.ts` receives the events and shows the session.
 *
 *     asked -> answered -> completed      a question, its first hits, the other hits
 *           -> failed                     or no hits, because of an error
 */
import type { RestOfPage, ResultPage } from '../engine/engine-messages.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import { type Attempt, firstAttempt, nextAttempt } from './attempt.js'
import type { ShownPassage } from './result-list.js'
import type { Filter, SearchState } from './search-state.js'

export interface SearchSession {
  readonly state: SearchState
  /** The last answer, or null before the first one. While `isWaiting`, it belongs to an earlier question. */
  readonly page: ResultPage | null
  /** True until the question is answered. */
  readonly isWaiting: boolean
  /** True while the reader is typing the question: its last word may be unfinished. */
  readonly isTyping: boolean
  readonly attempt: Attempt
  /** Filters that show all their values. */
  readonly expanded: ReadonlySet<Filter>
  /** The position of the hit that gets the focus once it is shown. */
  readonly focusHit: number | null
  /** The passages found so far, by article number. */
  readonly passages: ReadonlyMap<number, ShownPassage>
}

/** The session of a page that was opened with a question. */
export function openSession(state: SearchState): SearchSession {
  return {
    state,
    page: null,
    isWaiting: false,
    isTyping: false,
    attempt: 'exact',
    expanded: new Set(),
    focusHit: null,
    passages: new Map(),
  }
}

/** Asks another question, or the same one again. */
export function asked(session: SearchSession, state: SearchState, isTyping = false): SearchSession {
  return { ...session, state, isWaiting: true, isTyping, attempt: firstAttempt(isTyping) }
}

/**
 * Asks the same question in another way, if nothing matches; null if the answer stands. `isAtRest`: typing has ended.
 */
export function askedAgain(session: SearchSession, { result }: ResultPage, isAtRest: boolean): SearchSession | null {
  const attempt = session.state.isLiteral ? null : nextAttempt(session.attempt, result)
  if (attempt === null || (attempt === 'corrected' && !isAtRest)) return null
  return { ...session, isWaiting: true, isTyping: session.isTyping && !isAtRest, attempt }
}

/** Notes that the reader has stopped typing. */
export function rested(session: SearchSession): SearchSession {
  return { ...session, isTyping: false }
}

/** Asks for the next hits of the same question. The first of them gets the focus. */
export function askedForMore(session: SearchSession, shownHits: number): SearchSession {
  const state = { ...session.state, shown: session.state.shown + HITS_PER_PAGE }
  return { ...asked(session, state), focusHit: shownHits }
}

/** Takes the first hits of the question. Passages stay if the words are the same, as after a filter was chosen. */
export function answered(session: SearchSession, page: ResultPage): SearchSession {
  const isSame = session.page !== null && listWords(session.page) === listWords(page)
  return { ...session, page, isWaiting: false, passages: isSame ? session.passages : new Map() }
}

function listWords({ result }: ResultPage): string {
  return result.words.map(({ text }) => text).join(' ')
}

/** Takes the passage of a hit. */
export function passageFound(session: SearchSession, number: number, passage: ShownPassage): SearchSession {
  return { ...session, passages: new Map([...session.passages, [number, passage]]) }
}

/** Takes the hits that were left out of the answer. */
export function completed(session: SearchSession, rest: RestOfPage): SearchSession {
  if (session.page === null) return session
  const page = { ...session.page, hits: [...session.page.hits, ...rest.hits], isWhole: true, faults: rest.faults }
  return { ...session, page }
}

/** Notes that the question can't be answered. */
export function failed(session: SearchSession): SearchSession {
  return { ...session, page: null, isWaiting: false, focusHit: null }
}

/** Shows all values of a filter. */
export function expanded(session: SearchSession, filter: Filter): SearchSession {
  return { ...session, expanded: new Set([...session.expanded, filter]) }
}

/** Notes that the focus was given, or that the list ends before the hit that should get it. */
export function focusGiven(session: SearchSession): SearchSession {
  return { ...session, focusHit: null }
}

/** The answer to the current question, which the reader may act upon; null while it is not there. */
export function presentPage({ page, isWaiting }: SearchSession): ResultPage | null {
  return isWaiting ? null : page
}

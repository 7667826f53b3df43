/**
 * What the search page knows: the reader's question, the last answer to it, and what is still to come. Pure: each event makes another
 * session; `search-page.ts` hears the events and shows the session.
 *
 *     asked -> answered -> completed      a question, its first hits, the hits that follow
 *           -> failed                     or why there are none
 */
import type { RestOfPage, ResultPage } from '../engine/engine-messages.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import { type Attempt, firstAttempt, nextAttempt } from './attempt.js'
import type { ShownPassage } from './result-list.js'
import type { Filter, SearchState } from './search-state.js'

export interface SearchSession {
  readonly state: SearchState
  /** The last answer, or null before the first; of an earlier question while `isWaiting`. */
  readonly page: ResultPage | null
  /** A question is not answered yet. */
  readonly isWaiting: boolean
  /** The reader is typing the question, so its last word may be unfinished. */
  readonly isTyping: boolean
  readonly attempt: Attempt
  /** Filters of which all values are shown. */
  readonly expanded: ReadonlySet<Filter>
  /** The hit that gets the focus once it is shown, by its position. */
  readonly focusHit: number | null
  /** The passages of hits that were found so far, by article number. */
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

/** Another question, or the same again. */
export function asked(session: SearchSession, state: SearchState, isTyping = false): SearchSession {
  return { ...session, state, isWaiting: true, isTyping, attempt: firstAttempt(isTyping) }
}

/** The same question in another way, since nothing fits: null where the answer stands. `isAtRest`: nobody types any more. */
export function askedAgain(session: SearchSession, { result }: ResultPage, isAtRest: boolean): SearchSession | null {
  const attempt = session.state.isLiteral ? null : nextAttempt(session.attempt, result)
  if (attempt === null || (attempt === 'corrected' && !isAtRest)) return null
  return { ...session, isWaiting: true, isTyping: session.isTyping && !isAtRest, attempt }
}

/** Nobody types any more. */
export function rested(session: SearchSession): SearchSession {
  return { ...session, isTyping: false }
}

/** The next hits of the same question; the first of them gets the focus. */
export function askedForMore(session: SearchSession, shownHits: number): SearchSession {
  const state = { ...session.state, shown: session.state.shown + HITS_PER_PAGE }
  return { ...asked(session, state), focusHit: shownHits }
}

/** The first hits of the question. Passages stay where the words are the same, as where a filter was chosen. */
export function answered(session: SearchSession, page: ResultPage): SearchSession {
  const isSame = session.page !== null && listWords(session.page) === listWords(page)
  return { ...session, page, isWaiting: false, passages: isSame ? session.passages : new Map() }
}

function listWords({ result }: ResultPage): string {
  return result.words.map(({ text }) => text).join(' ')
}

/** The passage of a hit. */
export function passageFound(session: SearchSession, number: number, passage: ShownPassage): SearchSession {
  return { ...session, passages: new Map([...session.passages, [number, passage]]) }
}

/** The hits that were left out of the answer. */
export function completed(session: SearchSession, rest: RestOfPage): SearchSession {
  if (session.page === null) return session
  const page = { ...session.page, hits: [...session.page.hits, ...rest.hits], isWhole: true, faults: rest.faults }
  return { ...session, page }
}

/** The question can't be answered. */
export function failed(session: SearchSession): SearchSession {
  return { ...session, page: null, isWaiting: false, focusHit: null }
}

/** All values of a filter are asked for. */
export function expanded(session: SearchSession, filter: Filter): SearchSession {
  return { ...session, expanded: new Set([...session.expanded, filter]) }
}

/** The focus was given, or the list ends before the hit that should have got it. */
export function focusGiven(session: SearchSession): SearchSession {
  return { ...session, focusHit: null }
}

/** The answer to the present question: what the reader may act upon. */
export function presentPage({ page, isWaiting }: SearchSession): ResultPage | null {
  return isWaiting ? null : page
}

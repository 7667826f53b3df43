/**
 * Advice if nothing was found: other searches, each one click away. Pure.
 */

import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import { countFilters, NO_FILTERS, type SearchState } from './search-state.js'

export interface Advice {
  readonly label: string
  readonly state: SearchState
}

/** Operators that make a search strict: `+word`, `-word`, `title:word`, `"a phrase"`. */
const OPERATORS = /[+"]|(?:^|\s)-|\b[a-z]+:(?=\S)/g
/** A search of at most this many words gets the advice to leave out one of them. */
const MAX_WORDS_TO_DROP = 4

/** The advice for a search without hits, the likeliest first; empty if nothing is left to try. */
export function planAdvice(state: SearchState, suggestion: string | null): readonly Advice[] {
  const ask = (label: string, change: Partial<SearchState>): Advice => ({
    label,
    state: { ...state, shown: HITS_PER_PAGE, isLiteral: false, ...change },
  })
  const advice: Advice[] = []
  if (suggestion !== null) advice.push(ask(`Search for ${suggestion}`, { text: suggestion }))
  if (countFilters(state.filters) > 0) advice.push(ask('Search without filters', { filters: NO_FILTERS }))
  const loose = state.text.replace(OPERATORS, ' ').replace(/\s+/g, ' ').trim()
  const words = loose.split(' ')
  if (loose !== '' && loose !== state.text.trim()) advice.push(ask(`Any of the words: ${loose}`, { text: loose }))
  else if (words.length > 1 && words.length <= MAX_WORDS_TO_DROP)
    for (const word of words)
      advice.push(ask(`Without “${word}”`, { text: words.filter((other) => other !== word).join(' ') }))
  return advice
}

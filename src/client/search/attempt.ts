/**
 * Attempts at a text: as it is, with its last word as the beginning of a word, or with likelier words. Pure.
 *
 *     typing      prefix -> corrected, once typing rests
 *     otherwise   exact -> prefix -> corrected
 *
 * The next attempt is made only if nothing matches, so a correction never takes the place of real hits.
 */
import type { SearchResult } from '../../search/types.js'

export type Attempt = 'exact' | 'prefix' | 'corrected'

/** The first attempt. */
export function firstAttempt(isTyping: boolean): Attempt {
  return isTyping ? 'prefix' : 'exact'
}

/** The attempt after an answer, or null if the answer stands. */
export function nextAttempt(attempt: Attempt, { total, words }: Pick<SearchResult, 'total' | 'words'>): Attempt | null {
  const last = words.at(-1)
  if (attempt === 'exact' && last !== undefined && last.weight === 0) return 'prefix'
  return attempt === 'prefix' && total === 0 && words.length > 0 ? 'corrected' : null
}

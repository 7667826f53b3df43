/**
 * How a text is looked for: as it stands, with its last word as the beginning of one, or with likelier words. Pure.
 *
 *     typing      prefix -> corrected, once typing rests
 *     otherwise   exact -> prefix -> corrected
 *
 * The next one is tried only where nothing fits, so help with spelling never takes the place of what is there.
 */
import type { SearchResult } from '../../search/types.js'

export type Attempt = 'exact' | 'prefix' | 'corrected'

/** What is tried first. */
export function firstAttempt(isTyping: boolean): Attempt {
  return isTyping ? 'prefix' : 'exact'
}

/** What to try after an answer, or null where the answer stands. */
export function nextAttempt(attempt: Attempt, { total, words }: Pick<SearchResult, 'total' | 'words'>): Attempt | null {
  const last = words.at(-1)
  if (attempt === 'exact' && last !== undefined && last.weight === 0) return 'prefix'
  return attempt === 'prefix' && total === 0 && words.length > 0 ? 'corrected' : null
}

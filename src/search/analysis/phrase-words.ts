/**
 * A phrase as the index can find it: words, and the stop words before each.
 *
 *     "the access to a file"   access, after at least `the`   file, right after `access to a`
 */
import { tokenize, toParts } from './analysis.js'
import { toRun } from './stop-words.js'

/** A word of a phrase with the stop words before it. */
export interface PhraseWord {
  readonly term: string
  /** A run of stop words, see `stop-words.ts`. */
  readonly stopRun: string
}

/** A phrase as the index can find it. */
export interface PhraseWords {
  readonly words: readonly PhraseWord[]
  /** The stop words after the last word. */
  readonly endRun: string
  /** Stop words after the last word, which the index can't tell; of a phrase of nothing else, all. */
  readonly leftOut: readonly string[]
}

/** The words of a phrase. */
export function toPhraseWords(text: string): PhraseWords {
  const words: PhraseWord[] = []
  let pending: string[] = []
  for (const part of tokenize(text).flatMap(toParts)) {
    if (part.type === 'stop') pending.push(part.word)
    else {
      words.push({ term: part.terms[0] ?? '', stopRun: toRun(pending) })
      pending = []
    }
  }
  return { words, endRun: toRun(pending), leftOut: [...new Set(pending)] }
}

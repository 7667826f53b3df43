/**
 * A phrase as the index can find it: words, each with the run of stop words before it.
 *
 *     "the access to a file"   access, after a run that ends in `the`;   file, after the run `to a`
 */
import { tokenize, toParts } from './analysis.js'
import { toRun } from './stop-words.js'

/** A word of a phrase with the stop words before it. */
export interface PhraseWord {
  readonly term: string
  /** A run, see `stop-words.ts`. */
  readonly stopRun: string
}

/** A phrase as the index can find it. */
export interface PhraseWords {
  readonly words: readonly PhraseWord[]
  /** The run of stop words after the last word. */
  readonly endRun: string
  /**
   * Stop words after the last word, each once, which a phrase in quotation marks leaves out; all words of a phrase that
   * has only stop words.
   */
  readonly leftOut: readonly string[]
}

/** Splits a phrase into its words. */
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

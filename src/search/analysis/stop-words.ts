/**
 * Stop words, and runs of them. A *run* is the stop words before or after an indexed word; phrases compare runs
 * exactly.
 *
 * A run is a string with one character for each stop word: its code is the word's index in `STOP_WORDS`. Words are as
 * the analysis gives them: `us` is also the stem of `use`.
 */

/**
 * Lunr's stop words, the most frequent first, without those that tell errors apart (`not found`, `no`, `off`, `cannot`,
 * `read-only`).
 */
export const STOP_WORDS: readonly string[] = [
  'the to a in and is of for this you on us that or if be with are when from as an by it your can may will then has at have',
  'all does do how these after any should about was which other must been also because into but there than i so some where',
  'get however we its either while they most could them what able would own their were else like might every my just too',
  'since rather who least why did me across often let had likely say his am yet our nor says he neither her among almost',
  'wants she ever got whom him said dear hers tis twas',
].flatMap((line) => line.split(' '))

/** The codes of the stop words. */
export const STOP_CODES: ReadonlyMap<string, number> = new Map(STOP_WORDS.map((word, code) => [word, code]))

/**
 * The most frequent runs of real articles, in the order of their frequency, the empty run first. Nearly all runs are
 * one of them.
 */
export const COMMON_RUNS: readonly string[] = [
  '',
  'the|to|and|a|for|is|in the|in|this|of|or|of the|to the|on the|on|as|with|are|that|by|from the|and then|an',
  'for the|has|from|us|your|you|when you|will|with the|may|if|does|if the|when|us the|these|if you|and the',
  'this to be a|be|was|to a|at the|how to|can|of this|that the|it|all|on a|in a|you can|when the|at|any|you may',
  'in this|after|of a|about|that is|that are|to be|is the|can be|do|for a|then|by the|has been|with a|is a|as a',
  'may be|as the|which|that you|will be|or the|it is|i|than|if a|on your|from a|should|where|and will|you to|into',
  'into the|in your|as it|some|after you|should be|you must|because the|must be|about how to|but|us a|have|we',
  'after the|if you are|while|of your|could|when a|to your|we are|other|also|this is|to an|for your|because',
  'for this|to us|and a|you are|by a|about the|you will|its|there are|get|if your|to us the|on of the|must|or a',
  'been|in an|if you have|that a|by us the|is to|with an|all the|that may|is by|at a|there is|when you are',
  'you should|which is|where the|into a|if this|has a|to do this|else|is an|to this|of an|as an|however|either',
  'however the|at your own|but the|for an|should have the|and you|and is|us to|have been|this will|all of the|were',
  'and should be|of these|than the|when you us the|that do|do the|when us|if you us|on this|on an|from your|have a',
  'by this|us this|have the|you have|be able to|and or|if you do|it will|them|how|that was|from an|if you are us',
  'every|then the|this is a|at this|on or|their|are the|you can us the|if an|this is the|when you us|my|is us to',
  'but it is|has the|for all|if you have a|it to|that you can|what|by us|when an|than on|would|with this|if it is',
  'is be|there is a|and other|with your|on to the|too|it may|when this|us the most|while the|us of|that this',
  'to do so|is in the|or other|other than|might|and to|that has|in some|that us|for that|so that the|you do',
  'you can also|when it|for i|that does|us an',
].flatMap((line) => line.split('|').map((run) => toRun(run.split(' ').filter((word) => word !== ''))))

/** Joins stop words into a run. */
export function toRun(words: readonly string[]): string {
  return words.map((word) => String.fromCharCode(STOP_CODES.get(word) ?? 0)).join('')
}

/** The longest run, in stop words. A longer one keeps its last words only; nobody types so many in a phrase. */
export const LONGEST_RUN = 64

/** Numbers of runs. A common run has the same number in every book: its index in `COMMON_RUNS`. */
export class RunBook {
  readonly #runs: string[] = [...COMMON_RUNS]
  readonly #numbers = new Map(COMMON_RUNS.map((run, number) => [run, number]))

  numberOf(run: string): number {
    const known = this.#numbers.get(run)
    if (known !== undefined) return known
    const number = this.#runs.length
    this.#numbers.set(run, number)
    this.#runs.push(run)
    return number
  }

  runOf(number: number): string {
    return this.#runs[number] ?? ''
  }

  /** The number of runs; all their numbers are below it. */
  get count(): number {
    return this.#runs.length
  }
}

/** Random numbers and words for `make-corpus.ts`; the same seed gives the same ones. */

/** A source of random values. */
export interface Random {
  /** A number from 0 to below 1. */
  next(): number
  /** An integer from 0 to below `limit`. */
  below(limit: number): number
  /** True with the probability `share`. */
  is(share: number): boolean
  /** One of the values; its probability is proportional to its weight. */
  pick<Value>(weighted: readonly (readonly [Value, number])[]): Value
  /** A word of a vocabulary of this size; the probability of the n-th word is proportional to 1/n. */
  word(vocabulary: number): string
}

const SYLLABLES = 'con to so ra mel ik tor ne pa lu sim ver da ron fe qui'.split(' ')

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    is: (share) => next() < share,
    pick(weighted) {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of weighted) {
        left -= weight
        if (left < 0) return value
      }
      const last = weighted.at(-1)
      if (last === undefined) throw new RangeError('Expected something to pick from')
      return last[0]
    },
    word: (vocabulary) => toWord(Math.floor(vocabulary ** next())),
  }
}

/** The word of a rank; frequent words (low ranks) are short. */
export function toWord(rank: number): string {
  let word = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

/** Mulberry32, a small random generator. Its numbers depend on the seed only. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

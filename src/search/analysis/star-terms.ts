/**
 * Further terms that a star stands for, besides those that Lunr finds. The index holds stems, so `service*` as written
 * fits neither `service` nor `services`: their term is `servic`.
 *
 *     service*     servic          install*     instal
 *     printing*    print           installa*    instal, the stem of `installation`
 *     *services    *servic
 */
import { toTerms } from './analysis.js'

/** `printing*`: letters with one star at the end. */
const PREFIX = /^(\p{L}{3,})\*$/u
/** `*services`, `w*services`: letters after the last star. */
const SUFFIX = /^(.*\*)(\p{L}{3,})$/u

/** Endings that the stemmer removes or shortens. */
const ENDINGS = [
  's es ed ing ings eed y ly e er ers or al ic ous ive ize ise ate ion ions ism ity able ible ably ant ance ances ent',
  'ence ency ment ments ement ness ful fulness ousness iveness ation ations ational ator ators ization izations izer',
  'ality ivity ability ibility icity icate ative alize alized ical ally entally ously ively ently',
]
  .join(' ')
  .split(' ')

/** All ends of all endings, since a star may stand within an ending: `installa*`. */
const ENDS = [...new Set(ENDINGS.flatMap((ending) => ending.split('').map((_, from) => ending.slice(from))))]

/** Further terms or patterns for a pattern of the query; none of them fits the pattern itself. */
export function starTerms(pattern: string): readonly string[] {
  const begin = PREFIX.exec(pattern)?.[1]
  if (begin !== undefined) {
    const stems = [begin, ...ENDS.map((end) => begin + end)].map(stemOf)
    return [...new Set(stems)].filter((stem) => stem !== '' && isShorter(stem, begin))
  }
  const [, head = '', end = ''] = SUFFIX.exec(pattern) ?? []
  const stem = stemOf(end)
  return stem === '' || stem === end ? [] : [head + stem]
}

/**
 * True if a stem stands for the words that begin with `begin`: `print` for `printing*`, `registri` for `registry*`. Not
 * every stem does: `poli*` leads to `poling`, whose stem `pole` has other letters.
 */
function isShorter(stem: string, begin: string): boolean {
  const isPart = stem.length < begin.length && begin.startsWith(stem)
  return isPart || (begin.endsWith('y') && stem === `${begin.slice(0, -1)}i`)
}

function stemOf(word: string): string {
  return word === '' ? '' : (toTerms(word).words[0] ?? '')
}

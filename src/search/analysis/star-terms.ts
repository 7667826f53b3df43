/**
 * The terms that a star means besides those that Lunr finds. The index has stems, so `service*` as written fits none of
 * `service` and `services`, whose term is `servic`.
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

/** What the stemmer takes off, or makes shorter. */
const ENDINGS = [
  's es ed ing ings eed y ly e er ers or al ic ous ive ize ise ate ion ions ism ity able ible ably ant ance ances ent',
  'ence ency ment ments ement ness ful fulness ousness iveness ation ations ational ator ators ization izations izer',
  'ality ivity ability ibility icity icate ative alize alized ical ally entally ously ively ently',
]
  .join(' ')
  .split(' ')

/** All ends of all endings: a star may stand within one, as in `installa*`. */
const ENDS = [...new Set(ENDINGS.flatMap((ending) => ending.split('').map((_, from) => ending.slice(from))))]

/** More terms or patterns that the pattern of a query stands for; none of them fits the pattern itself. */
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

/** `print` of `printing`, `registri` of `registry`; but not `pole`, the stem of `poling`, of `poli`. */
function isShorter(stem: string, begin: string): boolean {
  const isPart = stem.length < begin.length && begin.startsWith(stem)
  return isPart || (begin.endsWith('y') && stem === `${begin.slice(0, -1)}i`)
}

function stemOf(word: string): string {
  return word === '' ? '' : (toTerms(word).words[0] ?? '')
}

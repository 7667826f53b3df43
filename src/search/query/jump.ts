/**
 * A query that names an article: `214864`, `q214864`, `KB 214864`, or an address of the old support site.
 */
import { lowerBound } from '../arrays/binary-search.js'
import type { Jump } from '../types.js'

/** `Q214864`, `kb214864`, `KB 214864`, `#214864`, `214864`. */
const NUMBER = /^(?:q|kb|article|#)?\s*(?::\s*)?(\d{3,7})\.?$/i
/** A sign that a number names an article even where there is none: `Q123`, or five digits at least. */
const CERTAIN_NUMBER = /^(?:q|kb|article|#)|^\D*\d{5,7}\D*$/i

/** Any address of Microsoft's, or a piece of one: `support.microsoft.com/...`, `/kb/214864`, `scid=kb;en-us;214864`. */
const ADDRESS = /microsoft\.com|^https?:|^\/?(?:kb|support|help)\/|scid=|kbid=/i
/** `Q214/8/64.ASP`, the path of 1997-2001: the number cut in three. */
const CUT_NUMBER = /\bq(\d{2,3})\/(\d)\/(\d{2})\b/i
/** The last number in an address that can be an article's: `?scid=kb;en-us;214864`, `/kb/214864/en-us`, `ID=Q214864`. */
const ADDRESS_NUMBER = /(?:^|[/;=]|\b(?:q|kb))(\d{4,7})(?=$|[/;&?#.]|\b)/gi

/** The number of the article that a query names, or null. */
export function parseArticleNumber(text: string): { readonly number: number; readonly isCertain: boolean } | null {
  const trimmed = text.trim()
  if (trimmed.length > 500) return null
  const plain = NUMBER.exec(trimmed)?.[1]
  if (plain !== undefined) return { number: Number(plain), isCertain: CERTAIN_NUMBER.test(trimmed) }
  if (!ADDRESS.test(trimmed) || /\s/.test(trimmed)) return null
  const cut = CUT_NUMBER.exec(trimmed)
  const digits = cut === null ? [...trimmed.matchAll(ADDRESS_NUMBER)].at(-1)?.[1] : cut.slice(1).join('')
  return digits === undefined ? null : { number: Number(digits), isCertain: true }
}

const MOST_NEIGHBOURS = 6

/** The article a query names, or its nearest neighbours; null where it names none. `numbers`: ascending. */
export function findJump(text: string, numbers: Uint32Array): Jump | null {
  const named = parseArticleNumber(text)
  if (named === null) return null
  const exists = hasNumber(numbers, named.number)
  if (!exists && !named.isCertain) return null
  const id = `Q${named.number}`
  return { id, exists, near: exists ? [] : neighbours(named.number, numbers).map((number) => `Q${number}`) }
}

/** What may have been meant: numbers that differ by one digit or a swap, then the nearest on both sides. */
function neighbours(number: number, numbers: Uint32Array): readonly number[] {
  const misspelt = misspellings(String(number)).filter((candidate) => hasNumber(numbers, candidate))
  const at = lowerBound(numbers, number)
  const beside = [...numbers.subarray(Math.max(0, at - 2), at + 2)]
  const byDistance = (a: number, b: number) => Math.abs(a - number) - Math.abs(b - number)
  return [...new Set([...misspelt.sort(byDistance).slice(0, MOST_NEIGHBOURS - 2), ...beside])].slice(0, MOST_NEIGHBOURS)
}

/** Two neighbouring digits swapped, a digit wrong, one too many, one too few. */
function misspellings(digits: string): number[] {
  const found = new Set<string>()
  for (let i = 0; i < digits.length; i++) {
    const [before, after] = [digits.slice(0, i), digits.slice(i + 1)]
    found.add(before + after)
    found.add(before + after.charAt(0) + digits.charAt(i) + after.slice(1))
    for (let digit = 0; digit <= 9; digit++) {
      found.add(before + digit + after)
      found.add(before + digit + digits.slice(i))
    }
  }
  for (let digit = 0; digit <= 9; digit++) found.add(digits + digit)
  found.delete(digits)
  return [...found].map(Number)
}

function hasNumber(numbers: Uint32Array, number: number): boolean {
  return numbers[lowerBound(numbers, number)] === number
}

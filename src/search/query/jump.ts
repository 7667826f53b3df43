/**
 * Numbers of articles in a query, in any of the forms that people write and copy.
 *
 *     214864   q214864   KB 214864   #214864                      the whole query
 *     (Q214864)   mskb:Q214864   see Q214864 for details          a number with its letter, anywhere
 *     article 214864   PSS ID Number: 214864   kbid=214864        a number after a word that says what it is
 *     support.microsoft.com/kb/214864/en-us   Q214/8/64.ASP       an address, whole or a part
 *     scid=kb%3Ben-us%3B214864&x=11
 */
import { lowerBound } from '../arrays/binary-search.js'

/**
 * The number of an article that a query names. `isCertain`: it is meant as one even if the archive does not have it.
 */
export interface NamedNumber {
  readonly number: number
  readonly isCertain: boolean
}

/** A query that is only a number: `Q214864`, `kb214864`, `KB 214864`, `#214864`, `214864`. */
const WHOLE = /^(?:q|kb|article|#)?\s{0,9}(?::\s{0,9})?(\d{3,7})\.?$/i
/** A number that surely means an article: with a letter or sign before it (`Q123`), or with at least five digits. */
const CERTAIN = /^(?:q|kb|article|#)|^\D*\d{5,7}\D*$/i

/** `Q214864`, `KB214864`, `KB 214864` in a text; but not `20480 KB 10240`, which are sizes. */
const LETTERED = /(?<![\p{L}\p{N}_]|\d\s{1,2})(?:q\s?|kb\s?)(\d{5,7})(?![\p{L}\p{N}_])/giu
/** `article 214864`, `Article ID: Q214864`, `PSS ID Number: 214864`, `kbid=214864`. */
const LABELLED =
  /(?<![\p{L}\p{N}])(?:(?:mskb|articles?|knowledge base)(?: id)?|(?:pss|article)[ -]id|kbid)(?: number| no\.?)?[\s:=#]{1,4}q?(\d{5,7})(?![\p{L}\p{N}_])/giu

/**
 * An address of the old support site, or a piece of one: `support.microsoft.com/...`, `/kb/214864`,
 * `scid=kb;en-us;214864`.
 */
const ADDRESS = /microsoft\.com|^https?:|^\/?(?:kb|support|help)\/|scid=|kbid=/i
/** The path of 1997-2001, with the number cut in three: `Q214/8/64.ASP`. */
const CUT_NUMBER = /(?<![\p{L}\p{N}])q(\d{2,3})\/(\d)\/(\d{2})(?!\d)/iu
/** The parameter that names the article: `scid=kb;en-us;214864`, `kbid=Q214864`, `id=214864`. */
const PARAMETER = /[?&](?:scid|kbid|id)=(?:[a-z-]{1,20};){0,3}(?:q|kb)?(\d{4,7})(?!\d)/i
/** A number in an address that can be an article's: `/kb/214864/en-us`, `ID=Q214864`. */
const ADDRESS_NUMBER = /(?:^|[/;=]|\b(?:q|kb))(\d{4,7})(?=$|[/;&?#.]|\b)/gi
/** Signs that programs escape in addresses: `%3B`, `%3D`, `%2F`. */
const ESCAPED = /%(3b|3d|2f|3a|26)/gi

const MOST_CHARACTERS = 16_384
const MOST_NAMED = 20

/** The first article that a query names; null if it names none. */
export function parseArticleNumber(text: string): NamedNumber | null {
  return findArticleNumbers(text)[0] ?? null
}

/** The articles that a query names, each once. */
export function findArticleNumbers(text: string): readonly NamedNumber[] {
  const trimmed = text.slice(0, MOST_CHARACTERS).trim()
  const whole = WHOLE.exec(trimmed)?.[1]
  if (whole !== undefined) return [{ number: Number(whole), isCertain: CERTAIN.test(trimmed) }]
  const found: (NamedNumber & { readonly at: number })[] = []
  for (const { 0: word, index } of trimmed.matchAll(WORD)) {
    const digits = ADDRESS.test(word) ? numberOfAddress(word) : CUT_NUMBER.exec(word)?.slice(1).join('')
    const isCertain = word.length === trimmed.length || OWN_ADDRESS.test(word)
    if (digits !== undefined) found.push({ at: index, number: Number(digits), isCertain })
  }
  for (const pattern of [LETTERED, LABELLED]) {
    for (const { 1: digits, index } of trimmed.matchAll(pattern))
      found.push({ at: index, number: Number(digits), isCertain: true })
  }
  found.sort((a, b) => a.at - b.at)
  const named = new Map(found.map(({ number, isCertain }) => [number, { number, isCertain }]))
  return [...named.values()].slice(0, MOST_NAMED)
}

/** An address that surely is one of the old support site. */
const OWN_ADDRESS = /microsoft\.com|scid=|kbid=/i

const WORD = /\S+/g

function numberOfAddress(word: string): string | undefined {
  const address = word.slice(0, LONGEST_ADDRESS).replace(ESCAPED, (escaped) => decodeURIComponent(escaped))
  const cut = CUT_NUMBER.exec(address)
  if (cut !== null) return cut.slice(1).join('')
  return PARAMETER.exec(`?${address}`)?.[1] ?? [...address.matchAll(ADDRESS_NUMBER)].at(-1)?.[1]
}

const LONGEST_ADDRESS = 500

/** The target of a query that names an article. `near`: neighbours of a number that the archive does not have. */
export interface JumpNumbers {
  readonly number: number
  readonly exists: boolean
  readonly near: readonly number[]
}

const MOST_NEIGHBOURS = 6

/**
 * The first article that a query names and the archive has, or else the neighbours of one that it does not have. Null
 * if there is neither. `numbers`: all articles, ascending.
 */
export function findJump(text: string, numbers: Uint32Array): JumpNumbers | null {
  const named = findArticleNumbers(text)
  const own = named.find(({ number }) => hasNumber(numbers, number))
  if (own !== undefined) return { number: own.number, exists: true, near: [] }
  const missing = named.find(({ isCertain }) => isCertain)
  if (missing === undefined) return null
  return { number: missing.number, exists: false, near: neighbours(missing.number, numbers) }
}

/** Numbers that may have been meant: those that differ by one digit or a swap, then the nearest on both sides. */
function neighbours(number: number, numbers: Uint32Array): readonly number[] {
  const misspelt = misspellings(String(number)).filter((candidate) => hasNumber(numbers, candidate))
  const at = lowerBound(numbers, number)
  const beside = [...numbers.subarray(Math.max(0, at - 2), at + 2)]
  const byDistance = (a: number, b: number) => Math.abs(a - number) - Math.abs(b - number)
  return [...new Set([...misspelt.sort(byDistance).slice(0, MOST_NEIGHBOURS - 2), ...beside])].slice(0, MOST_NEIGHBOURS)
}

/** All numbers with one mistake: two neighbouring digits swapped, a digit wrong, one too many, one too few. */
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

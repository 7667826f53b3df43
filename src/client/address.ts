/**
 * Addresses: the permalink of a page without its `index.html`, and the article that a foreign or mistyped address
 * means.
 *
 * Pure: text in, text out.
 */
import { lowerBound } from '../search/arrays/binary-search.js'

/** `/kb/214/Q214864/index.html` -> `/kb/214/Q214864/`; other paths as they are. */
export function toPermalinkPath(pathname: string): string {
  return pathname.replace(/\/index\.html$/, '/')
}

/**
 * An article number as a whole segment: `Q214864`, `q214864`, `KB214864`, `kb-214864`, `214864`, also with `.htm`,
 * `.txt` ...
 */
const ARTICLE_SEGMENT = /^(?:q|kb-?)?0*([1-9][0-9]{0,6})(?:\.[a-z]{3,4})?$/i
/** `kb;en-us;214864`, `kb;EN-US;Q214864`, `kb;214864`. */
const SCID = /^kb;(?:[a-z]{2}(?:-[a-z]{2})?;)?q?0*([1-9][0-9]{0,6})$/i

/**
 * The article number that an address means, or null. It knows the addresses at which these articles were once
 * published: `/Q214864`, `/kb/214864/en-us`, `/default.aspx?scid=kb;en-us;214864`, `/?kbid=214864`,
 * `/support/kb/articles/q214/8/64.asp`.
 */
export function readArticleNumber(pathname: string, search: string): number | null {
  for (const [name, value] of new URLSearchParams(search)) {
    const isNumber = /^(?:q|kb)/i.test(value) || /^kbid$/i.test(name)
    const found = SCID.exec(value) ?? (isNumber ? ARTICLE_SEGMENT.exec(value) : null)
    if (found?.[1] !== undefined) return Number(found[1])
  }
  const folders = /\/q([0-9]{3})\/([0-9])\/([0-9]{2})(?:\.[a-z]{3,4})?$/i.exec(pathname)
  if (folders !== null) return Number(`${folders[1]}${folders[2]}${folders[3]}`)
  const segments = pathname.split('/').filter((segment) => !/^index\.html?$/i.test(segment))
  for (const segment of segments.reverse()) {
    const found = ARTICLE_SEGMENT.exec(segment)
    // A bucket's folder (`/kb/214/`) has three digits; an article's bare number is longer.
    if (found?.[1] !== undefined && (/^[qk]/i.test(segment) || found[1].length > 4)) return Number(found[1])
  }
  return null
}

/** Up to `count` of the ascending `numbers` that are nearest to `wanted`, the nearest first. */
export function findNearest(numbers: readonly number[], wanted: number, count: number): number[] {
  let after = lowerBound(numbers, wanted)
  let before = after - 1
  const nearest: number[] = []
  while (nearest.length < count && (before >= 0 || after < numbers.length)) {
    const low = numbers[before]
    const high = numbers[after]
    const takeLow = high === undefined || (low !== undefined && wanted - low <= high - wanted)
    const taken = takeLow ? low : high
    if (taken === undefined) break
    nearest.push(taken)
    if (takeLow) before -= 1
    else after += 1
  }
  return nearest
}

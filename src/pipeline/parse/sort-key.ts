/**
 * What a title is sorted by, and the letter under which it stands in a list.
 *
 *     PRB: "Out of Paper" on the Printer  ->  out of paper" on the printer, O
 */

/** `PRB: `, `XADM: `: says what kind of article it is, not what it is about. */
const TYPE_PREFIX = /^[A-Za-z0-9&/+._ -]{2,24}: /
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u

/** The title without its type and without signs in front. */
export function toSortKey(title: string): string {
  const bare = title.replace(TYPE_PREFIX, '').normalize('NFKD').toLowerCase()
  return bare.replace(LEADING_SIGNS, '') || bare
}

export const OTHER_LETTERS = '0-9'

export function letterOf(key: string): string {
  const first = key.charAt(0)
  return first >= 'a' && first <= 'z' ? first.toUpperCase() : OTHER_LETTERS
}

/**
 * The sort key of a title, and the letter under which a list shows it.
 *
 *     PRB: "Out of Paper" on the Printer  ->  out of paper" on the printer, O
 */

/** `PRB: `, `XADM: `: the type of the article, which does not belong to its subject. */
const TYPE_PREFIX = /^[A-Za-z0-9&/+._ -]{2,24}: /
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u

/** The title in lower case, without its type and without leading punctuation. */
export function toSortKey(title: string): string {
  const bare = title.replace(TYPE_PREFIX, '').normalize('NFKD').toLowerCase()
  return bare.replace(LEADING_SIGNS, '') || bare
}

export const OTHER_LETTERS = '0-9'

export function letterOf(key: string): string {
  const first = key.charAt(0)
  return first >= 'a' && first <= 'z' ? first.toUpperCase() : OTHER_LETTERS
}

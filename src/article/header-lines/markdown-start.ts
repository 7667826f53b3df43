/**
 * Finds the article in a Markdown page: the line of its number, with a field on the next line. That field tells the
 * forms of pages apart.
 *
 *     > | <TAB>Article: Q214864
 *     > | <TAB>Product(s): See article
 */

const START =
  /(?:^|[\r\n])[ \t]{0,16}Article: *Q?\d{1,8}[ \t]*\r*\n?[ \t]{0,16}((?:Product(?:\(s\))?|Version\(s\)): *[^\r\n]{0,80})/

/** The product line of pages from a CD. All 3,349 of them have it, and no page made from the raw form does. */
export const CD_PRODUCT_LINE = 'Product(s): See article'

/** Returns the offset of the number's line if the field below is wanted, else `[]`. Offset in UTF-16 code units. */
export function findPageStart(text: string, isWanted: (field: string) => boolean): number[] {
  if (!text.includes('Article: ')) return []
  const match = START.exec(text)
  return match !== null && isWanted((match[1] ?? '').trim()) ? [match.index] : []
}

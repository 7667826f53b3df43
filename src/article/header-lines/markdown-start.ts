/**
 * Where a Markdown page has its article: at the line of the number, whose next line is a field. Which field tells the pages apart.
 *
 *     > | <TAB>Article: Q214864
 *     > | <TAB>Product(s): See article
 */

const START =
  /(?:^|[\r\n])[ \t]{0,16}Article: *Q?\d{1,8}[ \t]*\r*\n?[ \t]{0,16}((?:Product(?:\(s\))?|Version\(s\)): *[^\r\n]{0,80})/

/** The product of the pages that come from a CD: all 3,349 have it, no page made from the raw form has. */
export const CD_PRODUCT_LINE = 'Product(s): See article'

/** The place of the number's line, where the field below is the wanted one; else nothing. */
export function findPageStart(text: string, isWanted: (field: string) => boolean): number[] {
  if (!text.includes('Article: ')) return []
  const match = START.exec(text)
  return match !== null && isWanted((match[1] ?? '').trim()) ? [match.index] : []
}

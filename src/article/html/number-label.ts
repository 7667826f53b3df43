/** Finds the label of an article's number. The part of a page that has it holds the article. */

/** Matches the label beside an article's number, in any form of page. */
const LABEL = /\b(?:PSS ID Number|Article ID|ARTICLE-ID|DOCUMENT|Document Number)\s{0,8}:/i

/** Returns true if a text has such a label. */
export function isNumberLabel(text: string): boolean {
  return LABEL.test(text)
}

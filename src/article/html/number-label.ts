/** Tells a part of a page that holds the article by the label of its number. */

/** The label beside an article's number in any form of page. */
const LABEL = /\b(?:PSS ID Number|Article ID|ARTICLE-ID|DOCUMENT|Document Number)\s{0,8}:/i

/** Whether a text has such a label. */
export function isNumberLabel(text: string): boolean {
  return LABEL.test(text)
}

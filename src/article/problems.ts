/**
 * The closed list of problems: what can be odd about an article, each with an explanation. Odd content is data: nothing
 * here stops a parse.
 *
 * A code is stable: `problems.json` publishes it, a committed file counts it, and a page of the site links to it. Each
 * code occurs in a golden article of `test/fixtures/article/`; `golden.test.ts` checks that.
 */

/**
 * Explanations by code, shown on the problems page. In the order of a file: bytes, header, trailer, preamble, body,
 * end.
 */
export const PROBLEMS = {
  // Bytes and lines
  'character-control': 'A control character or DEL stands in the text. It is kept.',
  'character-not-ascii': 'The text has characters outside ASCII, read in the encoding that the article names.',
  'character-undefined':
    'A byte that the encoding leaves undefined. It is kept as the control character of that number.',
  'character-undecodable': 'Bytes that the encoding cannot decode were replaced.',
  'encoding-guessed': 'The bytes are not those of the form: the encoding was told by evidence.',
  'line-ends-mixed': 'The file mixes kinds of line ends.',
  'line-tabs': 'Lines contain tabs; columns count them as reaching to multiples of eight.',
  // Header
  'id-missing': 'The text gives no article number.',
  'text-before-header': 'Text stands before the header. It is counted as part of the header.',
  'header-field-missing': 'A field of the header is missing.',
  'header-field-unknown': 'A field of the header is none of the format. It is kept.',
  'header-field-repeated':
    'A field of the header stands there twice. The first counts, but lists are joined; the source’s header has both.',
  'header-field-continued': 'A field of the header goes on in a second line.',
  'header-rule-missing': 'The rule after the header is missing.',
  'header-shifted': 'The header fields are shifted by one; they were put back into place.',
  'title-missing': 'The text gives no title. A name was made from its first heading or sentence.',
  'title-cut': 'The title has the full length of its field and may have been cut there, even inside a word.',
  'title-entity': 'The title contains a character entity. It is kept as written.',
  'title-differs': 'The page gives two titles. The heading counts.',
  'date-unreadable': 'The date of the last change cannot be read.',
  'product-missing': 'The header names no product code.',
  'product-malformed': 'The product code is not one word of letters, digits and underscores.',
  'versions-blank-separated': 'The versions are a blank-separated list of the older format.',
  'versions-columns': 'The versions are columns, one a platform.',
  'versions-columns-uneven': 'Versions and systems have different numbers of columns.',
  'versions-cut': 'The list of versions was cut at the length of its field.',
  'versions-separator': 'A separator is missing in the list of versions, or another one stands in its place.',
  'versions-segment-empty': 'A platform in the list of versions has no version.',
  'systems-odd': 'The list of operating systems names something that is none.',
  'keywords-cut': 'The header cut its copy of the keywords. The keyword block counts.',
  'keywords-fused': 'The header ran two keywords together. The keyword block counts.',
  'keywords-differ': 'The header and the keyword block list different keywords. The keyword block counts.',
  'flags-malformed': 'The flags do not begin with an audience and a bar.',
  'keywords-malformed': 'The keyword line does not have its three parts: audience, words, product.',
  // Keyword block and legal notice
  'keyword-block-missing': 'There is no keyword block.',
  'keyword-block-field-unknown': 'A field of the keyword block is none of the format.',
  'keyword-block-field-continued': 'A field of the keyword block goes on in a second line.',
  'legal-missing': 'There is no legal notice.',
  'legal-different': 'The legal notice is not the usual one. Its text is kept.',
  'copyright-year-differs': 'The copyright line names another year than the date.',
  // Before the first section
  'legacy-lines': 'Lines of an older header stand before the product list.',
  'notice-before-applies-to': 'A notice stands before the product list.',
  'applies-to-missing': 'There is no list of products the article applies to.',
  'applies-to-empty': 'The list of products is empty.',
  'applies-to-unclosed': 'The list of products is not closed by a rule.',
  'applies-to-rule-odd': 'A rule around the list of products has an unusual length.',
  'applies-to-regrouped': 'A second introduction stands inside the list of products.',
  'applies-to-reworded': 'The list of products has an unusual introduction.',
  'applies-to-unnamed': 'A line of the list of products names none.',
  // Sections and headings
  'heading-none': 'There is no main heading.',
  'heading-misfit': 'The underline of a heading has another length than the heading.',
  'heading-other-rule': 'A main heading is underlined with dashes.',
  'heading-not-canonical': 'A heading is underlined like a main heading but is none of the eight.',
  'heading-repeated': 'A main heading stands there twice.',
  'heading-two-lines': 'A heading runs over two lines.',
  'heading-overlined': 'A heading stands between two rules.',
  'heading-indented': 'A heading is indented.',
  'heading-not-underlined': 'A heading stands alone in its line, without an underline.',
  'section-empty': 'A section is empty.',
  // Trailing words
  'query-words-missing': 'There is no line of query words.',
  'query-words-repeated': 'There are several lines of query words. Their words are joined.',
  'query-words-continued': 'The line of query words goes on in a further line.',
  'query-words-misspelled': 'The label of the query words is misspelled.',
  'query-words-indented': 'The line of query words is indented.',
  'query-words-label-doubled': 'The label of the query words stands there twice in one line.',
  'query-words-old-labels': 'Query words or categories stand under the labels of the older format.',
  // Markdown and CD forms
  'container-missing': 'A line of the page lacks the tab that marks the article’s text.',
  'escape-ambiguous': 'A code in angle brackets may be an escaped byte or literal text. It is kept as written.',
  'chapter-residue': 'The title of the next chapter of the CD stands at the end. It is no part of the article.',
} as const satisfies Record<string, string>

/** A code of the list. */
export type ProblemCode = keyof typeof PROBLEMS

/** Notes a problem. Readers get this function, so that a problem is recorded where it is seen. */
export type Report = (code: ProblemCode, line: number, found: string) => void

/** Length to which a quoted finding is cut, in UTF-16 code units. The rest is in the file. */
const MAX_FOUND = 120

/** Shortens a finding for publication. Returns the trimmed text, or its start and `…`. */
export function toFound(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > MAX_FOUND ? `${[...trimmed.slice(0, MAX_FOUND)].slice(0, -1).join('')}…` : trimmed
}

/**
 * Which form a text has, by its content, and where the articles of a text begin and end. File names say nothing here.
 *
 * A text is of a form when the form's own header is in it: `DOCUMENT:Qn` with `TITLE` or another field, `Article: Qn` over `Product(s):`, or `PSS ID
 * Number: Qn`. Anything else is no article: it is reported, not guessed.
 */

import { CD_PRODUCT } from './cd-form.js'
import type { Form } from './form-names.js'
import { findTxtStarts } from './txt-start.js'

/** One article's place in a text: from `start` up to `end`, in UTF-16 code units. */
export interface ArticlePlace {
  readonly form: Form
  readonly start: number
  readonly end: number
}

/** `<TAB>Article: Q214864` over `<TAB>Product(s): See article`. */
const MD_START = /(?:^|[\r\n])[ \t]{0,16}Article: *Q?\d{1,8}[ \t]*\r*\n?[ \t]{0,16}Product\(s\): *([^\r\n]{0,80})/
/** `PSS ID Number: Q126897`, its date in the same line or one of the next two. */
const PSS_START =
  /(?<![^\r\n])[ \t]{0,3}PSS ID Number: *Q?\d{4,7}\b[^\r\n]{0,200}?(?:[\r\n]{1,4}[^\r\n]{0,100}?){0,2}Article last modified on/gi

/** The form of a text, or `null` where it is no article. */
export function recogniseForm(text: string): Form | null {
  return splitArticles(text)[0]?.form ?? null
}

/**
 * The articles in a text, in their order. Several raw or CD-text articles may follow one another; a Markdown page is one article. What stands
 * before the first one belongs to it, and is reported there; a text without any article gives `[]`.
 */
export function splitArticles(text: string): ArticlePlace[] {
  const raw = findTxtStarts(text).map((start): Start => ({ form: 'txt', start }))
  const markdown = text.includes('Product(s):') ? MD_START.exec(text) : null
  if (markdown !== null && markdown.index < (raw[0]?.start ?? text.length))
    return [{ form: toMarkdownForm(markdown[1] ?? ''), start: 0, end: text.length }]
  const starts = raw.length > 0 ? raw : findPssStarts(text)
  return starts.map(({ form, start }, index) => ({
    form,
    start: index === 0 ? 0 : start,
    end: starts[index + 1]?.start ?? text.length,
  }))
}

function toMarkdownForm(product: string): Form {
  return product.trim() === CD_PRODUCT ? 'md-cd' : 'md'
}

type Start = Pick<ArticlePlace, 'form' | 'start'>

function findPssStarts(text: string): Start[] {
  return Array.from(text.matchAll(PSS_START), (match) => ({ form: 'pss', start: findTitle(text, match.index) }))
}

const MAX_TITLE_LINES = 4

/** Up from the number's line: over blank lines, then over the lines of the title. */
function findTitle(text: string, number: number): number {
  let start = number
  let titleLines = 0
  while (start > 0) {
    const lineStart = findLineStart(text, start)
    const line = text.slice(lineStart, start).trim()
    if (line === '' && titleLines > 0) break
    if (line !== '' && (titleLines === MAX_TITLE_LINES || NO_TITLE.test(line))) break
    if (line !== '') titleLines++
    start = lineStart
  }
  return titleLines === 0 ? number : start
}

/** What ends the article above: a rule or its copyright line. */
const NO_TITLE = /^(?:[-=*_]{10,}$|Copyright\b)/i

/** Where the line before `position` begins; `position` is the start of a line. */
function findLineStart(text: string, position: number): number {
  let index = position - 1
  if (index <= 0) return 0
  if (text[index] === '\n' && text[index - 1] === '\r') index--
  return Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1)) + 1
}

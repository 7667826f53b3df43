/**
 * Recognises the form of a text by its content, and finds where each of its articles begins and ends. Ignores file
 * names.
 *
 * A text has a form if it contains the header of that form. Any other text is no article and is reported as such.
 */
import { FORMS, type Form } from './form-names.js'
import { FORM_READERS } from './forms/forms.js'

/** The range of one article in a text, `start` to `end` (exclusive), in UTF-16 code units. */
export interface ArticlePlace {
  readonly form: Form
  readonly start: number
  readonly end: number
}

/** Returns the form of a text, or `null` if it is no article. */
export function recogniseForm(text: string): Form | null {
  return splitArticles(text)[0]?.form ?? null
}

/**
 * Returns the articles of a text, in source order, all in the form whose header comes first; `[]` if there are none.
 *
 * A text may hold several articles, but a page holds one. Text before the first header belongs to the first article,
 * whose parser reports it.
 */
export function splitArticles(text: string): ArticlePlace[] {
  const found = findForm(text)
  if (found === null) return []
  const { form, starts } = found
  if (FORM_READERS[form].isPage) return [{ form, start: 0, end: text.length }]
  return starts.map((start, index) => ({
    form,
    start: index === 0 ? 0 : start,
    end: starts[index + 1] ?? text.length,
  }))
}

/** Lists the header that each form's reader looks for. Shown for a text that is no article. */
export function listSoughtHeaders(): { readonly form: Form; readonly looksFor: string }[] {
  return ORDER.map((form) => ({ form, looksFor: FORM_READERS[form].looksFor }))
}

/** Forms in the order of the table of readers. */
const ORDER: readonly Form[] = Object.keys(FORM_READERS).filter(isForm)

function isForm(name: string): name is Form {
  return FORMS.some((form) => form === name)
}

interface Found {
  readonly form: Form
  readonly starts: readonly number[]
}

function findForm(text: string): Found | null {
  let found: Found | null = null
  for (const form of ORDER) {
    const starts = FORM_READERS[form].findStarts(text)
    const [first] = starts
    if (first === undefined) continue
    // no header of another form can come earlier than one with only white space before it
    if (!SHOWN.test(text.slice(0, Math.min(first, MAX_BLANK)))) return { form, starts }
    if (found === null || first < (found.starts[0] ?? 0)) found = { form, starts }
  }
  return found
}

const SHOWN = /\S/
/** Length before a header that is searched for visible characters, in UTF-16 code units. */
const MAX_BLANK = 1000

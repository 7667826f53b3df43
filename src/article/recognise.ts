/**
 * Which form a text has, by its content, and where the articles of a text begin and end. File names say nothing here.
 *
 * A text is of a form when the form's own header is in it. Anything else is no article: it is reported, not guessed.
 */
import { FORMS, type Form } from './form-names.js'
import { FORM_READERS } from './forms/forms.js'

/** One article's place in a text: from `start` up to `end`, in UTF-16 code units. */
export interface ArticlePlace {
  readonly form: Form
  readonly start: number
  readonly end: number
}

/** The form of a text, or `null` where it is no article. */
export function recogniseForm(text: string): Form | null {
  return splitArticles(text)[0]?.form ?? null
}

/**
 * The articles in a text, in their order: those of the form whose header comes first. Several may follow one another, but a page is one
 * article. What stands before the first one belongs to it, and is reported there; a text without any article gives `[]`.
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

/** What a reader of each form would have looked for, for a text that is no article. */
export function listSoughtHeaders(): { readonly form: Form; readonly looksFor: string }[] {
  return ORDER.map((form) => ({ form, looksFor: FORM_READERS[form].looksFor }))
}

/** In the order of the table of readers. */
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
    // nothing can come before a header that nothing stands before
    if (!SHOWN.test(text.slice(0, Math.min(first, MAX_BLANK)))) return { form, starts }
    if (found === null || first < (found.starts[0] ?? 0)) found = { form, starts }
  }
  return found
}

const SHOWN = /\S/
/** So much of what stands before a header tells whether it is blank. */
const MAX_BLANK = 1000

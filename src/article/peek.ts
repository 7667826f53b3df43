/**
 * The few things about an article that can be told without reading its text: which article it is, and how new.
 *
 * For the step that looks at every file of a dump before it plans; `parse.ts` reads the same headers with the same readers.
 */

import type { Form } from './form-names.js'
import { FORM_READERS } from './forms/forms.js'
import { parseDate } from './header/dates.js'
import { findTxtStarts } from './header-lines/raw-start.js'
import { MAX_NUMBER } from './identity.js'
import { splitLines } from './text/lines.js'

/** What a plan needs to know of an article. */
export interface PeekedHeader {
  readonly number: number
  readonly id: string
  readonly title: string
  /** ISO date, or `null` where it can't be read. */
  readonly modified: string | null
  readonly modifiedText: string
  readonly product: { readonly code: string | null; readonly name: string }
}

/** A header's length, generously: longer ones are not written by hand or machine. */
const MAX_HEADER = 16_384
/** Where the landmark's own line has ended. */
const LANDMARK_LINE = 400

/** Reads the header of a text of the given form; `null` where it gives no article number. */
export function peekHeader(whole: string, form: Form): PeekedHeader | null {
  // a header may stand below any length of other text
  const text = form === 'txt' ? whole.slice(findTxtStarts(whole)[0] ?? 0) : whole
  const reader = FORM_READERS[form]
  const landmark = reader.landmark === null ? -1 : text.indexOf(reader.landmark)
  const end = landmark < 0 ? MAX_HEADER : Math.min(MAX_HEADER, landmark + LANDMARK_LINE)
  const { header } = reader.readOpening(splitLines(text.slice(0, end)), () => {})
  if (header.number < 1 || header.number > MAX_NUMBER) return null
  return {
    number: header.number,
    id: `Q${header.number}`,
    title: header.title,
    modified: parseDate(header.modified),
    modifiedText: header.modified,
    product: header.product,
  }
}

/**
 * Reads only an article's header: which article it is, and how new.
 *
 * For the scan, which looks at every file of a dump before the build plans. Uses the same header readers as `parse.ts`.
 */

import type { Form } from './form-names.js'
import { FORM_READERS } from './forms/forms.js'
import { parseDate } from './header/dates.js'
import { findTxtStarts } from './header-lines/raw-start.js'
import { MAX_NUMBER } from './identity.js'
import { splitLines } from './text/lines.js'

/** Facts about an article that the plan of a build needs. */
export interface PeekedHeader {
  readonly number: number
  readonly id: string
  readonly title: string
  /** ISO date; `null`: unreadable. */
  readonly modified: string | null
  readonly modifiedText: string
  readonly product: { readonly code: string | null; readonly name: string }
}

/** Upper limit of a header's length, in UTF-16 code units. Real headers are much shorter. */
const MAX_HEADER = 16_384
/** Upper limit of the length of the line with the landmark. */
const LANDMARK_LINE = 400

/** Reads the header of a text in the given form. Returns `null` if it gives no article number. */
export function peekHeader(whole: string, form: Form): PeekedHeader | null {
  // any amount of other text may be above a header
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

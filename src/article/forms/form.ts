/**
 * What the project knows of one form: how a text is recognised as one, how its header is read, and how the rest of it is written.
 * A form is one file that exports a `FormReader`, and one line in the table of `forms.ts`.
 */
import type { Form } from '../form-names.js'
import type { Opening } from '../header/header.js'
import type { ProblemCode, Report } from '../problems.js'

/**
 * The frame around the text. `raw`: a product list between dashed rules, query words, a keyword block, a legal notice, any of them missing.
 * `none`: the text ends where the file ends. `web`: `previously published under`, `APPLIES TO` with bullets, `Keywords: ... KBn`.
 * `page`: the same in the tags of a page.
 */
export type Frame = 'raw' | 'none' | 'web' | 'page'

/** A form's reader. */
export interface FormReader {
  /** Lines that make a text one of this form, as a message says them: `` `PSS ID Number: Qn` over `Article last modified on` ``. */
  readonly looksFor: string
  /** Finds where articles of the form begin in a text, in order, as UTF-16 places; what it takes must be linear in the text. */
  readonly findStarts: (text: string) => readonly number[]
  /** Whether a file holds one article at most, and all of the file is its page. */
  readonly isPage: boolean
  /** Reads the header of one article's lines. */
  readonly readOpening: (lines: readonly string[], report: Report) => Opening
  /** Words at the end of a header or below it: a plan reads no further. `null`: the first 16 KB are read. */
  readonly landmark: string | null
  readonly frame: Frame
  /** The encoding that the form's bytes usually have; `declared`: a page says it. */
  readonly encoding: 'utf-8' | 'windows-1252' | 'declared'
  /** The form whose prose, headings and listings are written like this one's. */
  readonly bodyForm: Form
  /** Whether main headings stand alone in a line without an underline and without blank lines around. */
  readonly hasBareHeadings: boolean
  /** Column where prose was wrapped: block readers tell a full line from a broken one by it. */
  readonly wrapColumn: number
  /** Oddities of the raw form that are usual in this one, and no problem. */
  readonly usual: ReadonlySet<ProblemCode>
}

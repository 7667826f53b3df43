/**
 * The definition of one form: how a text is recognised, how its header is read, and how the rest of it is written.
 *
 * A form is a file that exports a `FormReader`, and a line in the table of `forms.ts`.
 */
import type { Form } from '../form-names.js'
import type { Opening } from '../header/header.js'
import type { ProblemCode, Report } from '../problems.js'

/**
 * The frame around the text.
 *
 * - `raw`: an applies-to list between dashed rules, query words, a keyword block, a legal notice; each may be missing.
 * - `none`: the text ends where the file ends.
 * - `web`: `previously published under`, `APPLIES TO` with bullets, `Keywords: ... KBn`.
 * - `page`: the same as `web`, in the tags of a page.
 */
export type Frame = 'raw' | 'none' | 'web' | 'page'

/** A form's reader. */
export interface FormReader {
  /**
   * Header lines by which the form is recognised, for messages:
   * `` `PSS ID Number: Qn` over `Article last modified on` ``.
   */
  readonly looksFor: string
  /** Finds the offsets at which articles begin, in order, in UTF-16 code units. Must take linear time. */
  readonly findStarts: (text: string) => readonly number[]
  /** True if a file holds at most one article, and the whole file is its page. */
  readonly isPage: boolean
  /** Reads the header of one article's lines. */
  readonly readOpening: (lines: readonly string[], report: Report) => Opening
  /**
   * Words at the end of a header or below it: the scan reads no further. `null`: it reads the first 16 K of the text.
   */
  readonly landmark: string | null
  readonly frame: Frame
  /** The usual encoding of the form's bytes. `declared`: a page names it. */
  readonly encoding: 'utf-8' | 'windows-1252' | 'declared'
  /** The form with the same kind of prose, headings and listings. */
  readonly bodyForm: Form
  /** True if main headings may be lines of their own, without an underline or blank lines around. */
  readonly hasBareHeadings: boolean
  /** Column at which prose was wrapped. Block readers use it to tell full lines from broken ones. */
  readonly wrapColumn: number
  /** Problems of the raw form that are usual in this one and not reported. */
  readonly usual: ReadonlySet<ProblemCode>
}

/**
 * The reader shared by the support pages as text and the later CD texts: a labelled header, bare main headings, and the
 * frame of the support pages. The forms differ in their labels and in the column at which prose was wrapped.
 */
import type { Form } from '../form-names.js'
import type { FormReader } from '../forms/form.js'
import type { ProblemCode } from '../problems.js'
import { findLabelledStarts, type LabelledForm, readLabelledOpening } from './labelled-header.js'

/** One of these forms. Fields as in `FormReader`. */
export interface WebForm extends Pick<FormReader, 'looksFor' | 'wrapColumn'> {
  readonly form: Form
  readonly labels: LabelledForm
}

/** Makes the reader of one of these forms. */
export function toWebReader({ form, looksFor, wrapColumn, labels }: WebForm): FormReader {
  return {
    looksFor,
    findStarts: (text) => findLabelledStarts(text, labels),
    isPage: false,
    readOpening: (lines, report) => readLabelledOpening(lines, labels, report),
    landmark: null,
    frame: 'web',
    encoding: 'windows-1252',
    bodyForm: form,
    hasBareHeadings: true,
    wrapColumn,
    usual: WEB_USUAL,
  }
}

/** Problems of the raw form that are usual on the support pages: no rules, no notice, and often no query words. */
export const WEB_USUAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'encoding-guessed',
  'keywords-differ',
  'versions-blank-separated',
  'versions-columns',
  'applies-to-rule-odd',
  'applies-to-unclosed',
  'applies-to-missing',
  'notice-before-applies-to',
  'query-words-old-labels',
  'query-words-missing',
  'keyword-block-missing',
  'legal-different',
  'legal-missing',
  'heading-not-underlined',
  'copyright-year-differs',
])

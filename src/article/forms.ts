/**
 * The forms in which articles have survived, and the reader of each one's header. What follows the header is the same in all.
 */

import { readCdOpening } from './cd-form.js'
import type { Form } from './form-names.js'
import { type Opening, readTxtOpening } from './header.js'
import { readMarkdownOpening } from './markdown-form.js'
import type { ProblemCode, Report } from './problems.js'
import { readPssOpening } from './pss.js'

const OPENING_READERS: Readonly<Record<Form, (lines: readonly string[], report: Report) => Opening>> = {
  txt: readTxtOpening,
  md: readMarkdownOpening,
  'md-cd': readCdOpening,
  pss: readPssOpening,
}

/** Where prose was wrapped, in columns: block readers tell a full line from a broken one by it. */
export const WRAP_COLUMNS: Readonly<Record<Form, number>> = { txt: 80, md: 80, 'md-cd': 70, pss: 75 }

/** What is odd in the raw form and usual in another; there it is no problem. */
export const USUAL: Readonly<Record<Form, ReadonlySet<ProblemCode>>> = {
  txt: new Set(),
  md: new Set(),
  'md-cd': new Set([
    'versions-blank-separated',
    'versions-columns',
    'query-words-missing',
    'legal-missing',
    'heading-none',
  ]),
  pss: new Set([
    'versions-blank-separated',
    'versions-columns',
    'applies-to-rule-odd',
    'query-words-old-labels',
    'keyword-block-missing',
    'legal-different',
  ]),
}

/** Reads the header of an article's lines. */
export function readOpening(form: Form, lines: readonly string[], report: Report): Opening {
  return OPENING_READERS[form](lines, report)
}

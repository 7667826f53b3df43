/**
 * The older text form of the support CDs, known from quotations in source code: a title, the number, then the article.
 *
 *     > | How to Tell One Example from Another
 *     > | PSS ID Number: Q130054
 *     > | Article last modified on 05-16-1995
 *     > |
 *     > | 3.10 1.20 | 3.50 1.20
 *     > | WINDOWS   | WINDOWS NT
 *     > |
 *     > | ---------------------------------------------------------------------
 *     > | The information in this article applies to:
 *
 * Number and date may share a line; `PSS database name: ...` may be between them. Sections are as in the raw form. The
 * article ends with `Additional reference words:`, `KBCategory:`, `KBSubcategory:`, a rule and the copyright line.
 */

import { findLabelledStarts, type LabelledForm, readLabelledOpening } from '../header-lines/labelled-header.js'
import type { FormReader } from './form.js'

const LABELS: LabelledForm = {
  anchor: /PSS ID Number: {0,8}Q\d{4,7}\b/gi,
  companion: /Article last modified/i,
  dates: ['article last modified'],
  hasTitleBelow: false,
}

export const PSS: FormReader = {
  looksFor: '`PSS ID Number: Qn` beside `Article last modified on`',
  findStarts: (text) => findLabelledStarts(text, LABELS),
  isPage: false,
  readOpening: (lines, report) => readLabelledOpening(lines, LABELS, report),
  landmark: null,
  frame: 'raw',
  encoding: 'windows-1252',
  bodyForm: 'pss',
  hasBareHeadings: false,
  wrapColumn: 75,
  usual: new Set([
    'versions-blank-separated',
    'versions-columns',
    'applies-to-rule-odd',
    'query-words-old-labels',
    'keyword-block-missing',
    'legal-different',
  ]),
}

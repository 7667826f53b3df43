/**
 * The CD texts since 2001: main headings without an underline, the number without its letter, keywords at the end.
 *
 *     > | PRB: Ledger Recount Never Ends
 *     > | PSS ID Number: 41910                      also `Article ID: 41910`
 *     > | Article Last Modified on 6/25/2002
 *     > |
 *     > | This article was previously published under Q41910
 *     > |
 *     > | SYMPTOMS
 *     > | A recount never ends.
 *     > |
 *     > | Keywords: kbprb KB41910
 */

import { findLabelledStarts, type LabelledForm, readLabelledOpening } from '../header-lines/labelled-header.js'
import { WEB_USUAL } from '../header-lines/web-usual.js'
import type { FormReader } from './form.js'

const LABELS: LabelledForm = {
  anchor: /(?:PSS ID Number|Article ID)[ \t]{0,8}:[ \t]{0,8}\d{4,7}\b/gi,
  companion: /Article last modified/i,
  dates: ['article last modified'],
  hasTitleBelow: false,
}

export const PSS_2002: FormReader = {
  looksFor: '`PSS ID Number: n` beside `Article Last Modified on`',
  findStarts: (text) => findLabelledStarts(text, LABELS),
  isPage: false,
  readOpening: (lines, report) => readLabelledOpening(lines, LABELS, report),
  landmark: null,
  frame: 'web',
  encoding: 'windows-1252',
  bodyForm: 'pss-2002',
  hasBareHeadings: true,
  wrapColumn: 75,
  usual: WEB_USUAL,
}

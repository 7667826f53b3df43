/**
 * The support pages of 2004 to 2009, as text: a number without its letter, products and keywords at the end.
 *
 *     > | Ledger Fails with Error 1068
 *     > | View products that this article applies to.
 *     > | Article ID : 41912
 *     > | Last Review : November 1, 2006
 *     > | Revision : 1.1
 *
 *     > | Article ID: 41912 - Last Review: October 28, 2003 - Revision: 3.0
 *     > | Ledger Fails with Error 1068                      the title below: the latest pages
 */

import { findLabelledStarts, type LabelledForm, readLabelledOpening } from '../header-lines/labelled-header.js'
import { WEB_USUAL } from '../header-lines/web-usual.js'
import type { FormReader } from './form.js'

const LABELS: LabelledForm = {
  anchor: /Article ID[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi,
  companion: /Last review\b|Revision\s{0,8}:|View products that|previously published under/i,
  dates: ['last review'],
  hasTitleBelow: true,
}

export const WEB_2004: FormReader = {
  looksFor: '`Article ID : n` beside `Last Review :` or `Revision :`',
  findStarts: (text) => findLabelledStarts(text, LABELS),
  isPage: false,
  readOpening: (lines, report) => readLabelledOpening(lines, LABELS, report),
  landmark: null,
  frame: 'web',
  encoding: 'windows-1252',
  bodyForm: 'web-2004',
  hasBareHeadings: true,
  wrapColumn: 4000,
  usual: WEB_USUAL,
}

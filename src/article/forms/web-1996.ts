/**
 * The support pages of 1996, as people quoted them.
 *
 *     > | Maximum Number of Pages a Ledger Supports
 *     > | Article ID: Q41909
 *     > | Creation Date: 22-JUN-1988
 *     > | Revision Date: 24-JAN-1995
 *     > | The information in this article applies to:
 *     > |
 *     > |  - Plover Ledger for MS-DOS, versions 5.01 and 5.03
 */

import { findLabelledStarts, type LabelledForm, readLabelledOpening } from '../header-lines/labelled-header.js'
import { WEB_USUAL } from '../header-lines/web-usual.js'
import type { FormReader } from './form.js'

const LABELS: LabelledForm = {
  anchor: /Article ID[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi,
  companion: /(?:Creation|Revision) date/i,
  dates: ['revision date', 'creation date'],
  hasTitleBelow: false,
}

export const WEB_1996: FormReader = {
  looksFor: '`Article ID: Qn` beside `Creation Date:` or `Revision Date:`',
  findStarts: (text) => findLabelledStarts(text, LABELS),
  isPage: false,
  readOpening: (lines, report) => readLabelledOpening(lines, LABELS, report),
  landmark: null,
  frame: 'web',
  encoding: 'windows-1252',
  bodyForm: 'web-1996',
  hasBareHeadings: true,
  wrapColumn: 77,
  usual: WEB_USUAL,
}

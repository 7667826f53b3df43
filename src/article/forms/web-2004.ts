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
import { toWebReader } from '../header-lines/web-reader.js'

export const WEB_2004 = toWebReader({
  form: 'web-2004',
  looksFor: '`Article ID : n` beside `Last Review :` or `Revision :`',
  wrapColumn: 4000,
  labels: {
    anchor: /Article ID[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi,
    companion: /Last review\b|Revision\s{0,8}:|View products that|previously published under/i,
    dates: ['last review'],
    hasTitleBelow: true,
  },
})

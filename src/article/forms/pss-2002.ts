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
import { toWebReader } from '../header-lines/web-reader.js'

export const PSS_2002 = toWebReader({
  form: 'pss-2002',
  looksFor: '`PSS ID Number: n` beside `Article Last Modified on`',
  wrapColumn: 75,
  labels: {
    anchor: /(?:PSS ID Number|Article ID)[ \t]{0,8}:[ \t]{0,8}\d{4,7}\b/gi,
    companion: /Article last modified/i,
    dates: ['article last modified'],
    hasTitleBelow: false,
  },
})

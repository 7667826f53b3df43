/**
 * The support pages of 1997 and 1998: versions, systems and keywords on lines of their own, main headings without an
 * underline.
 *
 *     > | PRB: Ledger Error P1073: "Page Limit Exceeded"
 *     > | Last reviewed: July 17, 1997
 *     > | Article ID: Q41908
 *     > | 3.00 3.10 MS-DOS
 *     > | kbtool kberrmsg kbprb
 *     > | The information in this article applies to:
 *
 * Copies made by the support staff have `Rollup:`, `Database:`, `Last modified:` and `Security:` instead.
 */
import { toWebReader } from '../header-lines/web-reader.js'

export const WEB_1997 = toWebReader({
  form: 'web-1997',
  looksFor: '`Article ID: Qn` beside `Last reviewed:`',
  wrapColumn: 77,
  labels: {
    anchor: /Article ID[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi,
    companion: /Last reviewed|Last modified|Rollup|Security/i,
    dates: ['last reviewed', 'last modified'],
    hasTitleBelow: false,
  },
})

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
import { toWebReader } from '../header-lines/web-reader.js'

export const WEB_1996 = toWebReader({
  form: 'web-1996',
  looksFor: '`Article ID: Qn` beside `Creation Date:` or `Revision Date:`',
  wrapColumn: 77,
  labels: {
    anchor: /Article ID[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi,
    companion: /(?:Creation|Revision) date/i,
    dates: ['revision date', 'creation date'],
    hasTitleBelow: false,
  },
})

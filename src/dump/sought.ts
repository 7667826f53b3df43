/**
 * What was looked for in a file that is no article: in each form another header.
 *
 *     Looked for: `DOCUMENT:Qn` beside `TITLE   :` or another field; `PSS ID Number: Qn` beside `Article last modified on`; ...
 */
import { listSoughtHeaders } from '../article/recognise.js'

/** One sentence for a message. */
export function describeSought(): string {
  const headers = listSoughtHeaders().map(({ looksFor }) => looksFor)
  return `Looked for a header of one of ${headers.length} forms: ${headers.join('; ')}.`
}

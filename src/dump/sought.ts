/**
 * Message for a file that is no article: the header that each form would need.
 *
 *     Looked for a header of one of 13 forms: `DOCUMENT:Qn` beside `TITLE   :` or another field; ...
 */
import { listSoughtHeaders } from '../article/recognise.js'

/** Returns one sentence for a message. */
export function describeSought(): string {
  const headers = listSoughtHeaders().map(({ looksFor }) => looksFor)
  return `Looked for a header of one of ${headers.length} forms: ${headers.join('; ')}.`
}

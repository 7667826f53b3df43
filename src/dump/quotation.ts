/**
 * Recognises articles quoted in a letter or a source comment, with a sign before every line.
 *
 *     > | > DOCUMENT:Q214864  11-JUN-2002  [winnt]
 *     > | // PSS ID Number: Q130054
 *
 * A quotation may leave out lines, so it is not read as an article. It is reported as a quotation.
 */
import { splitArticles } from '../article/recognise.js'

/** Matches the sign before a line: `> `, `//`, `'`, `*`, `#`, `;`, `REM `. */
const QUOTED = /^[ \t]{0,8}(?:>[> ]{0,16}|\/\/|'|\*|#|;|REM\b)[ \t]?/gim
/** Length of the text's beginning that is searched for a quotation, in UTF-16 code units. */
const MAX_LENGTH = 262_144

/** Returns true if the text would be an article without the signs before its lines. */
export function isQuotation(text: string): boolean {
  const bare = text.slice(0, MAX_LENGTH).replace(QUOTED, '')
  return bare.length < Math.min(text.length, MAX_LENGTH) && splitArticles(bare).length > 0
}

/**
 * Articles that somebody quoted in a letter or a comment: every line has a sign in front. They are no articles of a dump, since nobody knows
 * what of them is left out; a message says so.
 *
 *     > | > DOCUMENT:Q214864  11-JUN-2002  [winnt]
 *     > | // PSS ID Number: Q130054
 */
import { splitArticles } from '../article/recognise.js'

/** `> `, `//`, `'`, `*`, `#`, `;`, `REM `: in front of a line. */
const QUOTED = /^[ \t]{0,8}(?:>[> ]{0,16}|\/\/|'|\*|#|;|REM\b)[ \t]?/gim
/** A quotation is looked for in the beginning of a text only. */
const MAX_LENGTH = 262_144

/** Whether a text that is no article would be one without the signs in front of its lines. */
export function isQuotation(text: string): boolean {
  const bare = text.slice(0, MAX_LENGTH).replace(QUOTED, '')
  return bare.length < Math.min(text.length, MAX_LENGTH) && splitArticles(bare).length > 0
}

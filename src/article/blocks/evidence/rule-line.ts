/** Recognises rules: lines of one repeated sign. */

/** Matches a rule: `----------`. A shorter one is a dash of a text, or part of a drawing. */
const RULE = /^\s*([-=*_~#.])\1{4,}$/

/** Returns true if a line is only a rule. */
export function isRule(text: string): boolean {
  return endsWithOneOf(text, '-=*_~#.') && RULE.test(text)
}

/** Returns true for a rule of a sign that underlines titles. Rows of dots and number signs are text. */
export function isUnderlining(text: string): boolean {
  return isRule(text) && endsWithOneOf(text, '-=*_~')
}

/**
 * Returns true if a text ends with one of the signs. Checked before patterns of rules, since most lines end in a
 * letter.
 */
export function endsWithOneOf(text: string, signs: string): boolean {
  return text !== '' && signs.includes(text.charAt(text.length - 1))
}

/**
 * What a rule is: one sign, repeated over the whole line.
 */

/** `----------`; a shorter one is a dash of a text, or part of a drawing. */
const RULE = /^\s*([-=*_~#.])\1{4,}$/

/** Whether a line is nothing but a rule. */
export function isRule(text: string): boolean {
  return endsWithOneOf(text, '-=*_~#.') && RULE.test(text)
}

/** Whether a line is a rule of a sign that titles are underlined with: rows of dots and number signs are text. */
export function isUnderlining(text: string): boolean {
  return isRule(text) && endsWithOneOf(text, '-=*_~')
}

/** Whether the last character of a text is one of some signs: asked before a pattern of rules, since most lines end in a letter. */
export function endsWithOneOf(text: string, signs: string): boolean {
  return text !== '' && signs.includes(text.charAt(text.length - 1))
}

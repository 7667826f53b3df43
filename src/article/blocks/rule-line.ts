/**
 * What a rule is: one sign, repeated over the whole line.
 */

/** `----------`; a shorter one is a dash of a text, or part of a drawing. */
const RULE = /^\s*([-=*_~#.])\1{4,}$/

/** Whether a line is nothing but a rule. */
export function isRule(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  if ((last >= 48 && last <= 57) || (last >= 97 && last <= 122)) return false
  return RULE.test(text)
}

/**
 * The rules of the frame: lines of equal signs or dashes that separate its parts. 70 `=` around the body, 77 `=` before the legal
 * notice, 79 `-` around the product list; from 60 on they count, since older files have 67 to 75 (Q89921, Q157248).
 */

const MIN_RULE = 60

/** `======...`, 60 at least, nothing else. */
export function isEqualsRule(text: string): boolean {
  return isRuleOf(text, 61)
}

/** `------...`, 60 at least, nothing else. */
export function isDashRule(text: string): boolean {
  return isRuleOf(text, 45)
}

function isRuleOf(text: string, code: number): boolean {
  if (text.length < MIN_RULE || text.charCodeAt(0) !== code) return false
  for (let index = 1; index < text.length; index++) if (text.charCodeAt(index) !== code) return false
  return true
}

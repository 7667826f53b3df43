/**
 * Recognises the rules of the frame: lines of equal signs or dashes that separate its parts. 70 `=` around the body, 77
 * `=` before the legal notice, 79 `-` around the applies-to list.
 *
 * A rule has 60 signs or more, since older files use 67 to 75 (Q89921, Q157248).
 */

const MIN_RULE = 60

/** Returns true for 60 or more `=` and nothing else. */
export function isEqualsRule(text: string): boolean {
  return isRuleOf(text, 61)
}

/** Returns true for 60 or more `-` and nothing else. */
export function isDashRule(text: string): boolean {
  return isRuleOf(text, 45)
}

function isRuleOf(text: string, code: number): boolean {
  if (text.length < MIN_RULE || text.charCodeAt(0) !== code) return false
  for (let index = 1; index < text.length; index++) if (text.charCodeAt(index) !== code) return false
  return true
}

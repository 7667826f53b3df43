/**
 * Wrapped lines to one line: with a blank between them, but not where a word was broken at its hyphen.
 */

/** `terminate-and-stay-`; not `word --`, after which there was a blank. */
const HYPHEN_END = /[A-Za-z0-9]-$/

/** Joins lines; white space at their ends is dropped. */
export function joinLines(texts: readonly string[]): string {
  let joined = ''
  for (const text of texts) {
    const content = text.trim()
    if (content === '') continue
    if (joined === '') joined = content
    else joined += HYPHEN_END.test(joined) ? content : ` ${content}`
  }
  return joined
}

/**
 * Wrapped lines to one line: with a blank between them, but not where a word or an address was broken.
 */

/** `terminate-and-stay-`; not `word --`, after which there was a blank. */
const HYPHEN_END = /[A-Za-z0-9]-$/
/** The last word of a line is an address that may go on. */
const ADDRESS_END = /\w:\/\/[^\s"<>]*$/
/** An address is broken after one of these signs. */
const ADDRESS_BREAK = /[/?=&-]$/

/** Joins lines; white space at their ends is dropped. */
export function joinLines(texts: readonly string[]): string {
  let joined = ''
  let above = ''
  for (const text of texts) {
    const content = text.trim()
    if (content === '') continue
    if (joined === '') joined = content
    else joined += HYPHEN_END.test(above) || splitsAddress(above, content) ? content : ` ${content}`
    above = content
  }
  return joined
}

/** Whether a line break stands inside an address: before its `/`, or after a sign with a path following. */
export function splitsAddress(above: string, below: string): boolean {
  if (!above.includes('://') || !ADDRESS_END.test(above)) return false
  const next = below.trim().split(' ', 1)[0] ?? ''
  return (
    next.startsWith('/') ||
    (ADDRESS_BREAK.test(above) && (next.includes('/') || next === below.trim()) && !next.startsWith('('))
  )
}

/** Joins wrapped lines with a blank, or without one if a word or an address was broken. */

/** Matches a word with a hyphen: `terminate-and-stay-`. Not `word --`, which had a blank after it. */
const HYPHEN_END = /[A-Za-z0-9]-$/
/** Matches a last word that is an address and may continue. */
const ADDRESS_END = /\w:\/\/[^\s"<>]*$/
/** Matches the signs after which an address is broken. */
const ADDRESS_BREAK = /[/?=&-]$/

/** Joins lines and drops the white space at their ends. */
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

/** Returns true if a line break is inside an address: before its `/`, or after a sign with a path on the next line. */
export function splitsAddress(above: string, below: string): boolean {
  if (!above.includes('://') || !ADDRESS_END.test(above)) return false
  const next = below.trim().split(' ', 1)[0] ?? ''
  return (
    next.startsWith('/') ||
    (ADDRESS_BREAK.test(above) && (next.includes('/') || next === below.trim()) && !next.startsWith('('))
  )
}

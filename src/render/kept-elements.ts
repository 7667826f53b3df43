/**
 * Elements that many pages show the same, such as a keyword with its meaning: each is made and printed once, and then kept.
 *
 * 50,000 articles name 3,400 keywords 420,000 times.
 */
import type { Element, Root } from 'hast'
import { keepPrinted } from './print-html.js'

/** Of one kind, at a time; all are forgotten when there are more. */
const MOST_KEPT = 4_096
/** Characters of the texts that an element is made from: whatever a dump has for a keyword, what is kept stays small. */
const LONGEST_KEPT = 256

/** `make` with a memory: for the same texts the same element comes back. `make` may depend on nothing else, and nobody may change what it made. */
export function keepElements<Texts extends readonly string[]>(make: (...texts: Texts) => Element | Root) {
  const keptCache = new Map<string, Element | Root>()
  return (...texts: Texts): Element | Root => {
    const key = toKey(texts)
    const known = keptCache.get(key)
    if (known !== undefined) return known
    if (key.length > LONGEST_KEPT) return make(...texts)
    const made = keepPrinted(make(...texts))
    if (keptCache.size === MOST_KEPT) keptCache.clear()
    keptCache.set(key, made)
    return made
  }
}

/** `['a', 'bc']` -> `1 a2 bc`: different texts never have the same key. */
function toKey(texts: readonly string[]): string {
  let key = ''
  for (const text of texts) key += `${text.length} ${text}`
  return key
}

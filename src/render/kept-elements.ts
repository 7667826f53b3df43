/**
 * A cache of elements that many pages show, such as a keyword with its meaning: each is made and printed only once.
 * Articles name few different keywords, but each of them very often.
 */
import type { Element, Root } from 'hast'
import { keepPrinted } from './print-html.js'

/** Most elements in one cache; it is emptied when there are more. */
const MOST_KEPT = 4_096
/** Longest key of a cached element, in characters. A dump may have keywords of any length. */
const LONGEST_KEPT = 256

/**
 * Adds a cache to `make`: for the same texts, the same element is returned.
 *
 * The result of `make` must depend on the texts only, and nobody may change it.
 */
export function keepElements<Texts extends readonly string[]>(make: (...texts: Texts) => Element | Root) {
  const keptCache = new Map<string, Element | Root>()
  return (...texts: Texts): Element | Root => {
    const key = toKey(texts)
    const cached = keptCache.get(key)
    if (cached !== undefined) return cached
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

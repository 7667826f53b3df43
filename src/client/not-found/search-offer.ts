/**
 * The offer in place of a missing page: a search for the words of its address.
 */
import { element } from '../dom.js'

/** Parts of any address, which are not searched for. */
const NO_WORDS: ReadonlySet<string> = new Set(['', 'index', 'kb'])

/**
 * A link to the search for a path's words: `product/word97/Printing-problems.html` -> `product word97 Printing
 * problems`. `root`: the site's.
 */
export function toSearchOffer(root: string, path: string): HTMLElement {
  const words = path
    .replace(/\.[a-z]{3,4}$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !NO_WORDS.has(word))
    .join(' ')
  const href = `${root}search/index.html?q=${encodeURIComponent(words)}`
  const label = words === '' ? 'Search the archive' : `Search the archive for “${words}”`
  return element('p', {}, element('a', { href }, label))
}

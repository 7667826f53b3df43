/**
 * Loads the texts of articles for their passages, each from the article's own page: fetched from a host, requested from
 * a hidden frame on `file://`, unpacked in the compact edition. Nothing is loaded before a search has hits.
 */
import { articlePath } from '../../render/paths.js'
import { RecentlyUsed } from '../../search/reader/recently-used.js'
import { articleHref, isCompact } from '../edition.js'
import { askFrame } from './frame-text.js'
import { type PageSection, readSections } from './page-sections.js'

/** Reads the text of an article. Rejects if its page can't be loaded. */
export type ReadText = (number: number) => Promise<readonly PageSection[]>

/** Loads the HTML of a page of the compact edition; null if the archive has no such page. */
export type LoadPacked = (path: string) => Promise<string | null>

/** The number of texts that are kept for the next search, which often has the same hits. */
const MOST_KEPT = 200

/** `root`: path from the page to the site's root. */
export function createPageTexts(root: string, loadPacked: LoadPacked): ReadText {
  const kept = new RecentlyUsed<Promise<readonly PageSection[]>>(MOST_KEPT)
  const read = chooseWay(root, loadPacked)
  return (number) => {
    const key = String(number)
    const known = kept.get(key)
    if (known !== undefined) return known
    const text = read(number)
    kept.set(key, text)
    text.catch(() => kept.delete(key))
    return text
  }
}

function chooseWay(root: string, loadPacked: LoadPacked): ReadText {
  if (isCompact()) return async (number) => parsePage((await loadPacked(articlePath(number))) ?? '')
  if (location.protocol === 'file:') return (number) => askFrame(articleHref(root, number))
  return async (number) => {
    const response = await fetch(articleHref(root, number))
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    return parsePage(await response.text())
  }
}

/** Scripts and images of a parsed page are never loaded. */
function parsePage(html: string): readonly PageSection[] {
  return readSections(new DOMParser().parseFromString(html, 'text/html'))
}

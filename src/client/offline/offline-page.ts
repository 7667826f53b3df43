/** The page for what is not kept: lists what is, by title. */
import { element, fill } from '../dom.js'
import { listKeptPages, openKept } from './offline-cache.js'

/** Fills `place` with links to the pages that are kept, the last visited first. */
export async function showKeptPages(place: HTMLElement, scope: string): Promise<void> {
  const kept = await openKept(scope)
  const pages = [...(await listKeptPages(scope))].reverse()
  const links = await Promise.all(
    pages.map(async (address) => element('li', {}, element('a', { href: address }, await readTitle(kept, address)))),
  )
  place.hidden = links.length === 0
  fill(place, element('h2', {}, 'Kept for reading offline'), element('ul', {}, links))
}

/** The page's title; for a page that others are shown in, what it shows. */
async function readTitle(kept: Cache, address: string): Promise<string> {
  const shown = new URL(address).searchParams.get('p')
  if (shown !== null) return shown
  const html = (await (await kept.match(address))?.text()) ?? ''
  return new DOMParser().parseFromString(html, 'text/html').title || address
}

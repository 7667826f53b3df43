/** The offline page, shown in place of pages that are not kept. It lists the kept ones by title. */
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

/** The page's title; for the shell of the compact edition, the path of the page in it. */
async function readTitle(kept: Cache, address: string): Promise<string> {
  const shown = new URL(address).searchParams.get('p')
  if (shown !== null) return shown
  const html = (await (await kept.match(address))?.text()) ?? ''
  return new DOMParser().parseFromString(html, 'text/html').title || address
}

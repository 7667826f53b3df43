/**
 * Shows a page of the compact edition in the shell. Its content is inserted as a parsed document, whose scripts never
 * run. The page script then adds its own parts, as on every page.
 */
import { type PackedPage, toShellAddress } from '../../render/page-pack.js'
import { element, fill, find } from '../dom.js'
import { toSearchOffer } from '../not-found/search-offer.js'
import { CONTENT_EVENT } from '../page/content-event.js'
import { toCompactAddress } from './compact-address.js'

const LINKS = ['href', 'action'] as const

/** Points the links below `place` to pages of this edition. `base`: the address that they were written for. */
export function rewriteLinks(place: ParentNode, base: string, root: string): void {
  for (const name of LINKS)
    for (const link of place.querySelectorAll(`[${name}]`)) {
      const address = toCompactAddress(link.getAttribute(name) ?? '', base, root)
      if (address !== null) link.setAttribute(name, address)
    }
}

/** Replaces the content of the shell. `url`: the site's address, for permalinks. */
export function showPage(page: PackedPage, url: string | null, root: string): void {
  const parsed = new DOMParser().parseFromString(page.main, 'text/html')
  for (const script of parsed.querySelectorAll('script')) script.remove()
  rewriteLinks(parsed, root + page.path, root)
  const main = parsed.querySelector('main')
  if (main !== null) document.querySelector('main')?.replaceWith(document.adoptNode(main))
  document.title = page.title
  if (url !== null) document.head.append(element('link', { rel: 'canonical', href: url + page.path }))
  if (page.section !== null) markSection(toShellAddress(page.section))
  for (const script of page.scripts) document.head.append(element('script', { src: root + script }))
  document.dispatchEvent(new Event(CONTENT_EVENT))
}

/** Marks the entry of the navigation that the page belongs to. */
function markSection(address: string): void {
  for (const link of document.querySelectorAll('header.top nav a'))
    if (link.getAttribute('href')?.endsWith(address)) link.setAttribute('aria-current', 'true')
}

/** Says that the archive has no such page, and offers its neighbours. */
export function showMissing(path: string, neighbours: readonly PackedPage[], root: string): void {
  say(
    'This page is not here',
    element('p', {}, 'The archive has no page ', element('code', {}, path), '. Near it are:'),
    element(
      'ul',
      {},
      neighbours.map((page) => element('li', {}, element('a', { href: root + toShellAddress(page.path) }, page.title))),
    ),
    toSearchOffer(root, path),
  )
}

/** Says that a file can't be loaded, and what to do about it. */
export function showFault(message: string): void {
  say(
    'This page cannot be shown',
    element('p', { role: 'alert' }, `${message}.`),
    element('p', {}, 'Unpack or upload the archive again if this goes on.'),
  )
}

function say(heading: string, ...content: readonly HTMLElement[]): void {
  const main = find('main', HTMLElement)
  if (main !== null) fill(main, element('div', { class: 'prose' }, element('h1', {}, heading), content))
  document.title = heading
}

/**
 * The offline script of a site built with `--pwa`. On a host, it starts the service worker, shows at the page's foot
 * what is kept for reading offline, and clears it. It does nothing on `file://`, where everything is on the disk.
 */
import { element, fill } from './dom.js'
import { clearKept, keepPage, listKeptPages, openKept, toPageKey } from './offline/offline-cache.js'
import { showKeptPages } from './offline/offline-page.js'

const root = new URL(`${document.documentElement.dataset.root ?? ''}.`, location.href).href

/** Keeps the page and its files at the first visit, when they were loaded before the worker was there. */
async function keepThisVisit(): Promise<void> {
  const kept = await openKept(root)
  const key = toPageKey(location.href)
  if (document.querySelector('main.reading, main.list') !== null && (await kept.match(key)) === undefined) {
    const response = await fetch(key)
    if (response.ok) await keepPage(root, key, response)
  }
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  for (const file of new Set(files.filter((name) => name.startsWith(`${root}assets/`))))
    if ((await kept.match(file)) === undefined) await kept.add(file)
}

async function showState(place: HTMLElement): Promise<void> {
  const pages = await listKeptPages(root)
  const isHere = pages.includes(toPageKey(location.href))
  const count = pages.length === 1 ? '1 page' : `${pages.length} pages`
  const clear = element(
    'button',
    { type: 'button', click: () => void clearKept(root).then(() => showState(place)) },
    'Remove',
  )
  fill(
    place,
    navigator.onLine ? null : element('strong', {}, 'You are offline. '),
    isHere ? 'This page is available offline. ' : null,
    pages.length === 0 ? 'No visited page is kept for reading offline.' : `${count} kept for reading offline. `,
    pages.length === 0 ? null : clear,
  )
}

async function start(): Promise<void> {
  const container = navigator.serviceWorker
  if (!location.protocol.startsWith('http') || container === undefined || !window.isSecureContext) return
  const place = element('p', { class: 'offline-state', role: 'status' })
  document.querySelector('footer')?.append(place)
  const list = document.getElementById('offline-pages')
  if (list !== null) await showKeptPages(list, root)
  // Without a network, registering and keeping fail; the pages that were kept earlier are still there.
  await container.register(`${root}service-worker.js`, { scope: root }).catch(() => undefined)
  await container.ready
  await keepThisVisit().catch(() => undefined)
  await showState(place)
  for (const type of ['online', 'offline']) window.addEventListener(type, () => void showState(place))
}

// A host may forbid storage or the worker. The site works without them.
void start().catch(() => undefined)

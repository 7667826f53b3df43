/**
 * The service worker of a site built with `--pwa`: keeps what was visited for reading offline. `service-worker.js` at the site's root
 * loads this bundle and calls `kbServiceWorker({ buildId, shell })`; another build is another text, by which browsers notice it.
 *
 * Pages come from the network where there is one, so a new build is seen at once; what has its content's hash or stamp in its address
 * comes from the cache. Nothing is fetched that was not asked for, the few files of the shell apart.
 */
import {
  dropOtherBuilds,
  findInCaches,
  keepPage,
  openBuildCache,
  openKept,
  toPageKey,
  withoutRedirect,
} from './offline/offline-cache.js'
import type { FetchEvent, WorkerScope } from './offline/worker-scope.js'

declare const self: WorkerScope & { kbServiceWorker: (site: WorkerSite) => void }

/** `shell`: addresses relative to the root; pages without their file name, as hosts redirect from it. */
interface WorkerSite {
  readonly buildId: string
  readonly shell: readonly string[]
}

/** Where one is led whose page is not kept. */
const OFFLINE_PAGE = 'offline/'

/** `/kb/214/Q214864/index.html`, `/kb/214/Q214864/` */
const PAGE = /(?:\/|\.html)$/

self.kbServiceWorker = ({ buildId, shell }) => {
  const { scope } = self.registration
  const shellAddresses = new Set(shell.map((path) => new URL(path, scope).href))

  async function install(): Promise<void> {
    const cache = await openBuildCache(scope, 'shell', buildId)
    await Promise.all(
      [...shellAddresses].map(async (address) => {
        const response = await fetch(address, { cache: 'no-cache' })
        if (!response.ok) throw new Error(`${address}: ${response.status}`)
        await cache.put(address, await withoutRedirect(response))
      }),
    )
    await self.skipWaiting()
  }

  async function activate(): Promise<void> {
    await dropOtherBuilds(scope, buildId)
    await self.clients.claim()
  }

  /** A page: from the network, else as it was kept. */
  async function answerPage(event: FetchEvent): Promise<Response> {
    const key = toPageKey(event.request.url)
    try {
      const response = await fetch(event.request)
      if (response.ok && !shellAddresses.has(key)) event.waitUntil(keepPage(scope, key, response.clone()))
      return response
    } catch {
      const kept = (await findKept(key)) ?? (await findKept(key.split('?', 1)[0] ?? key))
      return kept ?? Response.redirect(`${new URL(OFFLINE_PAGE, scope).href}?page=${encodeURIComponent(key)}`)
    }
  }

  /**
   * The text of a page, which the search page reads for a passage: that is no visit, so it is not kept. Empty where there is neither a network
   * nor a kept page.
   */
  async function answerText({ request }: FetchEvent): Promise<Response> {
    try {
      return await fetch(request)
    } catch {
      return (await findKept(toPageKey(request.url))) ?? new Response(null, { status: 204 })
    }
  }

  /** A file whose address says its content: asked of the network once. */
  async function answerFixed(event: FetchEvent): Promise<Response> {
    const { url } = event.request
    const known = await findKept(url)
    return known ?? keepFile(event, await fetch(event.request))
  }

  /** A file that changes under its address: the index's manifest, the icon. */
  async function answerOther(event: FetchEvent): Promise<Response> {
    try {
      return keepFile(event, await fetch(event.request))
    } catch (error) {
      const kept = await findKept(event.request.url)
      if (kept === undefined) throw error
      return kept
    }
  }

  function keepFile(event: FetchEvent, response: Response): Response {
    if (response.status !== 200) return response
    const copy = response.clone()
    const isAsset = event.request.url.startsWith(`${scope}assets/`)
    const opening = isAsset ? openKept(scope) : openBuildCache(scope, 'files', buildId)
    event.waitUntil(opening.then((cache) => cache.put(event.request.url, copy)))
    return response
  }

  function findKept(address: string): Promise<Response | undefined> {
    return findInCaches(scope, buildId, address)
  }

  self.addEventListener('install', (event) => event.waitUntil(install()))
  self.addEventListener('activate', (event) => event.waitUntil(activate()))
  self.addEventListener('fetch', (event) => {
    const { method, url, mode, headers } = event.request
    // A part of a file is no file; what is outside of the archive is not ours.
    if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return
    if (mode === 'navigate') event.respondWith(answerPage(event))
    else if (PAGE.test(new URL(url).pathname)) event.respondWith(answerText(event))
    else if (url.startsWith(`${scope}assets/`) || new URL(url).searchParams.has('v'))
      event.respondWith(answerFixed(event))
    else event.respondWith(answerOther(event))
  })
}

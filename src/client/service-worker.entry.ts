/**
 * The service worker of a site built with `--pwa`: keeps visited pages for reading offline. `service-worker.js` at the
 * site's root loads this bundle and calls `kbServiceWorker({ buildId, shell })`. Another build changes that file, so
 * browsers notice it.
 *
 * Pages come from the network if there is one, so a new build is seen at once. Files with a hash or stamp in their
 * address come from the cache. Except for the few files of the shell, nothing is fetched that was not asked for.
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

/** `shell`: addresses relative to the root. Pages are without their file name, since hosts redirect from it. */
interface WorkerSite {
  readonly buildId: string
  readonly shell: readonly string[]
}

/** The page shown in place of one that is not kept. */
const OFFLINE_PAGE = 'offline/'

/** The path of a page: `/kb/214/Q214864/index.html`, `/kb/214/Q214864/`. */
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

  /** Answers with a page: from the network, else as it was kept. */
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
   * Answers with the text of a page, which the search page reads for a passage. That is no visit, so the page is not
   * kept. The answer is empty (204) if there is neither a network nor a kept page.
   */
  async function answerText({ request }: FetchEvent): Promise<Response> {
    try {
      return await fetch(request)
    } catch {
      return (await findKept(toPageKey(request.url))) ?? new Response(null, { status: 204 })
    }
  }

  /** Answers with a file whose address changes with its content. It is requested from the network only once. */
  async function answerFixed(event: FetchEvent): Promise<Response> {
    const { url } = event.request
    const known = await findKept(url)
    return known ?? keepFile(event, await fetch(event.request))
  }

  /** Answers with a file that changes under its address: the index's manifest, the icon. */
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
    // A part of a file must not be kept as the file. Addresses outside the archive are left to the browser.
    if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return
    if (mode === 'navigate') event.respondWith(answerPage(event))
    else if (PAGE.test(new URL(url).pathname)) event.respondWith(answerText(event))
    else if (url.startsWith(`${scope}assets/`) || new URL(url).searchParams.has('v'))
      event.respondWith(answerFixed(event))
    else event.respondWith(answerOther(event))
  })
}

/**
 * The caches that a browser keeps of a site for reading offline. The service worker fills them and answers from them.
 * The page fills them at its first visit, lists them and clears them. This file knows the Cache API, but not who asks.
 *
 *     kb-archive https://host/kb/ kept          visited pages, and their styles and scripts
 *     kb-archive https://host/kb/ files 4f2a    files of the index and packs of one build
 *     kb-archive https://host/kb/ shell 4f2a    pages cached from the start: home, search, the offline page
 */

/** The most visited pages that are kept. The oldest one makes room. */
const MAX_PAGES = 500
/** Caches that belong to one build, since their files refer to each other. */
type BuildCache = 'files' | 'shell'

/** The beginning of the cache names of the site at `scope`. Other sites of the host have other names. */
export function cachePrefix(scope: string): string {
  return `kb-archive ${scope} `
}

/** The cache of visited pages. */
export function openKept(scope: string): Promise<Cache> {
  return caches.open(`${cachePrefix(scope)}kept`)
}

/** A cache of one build. */
export function openBuildCache(scope: string, kind: BuildCache, buildId: string): Promise<Cache> {
  return caches.open(`${cachePrefix(scope)}${kind} ${buildId}`)
}

/** The cached response for an address, from this build's caches or from a visit. Creates no cache. */
export async function findInCaches(scope: string, buildId: string, address: string): Promise<Response | undefined> {
  for (const name of [`shell ${buildId}`, `files ${buildId}`, 'kept']) {
    const found = await caches.match(address, { cacheName: `${cachePrefix(scope)}${name}` })
    if (found !== undefined) return found
  }
  return undefined
}

/** Removes the caches of other builds. */
export async function dropOtherBuilds(scope: string, buildId: string): Promise<void> {
  const prefix = cachePrefix(scope)
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const old = names.filter((name) => name !== `${prefix}kept` && !name.endsWith(` ${buildId}`))
  await Promise.all(old.map((name) => caches.delete(name)))
  // A page of the compact edition is useless without its pack.
  if (old.length > 0) await removeWhere(scope, ({ search }) => search !== '')
}

/** Removes everything that was cached while reading. */
export async function clearKept(scope: string): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)))
  await Promise.all(names.filter((name) => !/ shell \S+$/.test(name)).map((name) => caches.delete(name)))
}

/**
 * The key of a page in the cache: its permalink. `.../Q214864/index.html?x#y` and `.../Q214864/` are one page. The
 * compact edition's shell, which some hosts call `page`, has a key for each page that it shows.
 */
export function toPageKey(address: string): string {
  const { origin, pathname: given, searchParams } = new URL(address)
  const pathname = given.replace(/\/page$/, '/page.html')
  const shown = pathname.endsWith('/page.html') ? searchParams.get('p') : null
  const query = shown === null ? '' : `?p=${encodeURIComponent(shown).replaceAll('%2F', '/')}`
  return origin + pathname.replace(/\/index\.html$/, '/') + query
}

/** True if a cached file is a page, not a style or script of one. */
export function isPageKey(address: string): boolean {
  const { pathname } = new URL(address)
  return pathname.endsWith('/') || pathname.endsWith('.html')
}

/** The addresses of the pages that are kept, the oldest first. */
export async function listKeptPages(scope: string): Promise<readonly string[]> {
  const kept = await (await openKept(scope)).keys()
  return kept.map(({ url }) => url).filter(isPageKey)
}

/** Keeps a page that was shown. */
export async function keepPage(scope: string, key: string, response: Response): Promise<void> {
  const kept = await openKept(scope)
  await kept.delete(key)
  await kept.put(key, await withoutRedirect(response))
  const pages = await listKeptPages(scope)
  await Promise.all(pages.slice(0, Math.max(0, pages.length - MAX_PAGES)).map((page) => kept.delete(page)))
}

/** The same response without its redirect, since a redirected response can't answer for a page. */
export async function withoutRedirect(response: Response): Promise<Response> {
  if (!response.redirected) return response
  const { headers, status, statusText } = response
  return new Response(await response.blob(), { headers, status, statusText })
}

async function removeWhere(scope: string, isUnwanted: (address: URL) => boolean): Promise<void> {
  const kept = await openKept(scope)
  const unwanted = (await kept.keys()).filter(({ url }) => isUnwanted(new URL(url)))
  await Promise.all(unwanted.map((request) => kept.delete(request)))
}

/**
 * What makes the compact edition work: the shell `page.html` shows the page that its address asks for, links of all pages lead
 * there, and the page for what is not there knows the permalinks of the full edition.
 *
 * Every link loads the shell anew, so that the address bar, Back, new tabs and bookmarks are the browser's own, on `file://` too;
 * only the place in a page is kept here, as its content comes after the browser has looked for it.
 */
import { SHELL_ID, toShellAddress } from '../render/page-pack.js'
import { readFullPath, readPagePath } from './compact/compact-address.js'
import { createPageLoader } from './compact/compact-pages.js'
import { rewriteLinks, showFault, showMissing, showPage } from './compact/compact-view.js'
import { markCompact } from './edition.js'
import { showPassage } from './passages/show-passage.js'

/** From the script's own address, `.../assets/compact.js`: the page of a wrong address does not know where it is. */
const root = new URL(
  '..',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href

const loadPage = createPageLoader(root)

markCompact()

async function showAsked(): Promise<void> {
  const path = readPagePath(location.search)
  if (path === '') return location.replace(`${root}index.html`)
  try {
    const { page, url, neighbours } = await loadPage(path)
    if (page === null) return showMissing(path, neighbours, root)
    showPage(page, url, root)
    restorePlace()
  } catch (error) {
    showFault(error instanceof Error ? error.message : String(error))
  }
}

/** Goes where the reader was, or to the part that the address names. */
function restorePlace(): void {
  const top = readKeptPlace()
  if (top === null) {
    if (showPassage()) return
    // The same fragment again: the browser now finds it, and `:target` with it.
    if (location.hash !== '') location.replace(location.hash)
    return
  }
  window.scrollTo(0, top)
}

function readKeptPlace(): number | null {
  const state: unknown = history.state
  const isKept = typeof state === 'object' && state !== null && 'top' in state
  return isKept && typeof state.top === 'number' ? state.top : null
}

/** The place in the page goes into its entry of the history. */
function keepPlace(): void {
  history.scrollRestoration = 'manual'
  window.addEventListener('pagehide', () => history.replaceState({ top: window.scrollY }, ''))
  // A page that comes back whole from the browser's memory is taken to its fragment.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setTimeout(restorePlace, 0)
  })
}

/** A permalink of the full edition, asked of a host: goes on to where this edition has the page. */
async function forwardPermalink(): Promise<void> {
  const path = readFullPath(location.pathname, root)
  if (path === null || path === '') return
  const { page } = await loadPage(path)
  if (page !== null) location.replace(root + toShellAddress(path) + location.hash)
}

function start(): void {
  rewriteLinks(document, location.href, root)
  // By its content: Cloudflare Pages and Netlify lead from `page.html` to `page`.
  if (document.getElementById(SHELL_ID) !== null) {
    keepPlace()
    void showAsked()
  } else if (document.getElementById('not-found') !== null) void forwardPermalink()
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()

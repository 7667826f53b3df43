/**
 * The script of the compact edition. The shell `page.html` shows the page that its address asks for, the links of all
 * pages lead there, and the page for addresses that do not exist understands the permalinks of the full edition.
 *
 * Every link loads the shell again, so the address bar, Back, new tabs and bookmarks are the browser's own, on
 * `file://` too. Only the scroll position is kept here, since the content comes after the browser has looked for it.
 */
import { SHELL_ID, toShellAddress } from '../render/page-pack.js'
import { readFullPath, readPagePath } from './compact/compact-address.js'
import { createPageLoader } from './compact/compact-pages.js'
import { rewriteLinks, showFault, showMissing, showPage } from './compact/compact-view.js'
import { markCompact } from './edition.js'
import { showPassage } from './passages/show-passage.js'

/**
 * The site's root, from the script's own address `.../assets/compact.js`: a page at a wrong address does not know it.
 */
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

/** Scrolls to where the reader was, or to the part that the address names. */
function restorePlace(): void {
  const top = readKeptPlace()
  if (top === null) {
    if (showPassage()) return
    // The browser looks for the same fragment again, and now finds it, `:target` included.
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

/** Keeps the scroll position in the page's history entry. */
function keepPlace(): void {
  history.scrollRestoration = 'manual'
  window.addEventListener('pagehide', () => history.replaceState({ top: window.scrollY }, ''))
  // The browser moves a page that comes back whole from its memory to the fragment: move it back.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setTimeout(restorePlace, 0)
  })
}

/** Goes from a permalink of the full edition, requested from a host, to the page in this edition. */
async function forwardPermalink(): Promise<void> {
  const path = readFullPath(location.pathname, root)
  if (path === null || path === '') return
  const { page } = await loadPage(path)
  if (page !== null) location.replace(root + toShellAddress(path) + location.hash)
}

function start(): void {
  rewriteLinks(document, location.href, root)
  // The shell is known by its content, since Cloudflare Pages and Netlify redirect `page.html` to `page`.
  if (document.getElementById(SHELL_ID) !== null) {
    keepPlace()
    void showAsked()
  } else if (document.getElementById('not-found') !== null) void forwardPermalink()
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()

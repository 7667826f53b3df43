/**
 * The script of every page. A page is complete without it.
 *
 * It is loaded in the head, before the stylesheet, so that the theme is set before anything is painted; the rest waits
 * for the document. It works on `file://`, under any path: `<html data-root="../../../">` says where the site's root
 * is.
 */
import { toPermalinkPath } from './address.js'
import { CONTENT_EVENT } from './page/content-event.js'
import { setUpContents } from './page/contents.js'
import { setUpCopyButtons } from './page/copy.js'
import { setUpOriginal } from './page/original.js'
import { setUpSearchBox } from './page/search-box.js'
import { applyTheme, recallTheme } from './page/theme-storage.js'
import { setUpThemeSwitch } from './page/theme-switch.js'
import { setUpWayToTop } from './page/to-top.js'
import { answerWithText, isTextFrame } from './passages/frame-text.js'
import { knowsTextFragments, showPassage } from './passages/show-passage.js'

/** Shows the permalink as the address on a host. On `file://` and in a reader of ZIM files, the file name is needed. */
function cleanAddress(): void {
  const path = toPermalinkPath(location.pathname)
  if (location.protocol.startsWith('http') && path !== location.pathname && !isInZimReader())
    history.replaceState(history.state, '', path + location.search + location.hash)
}

/** True in Kiwix. It shows a page in a frame, below `/content/`, at a host name of its own, or with a bar above it. */
function isInZimReader(): boolean {
  const isFramed = window.top !== window
  const hasBar = document.querySelector('[href^="/skin/"], [src^="/skin/"]') !== null
  return isFramed || hasBar || location.hostname === 'kiwix.app' || location.pathname.startsWith('/content/')
}

/** The canonical link if the site knows its address, else the page's own address. */
function readPermalink(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
  return canonical?.href ?? location.href.replace(/#.*/s, '')
}

function enhance(): void {
  const root = document.documentElement.dataset.root ?? ''
  cleanAddress()
  setUpThemeSwitch(root)
  setUpSearchBox()
  setUpWayToTop()
  enhanceContent()
  if (!knowsTextFragments()) showPassage()
}

function enhanceContent(): void {
  setUpCopyButtons(readPermalink())
  setUpOriginal()
  setUpContents()
}

function whenReady(action: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', action)
  else action()
}

if (isTextFrame()) whenReady(answerWithText)
else {
  applyTheme(recallTheme())
  // In the compact edition the content comes later than the page.
  document.addEventListener(CONTENT_EVENT, enhanceContent)
  whenReady(enhance)
}

/**
 * Corrects the links of the page for addresses that do not exist. That page does not know where the site is: its links
 * begin at the host's root, but the archive may be below a path. It asks for this script at several depths. The copy
 * that is found knows its own address (`.../assets/find-root.js`), and leads the page's links, styles and scripts
 * there.
 */
const ADDRESSES = ['href', 'src', 'action'] as const

/** The path of the site's root: `/archive/`. */
const root =
  document.currentScript instanceof HTMLScriptElement ? new URL('..', document.currentScript.src).pathname : '/'

/** Makes an address that begins at the host's root begin at the site's root. */
function lead(place: Element): void {
  for (const name of ADDRESSES) {
    const address = place.getAttribute(name)
    if (address?.startsWith('/')) place.setAttribute(name, root + address.slice(1))
  }
}

/** Replaces a script that could not be loaded, since it is not tried again. The new one waits for those before it. */
function loadAgain(script: HTMLScriptElement): void {
  const again = document.createElement('script')
  again.src = script.src
  again.async = false
  script.replaceWith(again)
}

if (root !== '/') {
  document.documentElement.dataset.root = root
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src^="/"]')]
  for (const place of document.querySelectorAll('[href^="/"], [src^="/"], [action^="/"]')) lead(place)
  // Scripts that did not wait for the document come first, as before.
  for (const script of scripts.filter(({ defer }) => !defer)) loadAgain(script)
  for (const script of scripts.filter(({ defer }) => defer)) loadAgain(script)
}

/**
 * For the page of an address that does not exist, where the archive does not know its own: its links begin at the host's root, and a
 * host may have the archive below a path. The page asks for this script at several depths; the one that is there knows where it
 * stands (`.../assets/find-root.js`), and leads the page's links, styles and scripts there.
 */
const ADDRESSES = ['href', 'src', 'action'] as const

/** The path of the site's root: `/archive/`. */
const root =
  document.currentScript instanceof HTMLScriptElement ? new URL('..', document.currentScript.src).pathname : '/'

/** Lets an address that begins at the host's root begin at the site's. */
function lead(place: Element): void {
  for (const name of ADDRESSES) {
    const address = place.getAttribute(name)
    if (address?.startsWith('/')) place.setAttribute(name, root + address.slice(1))
  }
}

/** A script that could not be loaded is not tried again: another takes its place, and waits for those before. */
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
  // Those that did not wait for the document come first again.
  for (const script of scripts.filter(({ defer }) => !defer)) loadAgain(script)
  for (const script of scripts.filter(({ defer }) => defer)) loadAgain(script)
}

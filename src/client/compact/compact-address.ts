/**
 * Addresses of the compact edition, where one page shows all others: `page.html?p=kb/214/Q214864/`.
 *
 * Pure: text in, text out.
 */
import { SHELL_FILE, toPagePath, toShellAddress, WHOLE_PAGES } from '../../render/page-pack.js'
import { articlePath } from '../../render/paths.js'
import { readArticleNumber } from '../address.js'

/**
 * The address of a link in this edition; null if it may stay as it is: it leads to another site, or into its own page.
 * `base`: address of the page that the link was written for; `root`: address of the site's root.
 */
export function toCompactAddress(link: string, base: string, root: string): string | null {
  if (link.startsWith('#') || !URL.canParse(link, base)) return null
  const target = new URL(link, base)
  if (!target.href.startsWith(root)) return null
  const file = decodePath(target.pathname.slice(new URL(root).pathname.length))
  if (file === null) return null
  const page = toPagePath(file)
  const isPacked = (file.endsWith('.html') || page.endsWith('/')) && file !== SHELL_FILE && !WHOLE_PAGES.has(file)
  return isPacked ? root + toShellAddress(page) + target.hash : target.href
}

/** The page that an address asks for: `?p=kb/214/Q214864/`, also `?p=/kb/214/Q214864/index.html` and `?p=Q214864`. */
export function readPagePath(search: string): string {
  const asked = (new URLSearchParams(search).get('p') ?? '').replace(/^\/+/, '')
  const number = asked.includes('/') ? null : readArticleNumber(`/${asked}`, '')
  if (number !== null) return articlePath(number)
  const path = toPagePath(asked)
  return path === '' || path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`
}

/**
 * The page that an address below `root` means in the full edition: `https://host/archive/kb/214/Q214864` ->
 * `kb/214/Q214864/`. Null if the address is not below `root`.
 */
export function readFullPath(pathname: string, root: string): string | null {
  const above = new URL(root).pathname
  if (!pathname.startsWith(above)) return null
  const path = decodePath(pathname.slice(above.length))
  return path === null ? null : readPagePath(`?p=${encodeURIComponent(path)}`)
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

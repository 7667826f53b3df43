/**
 * The paths of all pages of the site, made from article numbers and values of facets.
 *
 * Paths are relative to the root of the site and end with `/`: `kb/214/Q214864/`. The file of a page is `index.html`
 * there.
 */
import type { Facet } from './view.js'

/**
 * The bucket of an article number, which is the number without its last three digits: `10022` -> `010`, `214864` ->
 * `214`.
 */
export function bucketOf(number: number): string {
  return String(number).padStart(6, '0').slice(0, -3)
}

/** `214864` -> `kb/214/Q214864/`. */
export function articlePath(number: number): string {
  return `kb/${bucketOf(number)}/Q${number}/`
}

/** `214` -> `kb/214/`. */
export function bucketPath(bucket: string): string {
  return `kb/${bucket}/`
}

/** The page with the original texts of a hundred article numbers: `214864` -> `kb/214/originals-8/`. */
export function originalsPath(number: number): string {
  const hundred = Math.floor(number / ORIGINALS_RANGE) % 10
  return `kb/${bucketOf(number)}/originals-${hundred}/`
}

/** Numbers that a page of original texts covers; not all of them are articles. */
export const ORIGINALS_RANGE = 100

/**
 * The list of a value of a facet.
 *
 * `('keyword', 'kbNetwork')` -> `keyword/kbnetwork/`, `('version', 'ms-dos/6.2')` -> `product/ms-dos/6.2/`
 */
export function facetPath(facet: Facet, label: string): string {
  if (facet === 'version') {
    const end = label.indexOf('/')
    return `product/${toSlug(label.slice(0, end))}/${toSlug(label.slice(end + 1))}/`
  }
  return `${facet}/${toSlug(label)}/`
}

/**
 * A page of a list; pages count from 1. The first has the path of the list, `keyword/kbnetwork/`, the next ones add
 * their number: `keyword/kbnetwork/2/`. For products it is `product/windows-nt/page-2/`, because a version may be a
 * number.
 */
export function listPagePath(path: string, page: number): string {
  if (page === 1) return path
  return path.startsWith('product/') ? `${path}page-${page}/` : `${path}${page}/`
}

/**
 * Slugs that need no hash: `kbnetwork`, `windows_nt_4.0`, `ms-dos`, `os~2`. A dot at the end is not allowed on Windows.
 */
const PLAIN_SLUG = /^[a-z0-9][a-z0-9._~-]{0,58}[a-z0-9~_-]$|^[a-z0-9]$/
/** The file of a facet's index page, which is beside the folders of its values. */
const INDEX_FILE = 'index.html'
/** Names that Windows reserves for devices, with any extension: `con`, `nul.txt`, `com1`. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/
const UNSAFE_CHARACTERS = /[^a-z0-9]+/g
const LONGEST_STEM = 40

/**
 * The slug of a value: its name in URLs and on disk. It is stable, in lower case, safe on Windows, and different for
 * different values; values that differ only in case have the same slug.
 *
 * A space becomes `_`, a slash `~`. A value with other characters, one that is too long, and one that is a device's
 * name or the file of the index page, is shortened and gets a hash after `--`, which plain slugs never contain.
 *
 *     Err Msg -> err_msg      OS/2 -> os~2      C++ -> c--u2w3isp5iq      con -> con--2ojvvwh4rl
 */
export function toSlug(label: string): string {
  const folded = label.normalize('NFKC').toLowerCase()
  const ambiguous = folded.includes('_') || folded.includes('~') || folded.includes('--')
  const slug = folded.replaceAll(' ', '_').replaceAll('/', '~')
  const taken = slug === INDEX_FILE || DEVICE_NAME.test(slug)
  if (!ambiguous && !taken && PLAIN_SLUG.test(slug)) return slug
  const stem = folded.replace(UNSAFE_CHARACTERS, '-').slice(0, LONGEST_STEM).replace(/^-|-$/g, '')
  return `${stem || 'x'}--${hash53(folded)}`
}

/** cyrb53, a hash of 53 bits, in base 36. It is not secure, but a collision only merges the lists of two values. */
function hash53(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/**
 * The compact edition's packs: many pages in one file, without the frame that all pages share. Pure text, for the builder, for
 * `kb check` and for the browser; knows nothing of files or of deflate.
 *
 *     [["kb/214/Q214864/","Q214864: ...",...,1234],...]      a line of JSON: what each page is, and how long
 *     <main ...>...</main><main ...>...</main>...             the pages' contents, one after the other
 */

/** A page as it stands in a pack. */
export interface PackedPage {
  /** Site path: `kb/214/Q214864/`; a page that is no folder's has its file's name. */
  readonly path: string
  readonly title: string
  /** The entry of the navigation that is marked as the page's own, by its path: `product/`; `null`: none. */
  readonly section: string | null
  /** Scripts that the page has and others do not: `assets/chart.4f2a91c0.js`. */
  readonly scripts: readonly string[]
  /** The `main` element. */
  readonly main: string
}

/** A pack of pages or a bundle of shards: what it begins with, and the stamp of its content. Names are positions in the list. */
export type PackEntry = readonly [first: string, stamp: string]

/** What is where: the one file that every page of the compact edition loads. Lists are sorted by what packs begin with. */
export interface PackTable {
  /** The site's address, for permalinks; `null` where it is not known. */
  readonly url: string | null
  readonly pages: readonly PackEntry[]
  readonly shards: readonly PackEntry[]
}

/** The folder of packs, and the table's name in it. */
export const PACK_FOLDER = 'packs'
export const PACK_TABLE = 'table'

/** The page that shows the others: `page.html?p=kb/214/Q214864/`. */
export const SHELL_FILE = 'page.html'

/** Pages that stay files of their own: what one opens, what a host shows for what is missing, what has a query of its own. */
export const WHOLE_PAGES: ReadonlySet<string> = new Set([
  'index.html',
  '404.html',
  'search/index.html',
  'offline/index.html',
])

/** `pages`, 12 -> `pages-012`. */
export function packName(kind: 'pages' | 'shards', index: number): string {
  return `${kind}-${String(index).padStart(3, '0')}`
}

/** `kb/214/Q214864/index.html` -> `kb/214/Q214864/`. */
export function toPagePath(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}

/** `kb/214/Q214864/` -> `kb/214/Q214864/index.html`. */
export function toPageFile(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Where a page is shown, from the root: `kb/214/Q214864/` -> `page.html?p=kb/214/Q214864/`. */
export function toShellAddress(path: string): string {
  return `${SHELL_FILE}?p=${encodeURIComponent(path).replaceAll('%2F', '/')}`
}

/** The index of the pack that has `name` if any has: the last that does not begin after it; -1 where all do. */
export function findPack(packs: readonly PackEntry[], name: string): number {
  let low = 0
  let high = packs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((packs[middle]?.[0] ?? '') <= name) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A page's line in the head of its pack; the length is in UTF-16 units. */
type HeadEntry = readonly [
  path: string,
  title: string,
  section: string | null,
  scripts: readonly string[],
  length: number,
]

/** The text of a pack. */
export function joinPages(pages: readonly PackedPage[]): string {
  const head = pages.map(
    ({ path, title, section, scripts, main }): HeadEntry => [path, title, section, scripts, main.length],
  )
  return `${JSON.stringify(head)}\n${pages.map(({ main }) => main).join('')}`
}

/** The pages of a pack's text. */
export function splitPages(text: string): readonly PackedPage[] {
  const end = text.indexOf('\n')
  const head = JSON.parse(text.slice(0, end)) as readonly HeadEntry[]
  let at = end + 1
  return head.map(([path, title, section, scripts, length]) => {
    const main = text.slice(at, at + length)
    at += length
    return { path, title, section, scripts, main }
  })
}

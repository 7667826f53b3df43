/**
 * The compact edition's packs: many pages in one file, without the frame that all pages share. Pure text, for the builder, for
 * `kb check` and for the browser; knows nothing of files or of deflate.
 *
 *     {"lengths":[812,5204,4310,...],"pages":[[0,2,4],[1],[3],...]}
 *     ["kb/214/originals-8/","Original texts ...",...]
 *     <main ...>...["kb/214/Q214801/","Q214801: ...",...]
 *     <main ...>...</main><section id=Q214801>...</section>...
 *
 * A line of JSON says how long each piece is, and of which pieces each page is; then come the pieces, one after the other. A page
 * begins with a line of what it is. The page of original texts is in as many pieces as it has texts, and each stands behind its
 * article, whose words it repeats: so it takes half the bytes.
 */
import { articlePath, originalsPath } from './paths.js'

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

/** A pack of pages or a bundle of shards: the key it begins with, and the stamp of its content. Names are positions in the list. */
export type PackEntry = readonly [first: string, stamp: string]

/** What is where: the one file that every page of the compact edition loads. Lists are sorted by the keys that packs begin with. */
export interface PackTable {
  /** The site's address, for permalinks; `null` where it is not known. */
  readonly url: string | null
  readonly pages: readonly PackEntry[]
  readonly shards: readonly PackEntry[]
}

/** The folder of packs, each kind in its own, and the table's name in it. */
export const PACK_FOLDER = 'packs'
export const PACK_TABLE = 'table'

/** The page that shows the others: `page.html?p=kb/214/Q214864/`; and the `id` by which it is known, whatever a host calls it. */
export const SHELL_FILE = 'page.html'
export const SHELL_ID = 'packed-page'

/** Pages that stay files of their own: what one opens, what a host shows for what is missing, what has a query of its own. */
export const WHOLE_PAGES: ReadonlySet<string> = new Set([
  'index.html',
  '404.html',
  'search/index.html',
  'offline/index.html',
])

/** The kinds of packs. */
export const PACK_KINDS = ['pages', 'shards'] as const
export type PackKind = (typeof PACK_KINDS)[number]

/** `pages`, 12 -> `pages/012`. */
export function packName(kind: PackKind, index: number): string {
  return `${kind}/${String(index).padStart(3, '0')}`
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

/** `kb/214/Q214864/` */
const ARTICLE = /^kb\/\d+\/Q(\d{1,9})\/$/
/** `kb/214/originals-8/` */
const ORIGINALS = /^kb\/\d+\/originals-\d\/$/

/** By what pages are in order: an article follows the page of its original text. `kb/214/Q214864/` -> `kb/214/originals-8/Q214864/`. */
export function toPackKey(path: string): string {
  const number = ARTICLE.exec(path)?.[1]
  return number === undefined ? path : `${originalsPath(Number(number))}Q${number}/`
}

/** What must be in one pack, as it shares pieces: the pages of a hundred numbers. Other pages stand alone. */
export function toPackGroup(path: string): string {
  const number = ARTICLE.exec(path)?.[1]
  return number === undefined ? path : originalsPath(Number(number))
}

/** The index of the pack that has `key` if any has: the last that does not begin after it; -1 where all do. */
export function findPack(packs: readonly PackEntry[], key: string): number {
  let low = 0
  let high = packs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((packs[middle]?.[0] ?? '') <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a pack begins with: the length of each piece, in UTF-16 units, and of which pieces each page is, by their number. */
interface Head {
  readonly lengths: readonly number[]
  readonly pages: readonly (readonly number[])[]
}

/** A page's first line, before its content. */
type PageLine = readonly [path: string, title: string, section: string | null, scripts: readonly string[]]

/** The text of a pack. */
export function joinPages(pages: readonly PackedPage[]): string {
  const { texts, piecesOf } = layOut(pages)
  const head: Head = { lengths: texts.map((text) => text.length), pages: piecesOf }
  return `${JSON.stringify(head)}\n${texts.join('')}`
}

/** The pages of a pack's text. */
export function splitPages(text: string): readonly PackedPage[] {
  const end = text.indexOf('\n')
  const { lengths, pages } = JSON.parse(text.slice(0, end)) as Head
  let at = end + 1
  const texts = lengths.map((length) => {
    const from = at
    at += length
    return text.slice(from, at)
  })
  return pages.map((pieces) => parsePage(pieces.map((piece) => texts[piece] ?? '').join('')))
}

function formatPage({ path, title, section, scripts, main }: PackedPage): string {
  const line: PageLine = [path, title, section, scripts]
  return `${JSON.stringify(line)}\n${main}`
}

function parsePage(text: string): PackedPage {
  const end = text.indexOf('\n')
  const [path, title, section, scripts] = JSON.parse(text.slice(0, end)) as PageLine
  return { path, title, section, scripts, main: text.slice(end + 1) }
}

/** The pieces in the order in which they stand, and which of them make each page. */
interface Layout {
  readonly texts: readonly string[]
  readonly piecesOf: readonly (readonly number[])[]
}

/** Puts a page's pieces where the page is, or behind the pages that they stand beside. */
function layOut(pages: readonly PackedPage[]): Layout {
  const places = new Map(pages.map(({ path }, place) => [path, place]))
  const pieces = pages.flatMap((page, place) =>
    cutPage(page).map(({ beside, text }, index) => {
      const other = places.get(beside)
      return { page: place, index, text, place: other === undefined || other === place ? place : other + 0.5 }
    }),
  )
  pieces.sort((a, b) => a.place - b.place)
  const piecesOf = pages.map((): number[] => [])
  pieces.forEach(({ page, index }, number) => {
    const own = piecesOf[page]
    if (own !== undefined) own[index] = number
  })
  return { texts: pieces.map(({ text }) => text), piecesOf }
}

/** A part of a page, and the path of the page whose words it repeats. */
interface Piece {
  readonly beside: string
  readonly text: string
}

/** The beginning of an original text: `<section id=Q214864>` */
const ORIGINAL = /(?=<section id="?Q\d{1,9}\b)/
const ORIGINAL_NUMBER = /^<section id="?Q(\d{1,9})\b/

/** The page of original texts in as many pieces as it has texts, one more before them; any other page is one piece. */
function cutPage(page: PackedPage): readonly Piece[] {
  const { path } = page
  const whole = formatPage(page)
  if (!ORIGINALS.test(path)) return [{ beside: path, text: whole }]
  return whole.split(ORIGINAL).map((text) => {
    const number = ORIGINAL_NUMBER.exec(text)?.[1]
    return { beside: number === undefined ? path : articlePath(Number(number)), text }
  })
}

/**
 * The packs of the compact edition: many pages in one text, without the parts that all pages share. Used by `kb pack`,
 * by `kb check` and in the browser; files and compression are handled elsewhere.
 *
 *     pack   head LF piece*
 *     head   {"lengths":[812,5204,4310,...],"pages":[[0,2,4],[1],[3],...]}
 *     page   line LF main                              its pieces, joined
 *     line   ["kb/214/Q214801/","Q214801: ...",null,[]]     path, title, section, scripts; see `PackedPage`
 *
 * `lengths` has the length of each piece, in UTF-16 units; `pages` has the indices of each page's pieces. A page of
 * original texts has a piece per text, all other pages have one piece. The piece of an original text comes right after
 * its article: it repeats the article's words, so this compresses best.
 */
import { articlePath, originalsPath } from './paths.js'

/** A page in a pack. */
export interface PackedPage {
  /** The path in the site: `kb/214/Q214864/`, or the name of a file that is not an `index.html`. */
  readonly path: string
  readonly title: string
  /** The path of the navigation entry that is marked as current: `product/`; `null`: none. */
  readonly section: string | null
  /** Scripts that this page loads besides those of the shell: `assets/chart.4f2a91c0.js`. */
  readonly scripts: readonly string[]
  /** The `main` element. */
  readonly main: string
}

/**
 * A pack of pages or a bundle of shards: its first key, and the stamp of its content. Its name is its index in the
 * list.
 */
export type PackEntry = readonly [first: string, stamp: string]

/** The table of packs, which every page of the compact edition loads. Lists are sorted by first key. */
export interface PackTable {
  /** The URL of the site, for permalinks; `null` if not known. */
  readonly url: string | null
  readonly pages: readonly PackEntry[]
  readonly shards: readonly PackEntry[]
}

/** The folder of packs, with a folder for each kind, and the name of the table in it. */
export const PACK_FOLDER = 'packs'
export const PACK_TABLE = 'table'

/**
 * The shell, which shows packed pages: `page.html?p=kb/214/Q214864/`; and the `id` by which scripts recognise it,
 * because a host may change the name in its address.
 */
export const SHELL_FILE = 'page.html'
export const SHELL_ID = 'packed-page'

/** Pages that stay files: the home page, the page for missing files, and pages that hosts or scripts open directly. */
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

/** The address of a packed page, relative to the root: `kb/214/Q214864/` -> `page.html?p=kb/214/Q214864/`. */
export function toShellAddress(path: string): string {
  return `${SHELL_FILE}?p=${encodeURIComponent(path).replaceAll('%2F', '/')}`
}

/** `kb/214/Q214864/` */
const ARTICLE = /^kb\/\d+\/Q(\d{1,9})\/$/
/** `kb/214/originals-8/` */
const ORIGINALS = /^kb\/\d+\/originals-\d\/$/

/**
 * The key by which pages are sorted: an article comes after the page with its original text.
 *
 * `kb/214/Q214864/` -> `kb/214/originals-8/Q214864/`
 */
export function toPackKey(path: string): string {
  const number = ARTICLE.exec(path)?.[1]
  return number === undefined ? path : `${originalsPath(Number(number))}Q${number}/`
}

/**
 * The group of a page: all pages of a group are in the same pack. The articles of a hundred numbers and the page of
 * their original texts are a group; any other page is one by itself.
 */
export function toPackGroup(path: string): string {
  const number = ARTICLE.exec(path)?.[1]
  return number === undefined ? path : originalsPath(Number(number))
}

/** The index of the only pack that can contain `key`: the last whose first key is not greater. -1 if there is none. */
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

/** The head of a pack; see the grammar above. */
interface Head {
  readonly lengths: readonly number[]
  readonly pages: readonly (readonly number[])[]
}

/** The first line of a page. */
type PageLine = readonly [path: string, title: string, section: string | null, scripts: readonly string[]]

/** Makes the text of a pack. */
export function joinPages(pages: readonly PackedPage[]): string {
  const { texts, piecesOf } = layOut(pages)
  const head: Head = { lengths: texts.map((text) => text.length), pages: piecesOf }
  return `${JSON.stringify(head)}\n${texts.join('')}`
}

/** Reads the pages from the text of a pack. */
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

/** The pieces in order, and for each page the indices of its pieces. */
interface Layout {
  readonly texts: readonly string[]
  readonly piecesOf: readonly (readonly number[])[]
}

/** Puts the pieces of each page at the place of the page, or right after the page that they belong `beside`. */
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

/** A piece of a page. `beside`: the path of the page after which it should be. */
interface Piece {
  readonly beside: string
  readonly text: string
}

/** The beginning of an original text: `<section id=Q214864>`. */
const ORIGINAL = /(?=<section id="?Q\d{1,9}\b)/
const ORIGINAL_NUMBER = /^<section id="?Q(\d{1,9})\b/

/** Cuts a page of original texts into a piece per text and one before them; any other page is one piece. */
function cutPage(page: PackedPage): readonly Piece[] {
  const { path } = page
  const whole = formatPage(page)
  if (!ORIGINALS.test(path)) return [{ beside: path, text: whole }]
  return whole.split(ORIGINAL).map((text) => {
    const number = ORIGINAL_NUMBER.exec(text)?.[1]
    return { beside: number === undefined ? path : articlePath(Number(number)), text }
  })
}

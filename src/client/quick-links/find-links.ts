/**
 * Chooses the pages to offer below a search box for what is typed: an article that is named by its number, error codes,
 * products, titles. Pure.
 */

import { articlePath } from '../../render/paths.js'
import { type ErrorRow, errorPath, type ProductRow, productPath, type QuickLinkFile } from '../../render/quick-links.js'
import type { Piece } from '../../search/passage/mark-pieces.js'
import type { Recognised } from '../../search/types.js'
import type { ResultPage, ShownHit } from '../engine/engine-messages.js'
import { toCountText } from '../search/wording.js'

/** A page to offer. `path`: in the site, such as `error/0x80004005/`. */
export interface QuickLink {
  readonly path: string
  readonly title: readonly Piece[]
  /** What it is: `error code, 312 articles`, `Q214864`. */
  readonly note: string
}

export interface Typed {
  readonly text: string
  readonly lists: Pick<QuickLinkFile, 'errors' | 'products'>
  /** The engine's answer to the text, or to the one before it; null while there is none. */
  readonly page: ResultPage | null
}

/** The most links. A longer list is read slower than the page of hits. */
export const MOST_LINKS = 5
const MOST_ERRORS = 3
const MOST_PRODUCTS = 2
/** One letter means too many things. */
const FEWEST_CHARACTERS = 2

/** True if a text is long enough for links. */
export function isLongEnough(text: string): boolean {
  return text.trim().length >= FEWEST_CHARACTERS
}

/** At most five links, the surest first. */
export function findLinks({ text, lists, page }: Typed): readonly QuickLink[] {
  if (!isLongEnough(text)) return []
  const links = [
    ...toNamedArticle(page),
    ...findErrors(lists.errors, text, page?.result.recognised ?? []).map(toErrorLink),
    ...findProducts(lists.products, text).map(toProductLink),
    ...(page?.hits ?? []).filter(({ missing }) => missing.length === 0).flatMap(toTitleLink),
  ]
  return links.filter(({ path }, at) => links.findIndex((link) => link.path === path) === at).slice(0, MOST_LINKS)
}

/** The article that the text names, which Enter opens, too. */
function toNamedArticle(page: ResultPage | null): readonly QuickLink[] {
  const jump = page?.result.jump ?? null
  if (jump === null || !jump.exists || jump.title === null) return []
  return [{ path: articlePath(Number(jump.id.slice(1))), title: plain(jump.title), note: jump.id }]
}

/**
 * The codes that the text is the beginning of, whole or from a word on; then those that the engine recognised in it.
 * Codes that are exactly so come first, then those that most articles quote.
 */
export function findErrors(
  rows: readonly ErrorRow[],
  text: string,
  recognised: readonly Recognised[],
): readonly ErrorRow[] {
  const typed = toCodeText(text)
  const named = recognised.filter(({ kind }) => CODES.has(kind)).map((part) => toNamedCode(part.text))
  const found = rows.flatMap((row) => {
    const code = row[0].toLowerCase()
    const isExact = [typed, ...named].some((wanted) => endsWithWord(code, wanted))
    const isBegun = DIGIT.test(typed) && ` ${code}`.includes(` ${typed}`)
    return isExact || isBegun ? [{ row, isExact }] : []
  })
  found.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.row[1] - a.row[1])
  return found.slice(0, MOST_ERRORS).map(({ row }) => row)
}

/** A code that was recognised in a text. A number alone is an error's there, not an event's: `1722` -> `error 1722` */
function toNamedCode(text: string): string {
  return toCodeText(DECIMAL.test(text) ? `error ${text}` : text)
}

const DECIMAL = /^-?\d{1,7}$/

const CODES: ReadonlySet<Recognised['kind']> = new Set(['error-code', 'stop-code', 'event-id'])
/** Every code has a digit; words such as `error` are the beginning of too many. */
const DIGIT = /\d/

/** True for the number or name of a code, with its words or without: `1309` in `event id 1309, msexchangeds`. */
function endsWithWord(code: string, wanted: string): boolean {
  const [name = ''] = code.split(',', 1)
  return DIGIT.test(wanted) && (name === wanted || name.endsWith(` ${wanted}`) || code === wanted)
}

/** `Event ID: 1309` -> `event id 1309`, `STOP: 0xA` -> `stop 0x0000000a`, `80004005`, `&H80004005` -> `0x80004005` */
export function toCodeText(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s:=#'"]+/g, ' ')
    .replace(/\brun-? ?time\b/, 'run-time')
    .replace(/\bevent (?:id |code )?(?=\d)/, 'event id ')
    .replace(/\berror (?:code |number )?(?=-?\d)/, 'error ')
    .replace(/^&h|^(?=[89a-f][\da-f]{7}$)/, '0x')
    .replace(/^(stop (?:error |code )?)0x([\da-f]{1,7})$/, (_, word: string, digits: string) => word + toHex(digits))
    .replace(/^stop (?:error|code) /, 'stop ')
    .trim()
}

function toHex(digits: string): string {
  return `0x${digits.padStart(8, '0')}`
}

/**
 * The products whose names have words that begin as those of the text, in the same order: `exchange 5` for
 * `Exchange Server 5.5`. Those that begin with the text's first word come first, then those with most articles.
 */
export function findProducts(rows: readonly ProductRow[], text: string): readonly ProductRow[] {
  const typed = text.trim().toLowerCase().replace(MAKER, '')
  if (!isLongEnough(typed)) return []
  const words = typed.split(/\s+/)
  const found = rows.flatMap((row) => {
    const first = findWords(row[0].toLowerCase().split(' '), words)
    return first === -1 ? [] : [{ row, isBeginning: first === 0 }]
  })
  found.sort((a, b) => Number(b.isBeginning) - Number(a.isBeginning) || b.row[2] - a.row[2])
  return found.slice(0, MOST_PRODUCTS).map(({ row }) => row)
}

/** The index of the word of a name that the first typed word begins; -1 if the name lacks a typed word. */
function findWords(name: readonly string[], typed: readonly string[]): number {
  let from = 0
  let first = -1
  for (const word of typed) {
    const at = name.findIndex((own, index) => index >= from && own.startsWith(word))
    if (at === -1) return -1
    if (first === -1) first = at
    from = at + 1
  }
  return first
}

/** The lists of products leave it out. */
const MAKER = /^(?:microsoft|ms)\s{1,9}/

function toErrorLink(row: ErrorRow): QuickLink {
  const meaning = typeof row[2] === 'string' ? `: ${row[2]}` : ''
  return { path: errorPath(row), title: plain(row[0] + meaning), note: `error code, ${toCountText(row[1])}` }
}

function toProductLink(row: ProductRow): QuickLink {
  return { path: productPath(row), title: plain(row[0]), note: `product, ${toCountText(row[2])}` }
}

/** The title of a hit, with its tag as on the page; nothing if its card can't be loaded. */
function toTitleLink({ number, id, card, type, title }: ShownHit): readonly QuickLink[] {
  if (card === null) return []
  const tag = type === null ? [] : plain(`${type}: `)
  return [{ path: articlePath(number), title: [...tag, ...title], note: id }]
}

function plain(text: string): readonly Piece[] {
  return [{ text, marked: false }]
}

/**
 * The Markdown form: a page with front matter and the article behind one tab, made mechanically from the raw form.
 *
 *     > | ---
 *     > | title: "Q214864: Example Fails"
 *     > | ---
 *     > | ## Q214864: Example Fails
 *     > | {% raw %}                          not in every page
 *     > | <TAB>Article: Q214864
 *     > | <TAB>Last Modified: 11-JUN-2002
 *     > | <TAB>
 *     > | <TAB>text ...
 *     > | {% endraw %}
 *
 * The converter removed one leading space of every line, wrote bytes above 7Eh as `<A0>` and put entities into titles.
 * This module undoes it. Pages from the CD (`md-cd`) were made differently: see `cd-form.ts`.
 */

import { splitWords } from '../../frame/keyword-block.js'
import type { Range } from '../../frame/part.js'
import { addValue, firstValue, type Header, type HeaderField, type Opening, splitColumns } from '../../header/header.js'
import { CD_PRODUCT_LINE, findPageStart } from '../../header-lines/markdown-start.js'
import { parseId } from '../../identity.js'
import type { Report } from '../../problems.js'
import { productCodeOf } from '../../products/products.js'
import { decodeCodePage } from '../../text/code-pages.js'
import { type Line, toLine } from '../../text/lines.js'
import type { FormReader } from '../form.js'

/** Matches `<TAB>Article: Q214864`. The white space before it is the container of every line of the article. */
export const ARTICLE_LINE = /^(\s{0,16})Article: *(Q?\d{1,8})\s*$/
const FIELD =
  /^(Article|Product(?:\(s\))?|Version\(s\)|Operating System(?:\(s\))?|Keyword\(s\)|Flags|Last Modified): ?(.*)$/s
const HEADING = /^## +(?! )(.*)$/s
const FRONT_TITLE = /^title: *(?! )(.*)$/s
/** Matches the quotation marks around a value of the front matter. */
const QUOTES = /^"|"$/g
/** Matches `Q214864: ` before the title, in the heading and in the front matter. */
const TITLE_ID = /^Q\d{1,8}: ?/
const END = '{% endraw %}'

const LABELS: Readonly<Record<HeaderField, string>> = {
  number: 'Article',
  title: 'title',
  product: 'Product(s)',
  versions: 'Version(s)',
  systems: 'Operating System(s)',
  keywords: 'Keyword(s)',
  modified: 'Last Modified',
}

/** Returns the line of a page's field, or of its number if the field is missing. */
export function lineOfField(numbers: ReadonlyMap<string, number>, field: HeaderField): number {
  return numbers.get(LABELS[field]) ?? numbers.get(LABELS.number) ?? 1
}

/** The values at the start of a Markdown page, and the lines of its article without their container. */
export interface MarkdownPage {
  readonly values: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, number>
  readonly title: string
  readonly range: Range | null
  readonly end: Range | null
  readonly rest: readonly Line[]
}

/** Reads the header of a page made from the raw form, and restores its lines. */
export function readMarkdownOpening(lines: readonly string[], report: Report): Opening {
  const page = readMarkdownPage(lines, restoreLine, report)
  return { header: toHeader(page), range: page.range, end: page.end, residue: null, rest: page.rest }
}

/** Splits a page into its parts. `restore`: undoes what the converter did to a line of the article. */
export function readMarkdownPage(
  lines: readonly string[],
  restore: (text: string) => string,
  report: Report,
): MarkdownPage {
  const start = lines.findIndex((line) => ARTICLE_LINE.test(line))
  const container = ARTICLE_LINE.exec(lines[start] ?? '')?.[1] ?? ''
  const values = new Map<string, string>()
  const numbers = new Map<string, number>()
  let index = Math.max(0, start)
  for (; index < lines.length; index++) {
    const match = FIELD.exec(lines[index]?.slice(container.length) ?? '')
    if (match === null) break
    const label = match[1] ?? ''
    if (values.has(label)) report('header-field-repeated', index + 1, lines[index] ?? '')
    else numbers.set(label, index + 1)
    addValue(values, label, match[2]?.trim() ?? '')
  }
  const title = readTitle(lines.slice(0, Math.max(0, start)), report)
  numbers.set(LABELS.title, title.line)
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const closed = lines[last]?.trim() === END
  const rest = toArticleLines(lines.slice(index, closed ? last : lines.length), index + 1, {
    container,
    restore,
    report,
  })
  return {
    values,
    numbers,
    title: title.text,
    range: index === 0 ? null : [lines.findIndex((line) => line.trim() !== '') + 1, index],
    end: closed ? [last + 1, last + 1] : null,
    rest,
  }
}

interface Container {
  readonly container: string
  readonly restore: (text: string) => string
  readonly report: Report
}

function toArticleLines(texts: readonly string[], first: number, { container, restore, report }: Container): Line[] {
  const lines: Line[] = []
  for (const raw of texts) {
    const number = first + lines.length
    const inside = raw.startsWith(container)
    if (!inside && raw.trim() !== '') report('container-missing', number, raw)
    const kept = inside ? raw.slice(container.length) : raw
    const text = restore(kept)
    if (AMBIGUOUS_ESCAPE.test(text)) report('escape-ambiguous', number, text)
    const taken = raw.length - kept.length
    const offset = taken - (leadingSpaces(text) - leadingSpaces(kept))
    lines.push(toLine(text, number, { length: raw.length, offset }))
  }
  return lines
}

function leadingSpaces(text: string): number {
  let count = 0
  while (text.charCodeAt(count) === 32) count++
  return count
}

/** Returns the heading's title, or that of the front matter if there is no heading. */
function readTitle(lines: readonly string[], report: Report): { readonly text: string; readonly line: number } {
  const headingIndex = lines.findIndex((line) => HEADING.test(line))
  const heading = HEADING.exec(lines[headingIndex] ?? '')?.[1]
  const front = lines
    .map((line) => FRONT_TITLE.exec(line)?.[1]?.trim())
    .find((title) => title !== undefined)
    ?.replace(QUOTES, '')
  if (heading !== undefined && front !== undefined && heading.trim() !== front)
    report('title-differs', headingIndex + 1, front)
  return { text: decodeTitle((heading ?? front ?? '').trim().replace(TITLE_ID, '')), line: headingIndex + 1 || 1 }
}

function toHeader({ values, numbers, title }: MarkdownPage): Header {
  const value = (label: string) => firstValue(values, label)
  const all = (label: string) => values.get(label) ?? ''
  const name = value('Product(s)')
  return {
    number: parseId(value('Article')) ?? 0,
    title,
    product: { code: productCodeOf(name), name },
    modified: value('Last Modified'),
    versions: value('Version(s)'),
    systems: splitColumns(all('Operating System(s)')),
    keywords: splitWords(all('Keyword(s)')),
    fields: Object.fromEntries(values),
    lineOf: (field) => lineOfField(numbers, field),
  }
}

/**
 * Matches `- x` at the start of a line, which was ` - x`. Of 56,986 pages, 167 had lines that really began with a dash.
 */
const DASH_ITEM = /^- \S/

/**
 * Restores a line's leading space and undoes its escapes. Exact for nearly all articles that exist in both forms;
 * FORMAT.md section 11 has the share.
 */
export function restoreLine(text: string): string {
  const decoded = text.includes('<') ? text.replace(ESCAPE, (_, hex: string) => toCharacter(hex)) : text
  return decoded.startsWith(' ') || DASH_ITEM.test(decoded) ? ` ${decoded}` : decoded
}

/** Matches codes that are always an escaped byte. `<F5>` is a key, `<CD>` a drive (Q101042, Q131835). */
const ESCAPE = /<(1[789A]|7F|81|9[234]|A[06789AC]|AE|B[01567A]|E[19]|FC)>/g
/** Matches codes that are an escaped byte in some pages and literal text in others. */
const AMBIGUOUS_ESCAPE = /<(?:16|1[BCD]|A4|F1)>/

function toCharacter(hex: string): string {
  return decodeCodePage(Uint8Array.of(Number.parseInt(hex, 16)), 'windows-1252')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** Matches the converter's entities: named ones, and numbers for `$ * [ \ ] _ |`. */
const ENTITY = /&(amp|lt|gt|quot|#(?:36|42|91|92|93|95|124));/g

/** Decodes a title's entities once, so that a literal `&amp;` stays one (Q286167). */
export function decodeTitle(text: string): string {
  return text.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? String.fromCharCode(Number(name.slice(1))))
}

export const MARKDOWN: FormReader = {
  looksFor: '`Article: Qn` over `Product(s):` in a Markdown page',
  findStarts: (text) => findPageStart(text, (field) => field !== CD_PRODUCT_LINE && field.startsWith('Product(s)')),
  isPage: true,
  readOpening: readMarkdownOpening,
  landmark: 'Last Modified:',
  frame: 'raw',
  encoding: 'utf-8',
  bodyForm: 'md',
  hasBareHeadings: false,
  wrapColumn: 80,
  usual: new Set(),
}

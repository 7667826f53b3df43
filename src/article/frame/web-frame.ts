/**
 * Reads the frame of the support pages, around their text or at its end.
 *
 *     > | The information in this article applies to:          or, before or after the text:  APPLIES TO
 *     > |   • Plover Ledger 4.0                                 also without bullets, wrapped
 *     > |
 *     > | Additional query words: recount
 *     > |
 *     > | Keywords: kbsetup KB41912                             also with fields below, `Version : 3.0`
 *
 * Omits navigation between these parts: see `frame-notes.ts`.
 */

import type { AppliesTo, KeywordBlock } from '../article.js'
import { removeNotes } from '../header-lines/frame-notes.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'
import { nestProducts, type ProductLine } from './applies-to.js'
import { readBlockFields, toKeywordBlock } from './keyword-block.js'
import { cutLegal, type Legal, readLegal } from './legal.js'
import { type Cut, lineRange, type Part, type Range } from './part.js'
import { type QueryWords, readQueryWords } from './query-words.js'

/** The parts of such a frame, and the text between them. */
export interface WebFrame {
  readonly appliesTo: Part<readonly AppliesTo[]> | null
  readonly queryWords: Part<QueryWords> | null
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
  /** The text before an applies-to list, if the list is inside the text. */
  readonly notice: readonly Line[]
  readonly text: readonly Line[]
  readonly omitted: readonly Range[]
}

/** Splits the lines below a header into parts. */
export function readWebFrame(all: readonly Line[], report: Report): WebFrame {
  const { lines, omitted } = removeNotes(all)
  const keywords = readKeywords(lines, report)
  const trailer = keywords === null ? cutLegal(lines) : { before: keywords.before, legal: keywords.after }
  // an applies-to list and a notice may follow the keywords; any other text there is read as the notice
  const late = keywords === null ? null : readProducts(trailer.legal)
  const legal = readLegal(late === null ? trailer.legal : [...late.before, ...late.after], report)
  const queryWords = readQueryWords(trailer.before, report)
  const body = queryWords?.rest ?? trailer.before
  const inside = late === null ? readProducts(body) : null
  const appliesTo = late ?? inside
  const notice = inside?.before ?? []
  const text = inside?.after ?? body
  const parts = { appliesTo, keywordBlock: keywords, legal, omitted }
  if (queryWords !== null || text.some((line) => line.text !== '')) return { ...parts, queryWords, notice, text }
  // query words may be above an applies-to list that ends the article
  const words = readQueryWords(notice, report)
  return { ...parts, queryWords: words, notice: [], text: words?.rest ?? notice }
}

/** Matches `Keywords: kbsetup KB41912`. */
export const KEYWORDS = /^\s{0,16}Keywords?\s{0,16}:/i
const ONLY_LABEL = /^\s{0,16}Keywords?\s{0,16}:\s*$/i
const OTHER_FIELD =
  /^\s{0,16}(?:Technology|Version|Platform|Hardware|Issue type|Solution Type|Component|Last reviewed)\s{0,16}:/i
const LAST_REVIEWED = /^Last reviewed$/i
/** Matches the article's own number among its keywords: `KB41912`. */
const OWN_NUMBER = /^KB\d{4,7}$/

/** Reads the keywords at the end: the last line with their label, its continuation, and the fields below. */
function readKeywords(lines: readonly Line[], report: Report): Cut<KeywordBlock> | null {
  const start = lines.findLastIndex((line) => KEYWORDS.test(line.text))
  if (start < 0) return null
  const end = endOfKeywords(lines, start)
  const taken = lines.slice(start, end).map((line) => ({ ...line, text: line.text.trim() }))
  const block = toKeywordBlock(
    readBlockFields(taken, () => {}),
    (name) => {
      if (!LAST_REVIEWED.test(name)) report('keyword-block-field-unknown', lines[start]?.number ?? 1, name)
    },
  )
  const own = block.keywords.filter((word) => OWN_NUMBER.test(word))
  const value = {
    ...block,
    keywords: block.keywords.filter((word) => !OWN_NUMBER.test(word)),
    other: own.length === 0 ? block.other : { ...block.other, 'Article number': own.join(' ') },
  }
  return { value, range: lineRange(lines.slice(start, end)), before: lines.slice(0, start), after: lines.slice(end) }
}

/** Matches `© 1997 Example Corp.`. */
export const COPYRIGHT = /^\s*(?:copyright\b|©|\(c\) )/i

function goesOnWithWords(text: string): boolean {
  return text !== '' && !COPYRIGHT.test(text)
}

function endOfKeywords(lines: readonly Line[], start: number): number {
  let end = start + 1
  // the words may be below their label
  if (ONLY_LABEL.test(lines[start]?.text ?? '')) while (end < lines.length && lines[end]?.text === '') end++
  while (end < lines.length && goesOnWithWords(lines[end]?.text ?? '')) end++
  for (let next = end; next < lines.length; next++) {
    const text = lines[next]?.text ?? ''
    if (OTHER_FIELD.test(text)) end = next + 1
    else if (text !== '') break
  }
  return Math.min(end, lines.length)
}

/** Matches the line above an applies-to list. */
export const INTRODUCTION = /^\s*(?:The information in this article applies to:?|(?:This article )?APPLIES TO:?)$/
const RULE = /^\s*[-=_]{10,}$/
const BULLET = /^\s*(?:[•·]\s*|[-*o]\s+)(\S.*)$/
/** Matches the continuation of a wrapped product: a number, a small letter or a bracket. */
const CONTINUATION = /^\s*(?:[\d(a-z]|and\b|or\b)/
/** Limit of products without bullets. Further lines are text. */
const MAX_PLAIN = 8

/** Cuts out the applies-to list below the first line that introduces one; `null`: there is none. */
function readProducts(lines: readonly Line[]): Cut<readonly AppliesTo[]> | null {
  const at = lines.findIndex((line) => INTRODUCTION.test(line.text))
  if (at < 0) return null
  const start = ruleAbove(lines, at)
  const { products, end } = readList(lines, at + 1)
  return {
    value: nestProducts(products),
    range: lineRange(lines.slice(start, end)),
    before: lines.slice(0, start),
    after: lines.slice(end),
  }
}

function ruleAbove(lines: readonly Line[], at: number): number {
  let above = at - 1
  while (above >= 0 && lines[above]?.text === '') above--
  return above >= 0 && RULE.test(lines[above]?.text ?? '') ? above : at
}

function readList(lines: readonly Line[], from: number) {
  const products: ProductLine[] = []
  let end = from
  let hasBullets = false
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.text === '') continue
    if (RULE.test(line.text)) return { products, end: index + 1 }
    const isBelow = index > from && lines[index - 1]?.text !== '' && products.length > 0
    const bullet = BULLET.exec(line.text)?.[1]
    const last = products.at(-1)
    if (bullet !== undefined) {
      hasBullets = true
      products.push({ text: bullet, indent: line.indent })
    } else if (last !== undefined && isBelow && (hasBullets ? line.indent > last.indent : goesOn(last.text, line.text)))
      last.text = `${last.text} ${line.text.trim()}`
    else if (!hasBullets && (products.length === 0 || isBelow) && products.length < MAX_PLAIN)
      products.push({ text: line.text.trim(), indent: 0 })
    else break
    end = index + 1
  }
  return { products, end }
}

function goesOn(last: string, text: string): boolean {
  return last.endsWith(',') || CONTINUATION.test(text)
}

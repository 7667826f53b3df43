/**
 * The text of the CD viewers of 1992 to 1994, copied or printed.
 *
 *     > | Title: INF: Finding the Plover Ledger's Page Size in a DLL
 *     > | Document Number: Q41907           Publ Date: 26-MAY-1994
 *     > | Product Name: Plover Ledger Developer Kit
 *     > | Product Version:  3.00 3.00a | 3.00 3.00a
 *     > | Operating System: MS-DOS     | OS/2
 *     > |
 *     > |  ----------------------------------------------------------------------
 *     > |  The information in this article applies to:
 *
 * The text may be one column to the right; the copyright line is not.
 */
import { type Header, type HeaderField, type Opening, splitColumns } from '../header/header.js'
import { linesAround, startOfIndentedLine } from '../header-lines/line-window.js'
import { parseId } from '../identity.js'
import type { Report } from '../problems.js'
import { type Line, toLine } from '../text/lines.js'
import type { FormReader } from './form.js'

const ANCHOR = /Document Number[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/gi
const NUMBER = /^[ \t]{0,8}Document Number[ \t]{0,8}:[ \t]{0,8}Q?\d{4,7}\b/i
const FIELD = /^[ \t]{0,8}(Title|Document Number|Product Name|Product Version|Operating System)[ \t]{0,8}:(.*)$/is
const DATE = /Publ Date[ \t]{0,8}:[ \t]{0,8}(\S+)/i
const MAX_INDENT = 8
/** Lines above the number that are searched for the title, which may wrap. */
const MAX_ABOVE = 4

function findStarts(text: string): number[] {
  const starts: number[] = []
  for (const match of text.matchAll(ANCHOR)) {
    const line = startOfIndentedLine(text, match.index, MAX_INDENT)
    if (line === null) continue
    const { lines, at } = linesAround(text, line, { above: MAX_ABOVE, below: 1 })
    const title = lines.findLastIndex((placed, index) => index < at && /^[ \t]{0,8}Title[ \t]{0,8}:/i.test(placed.text))
    const product = FIELD.test(lines[at + 1]?.text ?? '')
    if (title >= 0 || product) starts.push(lines[title]?.start ?? line)
  }
  return starts
}

function readOpening(lines: readonly string[], report: Report): Opening {
  const number = Math.max(
    0,
    lines.findIndex((line) => NUMBER.test(line)),
  )
  let first = number
  for (let above = number - 1; above >= 0 && number - above <= MAX_ABOVE; above--)
    if (FIELD.test(lines[above] ?? '')) first = above
  const { values, numbers, end } = readFields(lines, first, number)
  const shown = lines.findIndex((line) => line.trim() !== '')
  if (shown >= 0 && shown < first) report('text-before-header', 1, lines[shown] ?? '')
  return {
    header: toHeader(values, numbers),
    range: shown < 0 || end <= shown ? null : [shown + 1, end],
    end: null,
    residue: null,
    rest: toRest(lines, end),
  }
}

function readFields(lines: readonly string[], first: number, number: number) {
  const values = new Map<string, string>()
  const numbers = new Map<string, number>()
  let label = ''
  let end = first
  for (; end < lines.length; end++) {
    const text = lines[end] ?? ''
    const match = FIELD.exec(text)
    // above the number, a line without a label continues the title
    if (match === null && (end > number || text.trim() === '' || label === '')) break
    if (match === null) values.set(label, `${values.get(label) ?? ''} ${text.trim()}`)
    else {
      label = (match[1] ?? '').toLowerCase()
      if (!values.has(label)) values.set(label, (match[2] ?? '').trim())
      if (!numbers.has(label)) numbers.set(label, end + 1)
    }
  }
  return { values, numbers, end }
}

const LABELS: Readonly<Record<HeaderField, string>> = {
  number: 'document number',
  modified: 'document number',
  title: 'title',
  product: 'product name',
  versions: 'product version',
  systems: 'operating system',
  keywords: 'document number',
}

function toHeader(values: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, number>): Header {
  const value = (label: string) => values.get(label) ?? ''
  const document = value('document number')
  return {
    number: parseId(/^Q?\d+/i.exec(document)?.[0] ?? '') ?? 0,
    title: value('title'),
    product: { code: null, name: value('product name') },
    modified: DATE.exec(document)?.[1] ?? '',
    versions: value('product version'),
    systems: splitColumns(value('operating system')),
    keywords: [],
    fields: Object.fromEntries(values),
    lineOf: (field) => numbers.get(LABELS[field]) ?? numbers.get(LABELS.number) ?? 1,
  }
}

/** Share of visible lines that begin with a blank, from which the whole text was shifted. */
const SHIFTED_SHARE = 0.8

/** Returns the lines after the header. If the whole text was shifted by one, removes the blank at their start. */
function toRest(lines: readonly string[], end: number): Line[] {
  let shown = 0
  let shifted = 0
  for (const [index, text] of lines.entries()) {
    if (index < end || text.trim() === '') continue
    shown++
    if (text.startsWith(' ')) shifted++
  }
  const isShifted = shown > 0 && shifted >= shown * SHIFTED_SHARE
  const rest: Line[] = []
  for (const [index, text] of lines.entries()) {
    if (index < end) continue
    const offset = isShifted && text.startsWith(' ') ? 1 : 0
    rest.push(toLine(text.slice(offset), index + 1, { length: text.length, offset }))
  }
  return rest
}

export const VIEWER: FormReader = {
  looksFor: '`Title:` over `Document Number: Qn   Publ Date:`',
  findStarts,
  isPage: false,
  readOpening,
  landmark: null,
  frame: 'raw',
  encoding: 'windows-1252',
  bodyForm: 'viewer',
  hasBareHeadings: false,
  wrapColumn: 75,
  usual: new Set([
    'versions-blank-separated',
    'versions-columns',
    'applies-to-rule-odd',
    'query-words-old-labels',
    'keyword-block-missing',
    'legal-different',
    'legal-missing',
    'heading-not-underlined',
  ]),
}

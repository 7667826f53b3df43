/**
 * The raw form and its header: six labelled lines and a rule.
 *
 *     > | DOCUMENT:Q214864  11-JUN-2002  [winnt]
 *     > | TITLE   :Example Fails After Upgrade
 *     > | PRODUCT :Microsoft Windows NT
 *     > | PROD/VER::4.0 SP4,4.5
 *     > | OPER/SYS:
 *     > | KEYWORDS:kbWinNT400sp5fix
 *     > |
 *     > | ======================================================================
 *
 * Values may be empty. Three articles have no rule (Q81446, Q122337, Q130261). Other dumps may have missing or wrapped
 * fields.
 */

import { splitWords } from '../frame/keyword-block.js'
import { addValue, firstValue, type Header, type HeaderField, type Opening, splitColumns } from '../header/header.js'
import { findNumberLine, findTxtStarts } from '../header-lines/raw-start.js'
import { parseId } from '../identity.js'
import type { Report } from '../problems.js'
import { productCodeOf } from '../products/products.js'
import { type Line, toLine, toLines } from '../text/lines.js'
import type { FormReader } from './form.js'

const LABELS: Readonly<Record<HeaderField, string>> = {
  number: 'DOCUMENT',
  modified: 'DOCUMENT',
  title: 'TITLE',
  product: 'PRODUCT',
  versions: 'PROD/VER',
  systems: 'OPER/SYS',
  keywords: 'KEYWORDS',
}
const FIELDS = new Set(Object.values(LABELS))
const FIELD = /^\f{0,2}(DOCUMENT|TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS)[ \t]{0,8}:(.*)$/is
/** Matches a field that the format does not have: `AUTHOR  :J. Doe`. */
const OTHER_FIELD = /^([A-Z][\w/.-]{0,14}(?: [\w/.-]{1,14})?)[ \t]{0,8}:(.*)$/is
/**
 * Matches the container of a text that is indented as a whole: the white space before the number and every other line.
 */
const CONTAINER = /^[ \t]*/
/** Limit of other lines between two fields. */
const MAX_BETWEEN = 3
/** Matches `Q214864  11-JUN-2002  [winnt]`. */
const DOCUMENT_VALUE = /^\s*(Q?\d{1,8}(?![\d/-]))?\s*([^\s[\]]*)\s*(?:\[([^\]]*)\])?/i

/** Reads the header of a raw article. */
export function readTxtOpening(raw: readonly string[], report: Report): Opening {
  const number = findNumberLine(raw)
  const container = CONTAINER.exec(raw[number] ?? '')?.[0] ?? ''
  const lines = container === '' ? raw : raw.map((line) => withoutContainer(line, container))
  const start = firstField(lines, number)
  const fields = readFields(lines, Math.max(0, start), report)
  if (start > 0 && lines.slice(0, start).some((line) => line.trim() !== ''))
    report('text-before-header', 1, lines.find((line) => line.trim() !== '') ?? '')
  for (const line of lines.slice(0, Math.max(0, start)))
    if (line.trim() !== '') addValue(fields.values, '', line.trim())
  const end = skipRule(lines, fields.end, report)
  for (const label of FIELDS) if (!fields.values.has(label)) report('header-field-missing', 1, label)
  return {
    header: toHeader(fields.values, fields.numbers),
    range: end === 0 ? null : [firstShown(lines), end],
    end: null,
    residue: null,
    rest: container === '' ? toLines(lines.slice(end), end + 1) : toContainedLines(raw, lines, end),
  }
}

function withoutContainer(line: string, container: string): string {
  return line.startsWith(container) ? line.slice(container.length) : line
}

/** Returns the lines from index `end` on, with the length and offset of the file's own lines. */
function toContainedLines(raw: readonly string[], lines: readonly string[], end: number): Line[] {
  const contained: Line[] = []
  for (const [index, text] of lines.entries()) {
    if (index < end) continue
    const { length } = raw[index] ?? ''
    contained.push(toLine(text, index + 1, { length, offset: length - text.length }))
  }
  return contained
}

/** Returns the index of the first field right above the number, or of the number itself. */
function firstField(lines: readonly string[], number: number): number {
  let first = number
  while (first > 0 && FIELD.test(lines[first - 1] ?? '')) first--
  return first
}

interface Fields {
  readonly values: Map<string, string>
  readonly numbers: ReadonlyMap<string, number>
  /** Index after the last line of the header. */
  readonly end: number
}

function readFields(lines: readonly string[], start: number, report: Report): Fields {
  const values = new Map<string, string>()
  const numbers = new Map<string, number>()
  let end = start
  let label: string | undefined
  for (let text = lines[end]; text !== undefined; text = lines[++end]) {
    const match = FIELD.exec(text)
    if (match !== null) {
      label = match[1]?.toUpperCase() ?? ''
      if (values.has(label)) report('header-field-repeated', end + 1, text)
      addValue(values, label, match[2]?.trim() ?? '')
      if (!numbers.has(label)) numbers.set(label, end + 1)
    } else if (label !== undefined && isContinuation(text, numbers.size)) {
      values.set(label, `${values.get(label)} ${text.trim()}`)
      report('header-field-continued', end + 1, text)
    } else if (hasNewFieldBelow(lines, end, values)) {
      const [, name = '', value = text] = OTHER_FIELD.exec(text) ?? []
      if (text.trim() === '') continue
      report('header-field-unknown', end + 1, text)
      if (name !== '') label = name
      addValue(values, name, value.trim())
    } else break
  }
  return { values, numbers, end }
}

/**
 * Returns true if a field that has not been read is close below. Blank lines and unknown fields may be between fields.
 */
function hasNewFieldBelow(lines: readonly string[], at: number, values: ReadonlyMap<string, string>): boolean {
  return lines.slice(at + 1, at + 1 + MAX_BETWEEN).some((line) => {
    const label = FIELD.exec(line)?.[1]?.toUpperCase()
    return label !== undefined && !values.has(label)
  })
}

/** Returns true for an indented line between fields. After the last field the body begins. */
function isContinuation(text: string, fieldCount: number): boolean {
  return fieldCount < FIELDS.size && /^\s+\S/.test(text)
}

/** Matches the header's rule, which has 70 signs in the corpus. Right below the fields, a shorter one is safe too. */
const HEADER_RULE = /^={10,}$/

/** Skips blank lines and the rule after the fields. Without a rule, skips nothing. */
function skipRule(lines: readonly string[], from: number, report: Report): number {
  let index = from
  while (index < lines.length && lines[index]?.trim() === '') index++
  if (HEADER_RULE.test(lines[index]?.trimEnd() ?? '')) return index + 1
  report('header-rule-missing', Math.max(1, from), lines[index] ?? '')
  return from
}

function firstShown(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== '') + 1
}

function toHeader(values: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, number>): Header {
  const [, id, modified, code] = DOCUMENT_VALUE.exec(firstValue(values, 'DOCUMENT')) ?? []
  const name = firstValue(values, 'PRODUCT')
  return {
    number: parseId(id ?? '') ?? 0,
    title: firstValue(values, 'TITLE'),
    product: { code: code ?? productCodeOf(name), name },
    modified: modified ?? '',
    versions: firstValue(values, 'PROD/VER'),
    systems: splitColumns(values.get('OPER/SYS') ?? ''),
    keywords: splitWords(values.get('KEYWORDS') ?? ''),
    fields: Object.fromEntries(values),
    lineOf: (field) => numbers.get(LABELS[field]) ?? numbers.get('DOCUMENT') ?? 1,
  }
}

export const RAW: FormReader = {
  looksFor: '`DOCUMENT:Qn` beside `TITLE   :` or another field',
  findStarts: findTxtStarts,
  isPage: false,
  readOpening: readTxtOpening,
  landmark: '\nKEYWORDS',
  frame: 'raw',
  encoding: 'windows-1252',
  bodyForm: 'txt',
  hasBareHeadings: false,
  wrapColumn: 80,
  usual: new Set(),
}

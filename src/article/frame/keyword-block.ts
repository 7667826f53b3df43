/**
 * Reads the keyword block at the end of an article: one labelled field per line, labels padded to 18 columns.
 *
 *     > | ======================================================================
 *     > | Keywords          : kbusage kbfaq
 *     > | Technology        : kbWin95search kbZNotKeyword3
 *     > | Issue type        : kbprb
 *     > |
 *     > | =============================================================================
 *
 * The block starts at the last rule whose next line begins with `Keywords`. Bodies contain rules of their own (Q83435
 * has many).
 */
import type { KeywordBlock } from '../article.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'
import { type Cut, lineRange } from './part.js'

/** Matches a field: a label of letters and blanks, a colon, the value. */
const FIELD = /^([A-Z][A-Za-z]*(?: [A-Za-z]+){0,2})[ \t]*:(.*)$/
const FIRST_FIELD = /^Keywords[ \t]*:/
/**
 * Matches the block's rules, which have 70 and 77 signs in the corpus. Above the keywords, a shorter one is safe too.
 */
const BLOCK_RULE = /^={10,}$/

/** Cuts the keyword block out of an article's lines. `before`: the body. `after`: the legal notice. */
export function readKeywordBlock(lines: readonly Line[], report: Report): Cut<KeywordBlock> | null {
  const rule = findRule(lines)
  if (rule < 0) return null
  const closing = lines.findIndex((line, index) => index > rule && BLOCK_RULE.test(line.text))
  const end = closing < 0 ? lines.length : closing + 1
  const fields = readBlockFields(lines.slice(rule + 1, closing < 0 ? end : closing), report)
  const value = toKeywordBlock(fields, (name) => report('keyword-block-field-unknown', lines[rule]?.number ?? 1, name))
  return { value, range: lineRange(lines.slice(rule, end)), before: lines.slice(0, rule), after: lines.slice(end) }
}

/** Reads labelled lines to one value per label. A line without a label continues the field above it. */
export function readBlockFields(lines: readonly Line[], report: Report): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let label = 'Keywords'
  for (const line of lines) {
    if (line.text === '') continue
    const match = FIELD.exec(line.text)
    label = match?.[1] ?? label
    const value = (match?.[2] ?? line.text).trim()
    if (match === null) report('keyword-block-field-continued', line.number, line.text)
    const earlier = fields.get(label)
    fields.set(label, earlier === undefined ? value : `${earlier} ${value}`)
  }
  return fields
}

function findRule(lines: readonly Line[]): number {
  for (let index = lines.length - 2; index >= 0; index--)
    if (BLOCK_RULE.test(lines[index]?.text ?? '') && FIRST_FIELD.test(shownBelow(lines, index))) return index
  return -1
}

/** Returns the next line, or the one after it if that is blank: some dumps are double-spaced. */
function shownBelow(lines: readonly Line[], index: number): string {
  return lines[index + 1]?.text || (lines[index + 2]?.text ?? '')
}

/** Fields of free text. `Platform` occurs only in articles unchanged since 1998 (Q147298). */
const OTHER_FIELDS = new Set(['Component', 'Platform'])

/** Makes a keyword block of its fields. `onUnknown` receives the label of each field that the format does not have. */
export function toKeywordBlock(fields: ReadonlyMap<string, string>, onUnknown: (label: string) => void): KeywordBlock {
  const other: Record<string, string> = {}
  const lists: Record<string, string[]> = {}
  let version: string | null = null
  for (const [label, value] of fields) {
    if (LIST_FIELDS.has(label)) lists[label] = splitWords(value)
    else if (label === 'Version') version = value
    else {
      other[label] = value
      if (!OTHER_FIELDS.has(label)) onUnknown(label)
    }
  }
  return {
    keywords: lists.Keywords ?? [],
    technology: lists.Technology ?? [],
    version,
    hardware: lists.Hardware ?? [],
    issueType: lists['Issue type'] ?? [],
    solutionType: lists['Solution Type'] ?? [],
    other,
  }
}

const LIST_FIELDS = new Set(['Keywords', 'Technology', 'Hardware', 'Issue type', 'Solution Type'])

/** Splits a text at white space. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

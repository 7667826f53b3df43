/**
 * Reads the headers of the support CDs and pages since 1995: a title and a few labelled lines in any order. In some
 * years versions, systems and keywords follow without labels.
 *
 *     > | PRB: Ledger Error P1073: "Page Limit Exceeded"
 *     > | Last reviewed: July 17, 1997
 *     > | Article ID: Q41908
 *     > | 3.00 3.10 MS-DOS
 *     > | kbtool kberrmsg kbprb
 *
 * Each form defines the line that identifies its articles, and the other label that must be near. The rest is the same.
 */
import type { Header, HeaderField, Opening } from '../header/header.js'
import { parseId } from '../identity.js'
import type { Report } from '../problems.js'
import { toLines } from '../text/lines.js'
import { readColumnLines } from './column-lines.js'
import { isNote } from './frame-notes.js'
import { linesAround, startOfIndentedLine } from './line-window.js'

/** The differences between one form of this kind and the others. */
export interface LabelledForm {
  /** Matches the line with the number, anywhere in a text. Global. */
  readonly anchor: RegExp
  /** Matches another line of the header. It must be in the same block of labelled lines. */
  readonly companion: RegExp
  /** Labels of the date of the last change, in lower case, the best one first. */
  readonly dates: readonly string[]
  /** True if the title may be below the labelled lines when there is none above. */
  readonly hasTitleBelow: boolean
}

/** Labels of the header: `Last Review : November 1, 2006`. Several may share a line. */
const LABELS =
  'PSS ID Number|PSS database name|Article ID|Article last modified|Last review(?:ed)?|Last modified|Creation date|Revision date|Revision|Rollup|Database|Security'
const LABEL_LINE = new RegExp(`^\\s{0,16}(?:${LABELS})\\s{0,8}(?::|on\\b)`, 'i')
const FIELD = new RegExp(`\\b(${LABELS})(?:\\s{0,8}:|\\s{1,8}on\\b:?)`, 'i')
/** Matches a line that ends the article above, or belongs to a message around the article. It is no title. */
const NO_TITLE =
  /^(?:[-=*_`~]{3,}$|(?:-=){3,}|Copyright\b|©|Keywords ?:|(?:From|To|Cc|Subject|Date|Sent|Message-ID|Newsgroups|Path|Reply-To|Organization|Lines|References|X-[\w-]{1,30}): )/i
/** Matches the edition that a text was taken from: `Example Developer Network July 1996`. */
const EDITION =
  /^(?:[A-Z][\w.]* ){1,5}(?:January|February|March|April|May|June|July|August|September|October|November|December),? \d{4}$/
const HEADING =
  /^(?:SYMPTOMS?|CAUSE|RESOLUTION|WORKAROUND|STATUS|SUMMARY|MORE INFORMATION|REFERENCES?|APPLIES TO|INTRODUCTION)$/
const INTRODUCTION = /^The information in this article applies to/i

const MAX_TITLE_LINES = 4
/** Limit of blank lines between two labelled lines. */
const MAX_GAP = 2
const WINDOW = { above: 12, below: 8 }
const MAX_INDENT = 8

/** Returns the offsets at which articles of such a form begin, at their titles, in UTF-16 code units. */
export function findLabelledStarts(text: string, { anchor, companion }: LabelledForm): number[] {
  const starts: number[] = []
  for (const match of text.matchAll(anchor)) {
    const line = startOfIndentedLine(text, match.index, MAX_INDENT)
    if (line === null || line < (starts.at(-1) ?? -1)) continue
    const { lines, at } = linesAround(text, line, WINDOW)
    const texts = lines.map((placed) => placed.text)
    const block = findBlock(texts, at)
    if (!texts.slice(block.first, block.end).some((label) => companion.test(label))) continue
    starts.push(lines[block.titleFrom]?.start ?? line)
  }
  return starts
}

interface Block {
  /** The first line of the title, or of the labelled lines if no title is above them. */
  readonly titleFrom: number
  readonly titleEnd: number
  /** The labelled lines, with the notes and blank lines between them. */
  readonly first: number
  readonly end: number
}

/** Finds the labelled lines around line `at`, and the title above them. */
function findBlock(lines: readonly string[], at: number): Block {
  let first = at
  for (let above = at - 1; above >= 0 && first - above <= MAX_GAP + 1; above--) if (isLabel(lines[above])) first = above
  let end = at + 1
  for (let below = at + 1; below < lines.length && below - end <= MAX_GAP; below++) {
    const text = lines[below] ?? ''
    if (isLabel(text) || isNote(text)) end = below + 1
    else if (text.trim() !== '') break
  }
  return { first, end, ...findTitle(lines, first) }
}

function isLabel(text: string | undefined): boolean {
  return text !== undefined && LABEL_LINE.test(text)
}

/** Finds the title above the labelled lines. Skips blank lines and notes between. */
function findTitle(lines: readonly string[], first: number): Pick<Block, 'titleFrom' | 'titleEnd'> {
  let titleEnd = first
  while (titleEnd > 0 && isSkipped(lines[titleEnd - 1] ?? '')) titleEnd--
  let titleFrom = titleEnd
  while (titleFrom > 0 && titleEnd - titleFrom < MAX_TITLE_LINES && isTitle(lines[titleFrom - 1] ?? '')) titleFrom--
  return titleFrom === titleEnd ? { titleFrom: first, titleEnd: first } : { titleFrom, titleEnd }
}

function isSkipped(text: string): boolean {
  return text.trim() === '' || isNote(text) || EDITION.test(text.trim())
}

function isTitle(text: string): boolean {
  return !isSkipped(text) && !NO_TITLE.test(text.trim()) && !isLabel(text)
}

/** Reads the header of an article's lines. */
export function readLabelledOpening(lines: readonly string[], form: LabelledForm, report: Report): Opening {
  const at = Math.max(0, findNumberLine(lines, form))
  const block = findBlock(lines, at)
  const values = readFields(lines.slice(block.first, block.end))
  const title = block.titleFrom < block.titleEnd || !form.hasTitleBelow ? block : findTitleBelow(lines, block)
  const contents = skipContents(lines, title.end)
  const columns = readColumnLines(lines, contents)
  const end = Math.max(contents, columns.end)
  const shown = lines.findIndex((line) => line.trim() !== '')
  if (shown >= 0 && shown < Math.min(block.first, title.titleFrom)) report('text-before-header', 1, lines[shown] ?? '')
  for (const [label, value] of columns.fields) values.set(label, value)
  return {
    header: toHeader(joinTitle(lines, title), values, { form, line: at + 1, titleLine: title.titleFrom + 1 }, columns),
    range: shown < 0 || end <= shown ? null : [shown + 1, end],
    end: null,
    residue: null,
    rest: toLines(lines.slice(end), end + 1),
  }
}

/** Returns the index of the first number near the other label, or else of the first number. */
function findNumberLine(lines: readonly string[], { anchor, companion }: LabelledForm): number {
  const hasCompanion = (index: number) => {
    const { first, end } = findBlock(lines.slice(0, index + WINDOW.below), index)
    return lines.slice(first, end).some((label) => companion.test(label))
  }
  let first = -1
  for (const [index, line] of lines.entries()) {
    const at = line.search(anchor)
    if (at < 0 || line.slice(0, at).trim() !== '') continue
    if (hasCompanion(index)) return index
    if (first < 0) first = index
  }
  return first
}

/** Finds the title below the labelled lines, where later pages have it. */
function findTitleBelow(lines: readonly string[], { first, end }: Block) {
  let from = end
  while (from < lines.length && (lines[from] ?? '').trim() === '') from++
  const text = (lines[from] ?? '').trim()
  const isFirstText = text === '' || HEADING.test(text) || INTRODUCTION.test(text) || from > end
  if (isFirstText || readColumnLines(lines, from).end > from) return { titleFrom: first, titleEnd: first, end }
  let after = from + 1
  while (after < lines.length && isNote(lines[after] ?? '')) after++
  return { titleFrom: from, titleEnd: from + 1, end: after }
}

const CONTENTS = /^On This Page$/i
const CONTENTS_ITEM = /^\s*[•*o·-]\s+\S/

/** Skips `On This Page` and its list, which only repeats the headings. */
function skipContents(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++
  if (!CONTENTS.test((lines[at] ?? '').trim())) return from
  let end = at + 1
  for (let below = end; below < lines.length; below++) {
    const text = lines[below] ?? ''
    if (CONTENTS_ITEM.test(text)) end = below + 1
    else if (text.trim() !== '') break
  }
  return end
}

function joinTitle(lines: readonly string[], { titleFrom, titleEnd }: Pick<Block, 'titleFrom' | 'titleEnd'>): string {
  const texts = lines.slice(titleFrom, titleEnd).map((line) => line.trim())
  return texts.join(' ').replace(/^#{1,6} +/, '')
}

/** Reads the values by label, spelled as in the article. If a label is repeated, its first value counts. */
function readFields(lines: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const line of lines) {
    if (isNote(line)) continue
    const parts = line.split(FIELD)
    for (let index = 1; index < parts.length; index += 2) {
      const label = parts[index] ?? ''
      if (!values.has(label)) values.set(label, withoutDash((parts[index + 1] ?? '').trim()))
    }
  }
  return values
}

/** Removes the dash between a value and the next field of the line. */
function withoutDash(value: string): string {
  return value.endsWith('-') ? value.slice(0, -1).trimEnd() : value
}

interface Places {
  readonly form: LabelledForm
  /** The line of the number; 1-based, like the others. */
  readonly line: number
  readonly titleLine: number
}

type Columns = Pick<ReturnType<typeof readColumnLines>, 'versions' | 'systems' | 'keywords' | 'line'>

function toHeader(title: string, values: ReadonlyMap<string, string>, places: Places, columns: Columns): Header {
  const value = (label: string) => [...values].find(([name]) => name.toLowerCase() === label)?.[1] ?? ''
  const number = value('pss id number') || value('article id')
  const lines: Partial<Record<HeaderField, number>> = { title: places.titleLine, versions: columns.line }
  return {
    number: parseId(/^Q? ?\d+/i.exec(number)?.[0].replace(' ', '') ?? '') ?? 0,
    title,
    product: { code: null, name: value('pss database name') || value('database') },
    modified: places.form.dates.map(value).find((date) => date !== '') ?? '',
    versions: columns.versions,
    systems: columns.systems,
    keywords: columns.keywords,
    fields: Object.fromEntries(values),
    lineOf: (field) => lines[field] ?? places.line,
  }
}

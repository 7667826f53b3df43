/**
 * Headings: which lines are one, at which depth, and what it says. FORMAT.md section 6.
 *
 *     > | SYMPTOMS
 *     > | ========     the underline is as long as the text
 *
 * Knows nothing of sections; `sections.ts` cuts the body where a heading is found.
 */
import type { SectionName } from '../article.js'
import { leadingWidth, lineAt } from '../blocks/block.js'
import { lineKind } from '../blocks/evidence/line-evidence.js'
import { markerAt } from '../blocks/evidence/list-marker.js'
import { endsWithOneOf } from '../blocks/evidence/rule-line.js'
import type { Line } from '../text/lines.js'

export interface HeadingReading {
  readonly text: string
  readonly depth: 1 | 2 | 3
  /** One past its last line, the underline included. */
  readonly next: number
}

/** What the readers of headings must know of the lines around. */
export interface HeadingContext {
  /** The main headings that the body has, underlined with `=`. */
  readonly mainHeadings: ReadonlySet<string>
  /** Whether the article is of the CD, whose headings are simpler. */
  readonly isCd: boolean
  /** Whether main headings stand alone in a line, without an underline and without blank lines around. */
  readonly hasBare: boolean
  /** Whether any title has a rule above or below it: then titles without one are none. */
  readonly hasRules: boolean
}

type HeadingReader = (lines: readonly Line[], at: number, context: HeadingContext) => HeadingReading | null

const CANONICAL: ReadonlyMap<string, SectionName> = new Map([
  ['SYMPTOMS', 'symptoms'],
  ['SYMPTOM', 'symptoms'],
  ['CAUSE', 'cause'],
  ['RESOLUTION', 'resolution'],
  ['WORKAROUND', 'workaround'],
  ['STATUS', 'status'],
  ['SUMMARY', 'summary'],
  ['MORE INFORMATION', 'more-information'],
  ['REFERENCES', 'references'],
  ['REFERENCE', 'references'],
  ['INTRODUCTION', 'other'],
])

/** `=====` or `-----`, at any column */
const UNDERLINE = /^\s*(?:={2,}|-{2,})$/
/** `-----`, `=====` or `*****` above and below a title */
const FRAME_RULE = /^\s*(?:={4,}|-{4,}|\*{4,})$/
/** Two blanks inside a text are a gap between the columns of a table. */
const GAP = /\S {2,}\S/
/** A section number may be followed by a gap: `7.1  Upgrading`, `B.  Sound`. */
const NUMBERED = /^(?:[A-Z]?\d+(?:(?:[.):][A-Z]?|[A-Z])\d+)*[.):]?|[A-Z]\.) {2,}\S/
/** Signs over most of the page, and not the 79 of the frame */
const LONG_RULE = /^(?:-{20,78}|={20,78})$/
/** `Page 271: Which Mask to Enter`: a few words without a sentence's end */
const TITLE = /^[A-Z][^=;]{2,58}[^\s.,:;=]$/
/** `Question:`, `RESPONSE:`, `Summary`: main headings of articles that underline nothing */
const LABEL =
  /^(?:question|answer|response|problem|symptoms?|cause|resolution|solution|workaround|status|summary|more information|references?)(?: \d)?:$|^(?:SYMPTOMS?|CAUSE|RESOLUTION|WORKAROUND|STATUS|SUMMARY|MORE INFORMATION|REFERENCES?)$/i
/** `DEVICE I/O`: a title in capitals, on a line alone in the CD's articles; `END SUB` is code */
const CAPITALS = /^(?=(?:[^A-Z]|[A-Z](?![A-Z]))*[A-Z]{2}[^ /]*[ /][^A-Z]*[A-Z])[A-Z][A-Z0-9/&,' -]{3,50}$/
/** `5.1.2   Creating a Library`: the title of a chapter's part */
const CHAPTER = /^\d+(?:\.\d+)+ +[A-Z][^.;=]{3,70}$/
/** How much longer or shorter than its title an underline may be. */
const MAX_MISFIT = 3
/** Titles are no longer than a line, unless the underline proves that they go on. */
const MAX_TITLE_LENGTH = 81
/** Titles that wrapped before the end of the page. */
const MAX_WRAPPED_LENGTH = 76
/** An item's marker is looked for so many lines above. */
const MAX_ITEM_LINES = 200
/** What is indented further is part of a listing. */
const MAX_INDENT = 6

/** Tried in order at each line after a blank one. */
const RULED_READERS: readonly HeadingReader[] = [readOverlined, readUnderlined, readWrappedTitle]
const HEADING_READERS: readonly HeadingReader[] = [...RULED_READERS, readLabel, readBareTitle]

/** The name a heading stands for; `other` for one of the article's own. */
export function sectionName(text: string): SectionName {
  return CANONICAL.get(text.toUpperCase().replace(/:$/, '')) ?? 'other'
}

/** Whether a text is the name of a main heading, in any case. */
export function isMainHeading(text: string): boolean {
  return CANONICAL.has(text.toUpperCase().replace(/:$/, ''))
}

/** Reads a heading at line `at`, or returns `null`. */
export function readHeading(lines: readonly Line[], at: number, context: HeadingContext): HeadingReading | null {
  const bare = context.hasBare ? readBare(lines, at) : null
  return bare ?? readWith(HEADING_READERS, lines, at, context)
}

/** Whether a heading with a rule stands at line `at`. */
export function isRuledHeading(lines: readonly Line[], at: number, context: HeadingContext): boolean {
  return readWith(RULED_READERS, lines, at, context) !== null
}

function readWith(readers: readonly HeadingReader[], lines: readonly Line[], at: number, context: HeadingContext) {
  if (lineAt(lines, at).text === '' || lineAt(lines, at - 1).text !== '') return null
  for (const reader of readers) {
    const heading = reader(lines, at, context)
    if (heading !== null) return heading
  }
  return null
}

/** One of the main headings in capitals, whatever stands around it: on the support pages since 1997, some with an underline. */
function readBare(lines: readonly Line[], at: number): HeadingReading | null {
  const { text, indent } = lineAt(lines, at)
  if (indent > 0 || text !== text.toUpperCase() || !CANONICAL.has(text.replace(/:$/, ''))) return null
  return { text, depth: 1, next: isUnderline(lineAt(lines, at + 1).text) ? at + 2 : at + 1 }
}

/** Whether the line is one of the main headings with its `=` underline. */
export function mainHeadingAt(lines: readonly Line[], at: number): string | null {
  const under = lineAt(lines, at + 1).text
  if (!under.startsWith('=') || !/^=+$/.test(under)) return null
  const { text } = lineAt(lines, at)
  return CANONICAL.has(text) ? text : null
}

/**
 * A title between two rules of one length.
 *
 *     > | --------------------
 *     > | Using This Document
 *     > | --------------------
 */
function readOverlined(lines: readonly Line[], at: number): HeadingReading | null {
  const rule = lineAt(lines, at).text
  if (!isFrameRule(rule) || lineAt(lines, at + 2).text !== rule) return null
  const title = lineAt(lines, at + 1)
  if (title.text === '' || isFrameRule(title.text) || hasGap(title.text.trim())) return null
  return { text: title.text.trim(), depth: 2, next: at + 3 }
}

/** A title with an underline of its own length. */
function readUnderlined(lines: readonly Line[], at: number, context: HeadingContext): HeadingReading | null {
  const line = lineAt(lines, at)
  const under = lineAt(lines, at + 1)
  if (!isUnderline(under.text) || isUnderline(line.text)) return null
  const title = line.text.trim()
  const misfit = Math.abs(under.text.length - leadingWidth(under.text) - title.length)
  const isMain = CANONICAL.has(title) && line.indent === 0
  if (misfit > MAX_MISFIT && !(isMain && under.text.endsWith('=')) && !isTitleOverRule(lines, at)) return null
  if (hasGap(title)) return null
  const depth = isMain ? mainDepth(title, under.text, context) : depthOf(lines, at)
  return depth === null ? null : { text: title, depth, next: at + 2 }
}

function isUnderline(text: string): boolean {
  return endsWithOneOf(text, '=-') && UNDERLINE.test(text)
}

function isFrameRule(text: string): boolean {
  return endsWithOneOf(text, '=-*') && FRAME_RULE.test(text)
}

/** Whether a text has a gap that no section number explains. */
function hasGap(text: string): boolean {
  return GAP.test(text) && !NUMBERED.test(text)
}

/**
 * A title over a rule that goes on over the page: dashes alone between blank lines, equal signs over text, too (Q258816, Q157248).
 *
 *     > | Page 271: Which Mask to Enter
 *     > | ------------------------------------------------------------
 */
function isTitleOverRule(lines: readonly Line[], at: number): boolean {
  const { text, indent } = lineAt(lines, at)
  const rule = lineAt(lines, at + 1).text
  const isAlone = rule.startsWith('=') || lineAt(lines, at + 2).text === ''
  return isAlone && indent === 0 && LONG_RULE.test(rule) && rule.length > text.length && TITLE.test(text)
}

/** A main heading underlined with dashes is one if the body has none of that name underlined as it should be. */
function mainDepth(title: string, under: string, context: HeadingContext): 1 | 2 {
  return under.endsWith('=') || !context.mainHeadings.has(title) ? 1 : 2
}

/** Indented titles are a level lower, and none where they are part of a list item or of a column of values. */
function depthOf(lines: readonly Line[], at: number): 2 | 3 | null {
  const title = lineAt(lines, at)
  const under = lineAt(lines, at + 1)
  if (under.indent === 0) return title.indent < 4 ? 2 : null
  const isSetOff = lineAt(lines, at + 2).text === '' && /^\s*[A-Z0-9"'[(]/.test(title.text)
  if (title.indent !== under.indent || title.indent > MAX_INDENT || !isSetOff || isInItem(lines, at)) return null
  return 3
}

/** Whether a list is open above line `at`: a marker at the left opens one, a paragraph there closes it. */
function isInItem(lines: readonly Line[], at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - MAX_ITEM_LINES); above--) {
    const line = lineAt(lines, above)
    if (line.text === '' || line.indent > 1) continue
    if (markerAt(line) !== null) return true
    if (lineAt(lines, above - 1).text === '') return false
  }
  return false
}

/**
 * A title that wrapped: the underline is as long as both lines joined, or as the longer of them (Q96492, Q118872).
 *
 *     > | Installing the Update Where the Server Is a Member of a Domain That Has
 *     > | No Other
 *     > | --------------------------------------------------------------------------------
 *
 *     > | 1.7 You deleted files that the program needs
 *     > |     to install its options
 *     > | --------------------------------------------
 */
function readWrappedTitle(lines: readonly Line[], at: number): HeadingReading | null {
  const first = lineAt(lines, at)
  const second = lineAt(lines, at + 1)
  const under = lineAt(lines, at + 2)
  if (first.indent > 0 || second.text === '' || !isUnderline(under.text) || under.indent > 0) return null
  const text = `${first.text} ${second.text.trim()}`
  if (isUnderline(first.text) || isUnderline(second.text) || hasGap(text)) return null
  const isJoined = second.indent === 0 && Math.abs(under.text.length - text.length) <= 1
  if (!isJoined && !isUnderLongest(first, second, under)) return null
  return text.length < MAX_TITLE_LENGTH / 2 ? null : { text, depth: 2, next: at + 3 }
}

/** Whether an underline is as long as the longer of two lines, and these are a title: with a number, or without a sentence's end. */
function isUnderLongest(first: Line, second: Line, under: Line): boolean {
  const longest = Math.max(first.text.length, second.text.length)
  if (Math.abs(under.text.length - longest) > 1 || longest > MAX_WRAPPED_LENGTH) return false
  const isNumbered = /^[A-Z]?\d+(?:\.\d+)*\.? /.test(first.text)
  const isTitle = /^[A-Z].*[^.,:;]$/.test(first.text) && /[^.,:;]$/.test(second.text)
  return second.indent > 0 ? isNumbered && second.indent <= MAX_INDENT : isNumbered || isTitle
}

/** A line that stands alone and says what follows: only where the article underlines no main heading. */
function readLabel(lines: readonly Line[], at: number, context: HeadingContext): HeadingReading | null {
  const { text, indent } = lineAt(lines, at)
  const below = lineAt(lines, at + 1)
  if (indent > 0 || context.mainHeadings.size > 0) return null
  if (below.text !== '' && !(context.isCd && below.indent > 1)) return null
  if (LABEL.test(text)) return { text, depth: 1, next: at + 1 }
  const isCapitals = CAPITALS.test(text) && !GAP.test(text) && lineKind(text) !== 'code'
  const isTitle = context.isCd && below.text === '' && (isCapitals || CHAPTER.test(text))
  return isTitle ? { text, depth: 2, next: at + 1 } : null
}

/** `Using the Mouse`, `Page 21  Windows and Menus`, `The /Fb Option`: every long word has a capital letter; no sentence's end */
const BARE_TITLE = /^(?=.{3,60}$)[A-Z][^.:;,?!]*[\w)]$/
/** `@Read (3Fh)`: a macro and the number of its function */
const MACRO_TITLE = /^@\w+ \([0-9A-Fa-f]+h\)$/
/** A word of four letters or more that begins with a small one. */
const SMALL_WORD = /(?:^|[ (])[a-z][A-Za-z]{3}/
/** `OR`, `Table 1`: between alternatives, or over a table */
const NO_TITLE = /^(?:or|and|then|(?:table|figure|listing) \S+)$/i

/**
 * A title that only blank lines set off, in articles of the CD without any other title:
 *
 *     > | Creating Dynamic-Link Libraries
 *     > |
 *     > | The following steps ...
 *
 * What follows a line that announces it (`as follows:`) is no title, nor is the last line of the article.
 */
function readBareTitle(lines: readonly Line[], at: number, context: HeadingContext): HeadingReading | null {
  const { text, indent } = lineAt(lines, at)
  if (!context.isCd || context.hasRules || context.mainHeadings.size > 0) return null
  if (indent > 0 || lineAt(lines, at + 1).text !== '' || markerAt(lineAt(lines, at)) !== null) return null
  if (!isBareTitle(text)) return null
  const above = lines.slice(0, at).findLast((line) => line.text !== '')
  const below = lines.slice(at + 1).find((line) => line.text !== '')
  return above?.text.endsWith(':') || below === undefined ? null : { text, depth: 2, next: at + 1 }
}

function isBareTitle(text: string): boolean {
  if (MACRO_TITLE.test(text)) return true
  return BARE_TITLE.test(text) && !SMALL_WORD.test(text) && !NO_TITLE.test(text) && lineKind(text) !== 'code'
}

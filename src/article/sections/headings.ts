/**
 * Recognises headings: their lines, depth and text. FORMAT.md section 6.
 *
 *     > | SYMPTOMS
 *     > | ========     the underline is as long as the text
 *
 * Knows nothing of sections; `sections.ts` cuts the body at the headings found here.
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
  /** Index after the last line, the underline included. */
  readonly next: number
}

/** Facts about the body that the readers of headings need. */
export interface HeadingContext {
  /** Names of the main headings in the body that are underlined with `=`. */
  readonly mainHeadings: ReadonlySet<string>
  /** True for an article of the CD form, whose headings are simpler. */
  readonly isCd: boolean
  /** True if main headings may be lines of their own, without an underline or blank lines around. */
  readonly hasBare: boolean
  /** True if any title has a rule above or below it. Then a line without one is no title. */
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

/** Matches `=====` or `-----`, at any column. */
const UNDERLINE = /^\s*(?:={2,}|-{2,})$/
/** Matches a rule above and below a title: `-----`, `=====` or `*****`. */
const FRAME_RULE = /^\s*(?:={4,}|-{4,}|\*{4,})$/
/** Matches two or more blanks inside a text, the gap between two columns of a table. */
const GAP = /\S {2,}\S/
/** Matches a section number and the gap after it: `7.1  Upgrading`, `B.  Sound`. */
const NUMBERED = /^(?:[A-Z]?\d+(?:(?:[.):][A-Z]?|[A-Z])\d+)*[.):]?|[A-Z]\.) {2,}\S/
/** Matches a rule over most of the page's width, but not the frame's rule of 79 signs. */
const LONG_RULE = /^(?:-{20,78}|={20,78})$/
/** Matches a few words without the end of a sentence: `Page 271: Which Mask to Enter`. */
const TITLE = /^[A-Z][^=;]{2,58}[^\s.,:;=]$/
/** Matches a main heading of an article without underlines: `Question:`, `RESPONSE:`, `Summary`. */
const LABEL =
  /^(?:question|answer|response|problem|symptoms?|cause|resolution|solution|workaround|status|summary|more information|references?)(?: \d)?:$|^(?:SYMPTOMS?|CAUSE|RESOLUTION|WORKAROUND|STATUS|SUMMARY|MORE INFORMATION|REFERENCES?)$/i
/** Matches a title in capitals, alone in a line of a CD article: `DEVICE I/O`. `END SUB` matches too, but is code. */
const CAPITALS = /^(?=(?:[^A-Z]|[A-Z](?![A-Z]))*[A-Z]{2}[^ /]*[ /][^A-Z]*[A-Z])[A-Z][A-Z0-9/&,' -]{3,50}$/
/** Matches the title of a part of a chapter: `5.1.2   Creating a Library`. */
const CHAPTER = /^\d+(?:\.\d+)+ +[A-Z][^.;=]{3,70}$/
/** Largest difference in length between a title and its underline, in characters. */
const MAX_MISFIT = 3
/** Length of a full line. A wrapped title has at least half of it. */
const MAX_TITLE_LENGTH = 81
/** Limit of each line of a title that wrapped before the end of the page. */
const MAX_WRAPPED_LENGTH = 76
/** Number of lines above that are searched for an item's marker. */
const MAX_ITEM_LINES = 200
/** Largest indentation of a heading, in columns. Lines that are indented further belong to a listing. */
const MAX_INDENT = 6

/** Readers in order, tried at each line after a blank one. */
const RULED_READERS: readonly HeadingReader[] = [readOverlined, readUnderlined, readWrappedTitle]
const HEADING_READERS: readonly HeadingReader[] = [...RULED_READERS, readLabel, readBareTitle]

/** Returns the section name of a heading; `other` if it is not a main heading. */
export function sectionName(text: string): SectionName {
  return CANONICAL.get(text.toUpperCase().replace(/:$/, '')) ?? 'other'
}

/** Returns true if a text is the name of a main heading, in any case. */
export function isMainHeading(text: string): boolean {
  return CANONICAL.has(text.toUpperCase().replace(/:$/, ''))
}

/** Reads a heading at line `at`, or returns `null`. */
export function readHeading(lines: readonly Line[], at: number, context: HeadingContext): HeadingReading | null {
  const bare = context.hasBare ? readBare(lines, at) : null
  return bare ?? readWith(HEADING_READERS, lines, at, context)
}

/** Returns true if a heading with a rule begins at line `at`. */
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

/**
 * Reads a main heading in capitals, whatever lines are around it. The support pages since 1997 have these, some
 * underlined.
 */
function readBare(lines: readonly Line[], at: number): HeadingReading | null {
  const { text, indent } = lineAt(lines, at)
  if (indent > 0 || text !== text.toUpperCase() || !CANONICAL.has(text.replace(/:$/, ''))) return null
  return { text, depth: 1, next: isUnderline(lineAt(lines, at + 1).text) ? at + 2 : at + 1 }
}

/** Returns the text of a main heading that is underlined with `=` at line `at`, else `null`. */
export function mainHeadingAt(lines: readonly Line[], at: number): string | null {
  const under = lineAt(lines, at + 1).text
  if (!under.startsWith('=') || !/^=+$/.test(under)) return null
  const { text } = lineAt(lines, at)
  return CANONICAL.has(text) ? text : null
}

/**
 * Reads a title between two rules of one length.
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

/** Reads a title with an underline of about its own length. */
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

/** Returns true if a text has a gap other than the one after a section number. */
function hasGap(text: string): boolean {
  return GAP.test(text) && !NUMBERED.test(text)
}

/**
 * Returns true for a title over a rule that is longer than it. Dashes must have a blank line below; equal signs may
 * have text (Q258816, Q157248).
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

/**
 * Returns the depth of a main heading. Underlined with dashes, it is 1 only if the body has no heading of that name
 * underlined with `=`.
 */
function mainDepth(title: string, under: string, context: HeadingContext): 1 | 2 {
  return under.endsWith('=') || !context.mainHeadings.has(title) ? 1 : 2
}

/**
 * Returns the depth of a sub-heading, one more if it is indented; `null`: it is part of a list item or a column of
 * values.
 */
function depthOf(lines: readonly Line[], at: number): 2 | 3 | null {
  const title = lineAt(lines, at)
  const under = lineAt(lines, at + 1)
  if (under.indent === 0) return title.indent < 4 ? 2 : null
  const isSetOff = lineAt(lines, at + 2).text === '' && /^\s*[A-Z0-9"'[(]/.test(title.text)
  if (title.indent !== under.indent || title.indent > MAX_INDENT || !isSetOff || isInItem(lines, at)) return null
  return 3
}

/** Returns true if a list is open above line `at`. A marker at the left opens one, a paragraph there closes it. */
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
 * Reads a wrapped title. Its underline is as long as both lines joined, or as the longer of them (Q96492, Q118872).
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

/**
 * Returns true if an underline is as long as the longer of two lines, and these are a title: they begin with a number,
 * or do not end a sentence.
 */
function isUnderLongest(first: Line, second: Line, under: Line): boolean {
  const longest = Math.max(first.text.length, second.text.length)
  if (Math.abs(under.text.length - longest) > 1 || longest > MAX_WRAPPED_LENGTH) return false
  const isNumbered = /^[A-Z]?\d+(?:\.\d+)*\.? /.test(first.text)
  const isTitle = /^[A-Z].*[^.,:;]$/.test(first.text) && /[^.,:;]$/.test(second.text)
  return second.indent > 0 ? isNumbered && second.indent <= MAX_INDENT : isNumbered || isTitle
}

/** Reads a line that stands alone as a title, in articles without underlined main headings. */
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

/** Matches a line without the end of a sentence: `Using the Mouse`, `Page 21  Windows and Menus`, `The /Fb Option`. */
const BARE_TITLE = /^(?=.{3,60}$)[A-Z][^.:;,?!]*[\w)]$/
/** Matches a macro and the number of its function: `@Read (3Fh)`. */
const MACRO_TITLE = /^@\w+ \([0-9A-Fa-f]+h\)$/
/** Matches a word of four or more letters that begins with a small one. Titles have none. */
const SMALL_WORD = /(?:^|[ (])[a-z][A-Za-z]{3}/
/** Matches a line between alternatives or over a table: `OR`, `Table 1`. */
const NO_TITLE = /^(?:or|and|then|(?:table|figure|listing) \S+)$/i

/**
 * Reads a title that only blank lines set off, in CD articles without any other title.
 *
 *     > | Creating Dynamic-Link Libraries
 *     > |
 *     > | The following steps ...
 *
 * A line below an announcement (`as follows:`) is no title, and neither is the last line of the article.
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

/**
 * Cuts off the lines after an article's last one: a DOS end-of-file mark, page feeds, closing tags, a mail signature,
 * separators of collections, prompts and page numbers.
 *
 *     > | Additional reference words: 2.10
 *     > | ^Z
 *
 *     > | -- \n someone                        a signature
 *     > | C:\KB>                               a prompt
 *
 * Lines that can be nothing else are cut off any text. Prompts and page numbers are cut only below the words or the
 * notice that end an article.
 */
import type { Line } from '../text/lines.js'
import { lineRange, type Range } from './part.js'

/** A text without its ending, and the line range of the ending. */
export interface WithoutEnding {
  readonly lines: readonly Line[]
  readonly range: Range | null
}

/** Matches lines that can only be an ending. */
const ENDINGS: readonly RegExp[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: endings consist of control characters
  /^[\s\u0000\u0004\u000c\u001a]+$/,
  /^(?:-=){3,}-?$/,
]
/** Closes the quotation of an article in a Markdown text. No article contains such a line. */
const FENCE = '```'
/** Matches a rule that separates a quoted article from the text after it. */
const RULE = /^[-=_*]{10,}$/
/** Matches a line of closing tags only. */
const CLOSING_TAGS = /^\s*(?:<\/[A-Za-z][A-Za-z0-9]{0,11}>\s*)+$/
const CLOSING_TAG = /<\/([A-Za-z][A-Za-z0-9]{0,11})>/g
/** Match headers of BBS messages: `Sysop #1 @1000`, `Thu May 20 15:41:40 1993`, `0R: net33: @1021 (via @1)`. */
const MESSAGE: readonly RegExp[] = [
  /^\d[A-Z]: net\d+: @/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
]
const MESSAGE_FROM = /^\S.{0,60} #\d{1,6} @\d{1,6}$/
/** Match lines that belong to the ending if they are below an article's last words. */
const AFTER_WORDS: readonly RegExp[] = [
  /^\s*[A-Z]:\\?[^\s>]{0,60}>.{0,60}$/i,
  /^[[(<*-]{0,3}\s?(?:more|continue|end of file|eof|end)\b.{0,40}$/i,
  /^.{0,20}\b(?:press|hit|strike)\b.{0,60}\b(?:key|enter|return|<cr>|continue|more)\b.{0,30}$/i,
  /^.{0,60}\b(?:command|action|choice|selection|option|prompt|next|read)\b.{0,20}[?!:>]$/i,
  /^\s*(?:page|p\.)\s?\d{1,5}(?: of \d{1,5})?$/i,
  /^\s*-?\s?\d{1,4}\s?-?$/,
]
const LAST_WORDS =
  /^\s{0,16}(?:Additional (?:query|reference) words?|Keywords?|KB(?:Sub)?Category|Version|Platform|Hardware|Issue type|Solution type|Technology)\s{0,16}:|^\s{0,16}(?:copyright\b|©)/i
/** Starts a mail signature, alone in its line. */
const SIGNATURE = '--'
const MAX_SIGNATURE_LINES = 8
/** Number of lines at the end that may be an ending. */
const MAX_LINES = 60

/** Cuts the ending off an article's lines. */
export function cutEnding(lines: readonly Line[]): WithoutEnding {
  const end = endOfText(lines)
  const cut = lines.slice(end)
  const shown = cut.filter((line) => line.text !== '')
  return shown.length === 0 ? { lines, range: null } : { lines: lines.slice(0, end), range: lineRange(cut) }
}

/** Returns the index after the last line of the text. */
function endOfText(lines: readonly Line[]): number {
  const fence = lines.findIndex((line) => line.text === FENCE)
  let end = fence < 0 ? lines.length : fence
  for (let next = stepBack(lines, end); next < end; next = stepBack(lines, end)) end = next
  return end
}

/** Returns the index of the next piece of an ending, searched upwards over blank lines; `end` if there is none. */
function stepBack(lines: readonly Line[], end: number): number {
  if (lines.length - end > MAX_LINES) return end
  let last = end - 1
  while (last >= 0 && lines[last]?.text === '') last--
  const text = lines[last]?.text
  if (text === undefined) return end
  if (ENDINGS.some((ending) => ending.test(text)) || MESSAGE.some((header) => header.test(text))) return last
  if (end < lines.length && RULE.test(text)) return last
  if (CLOSING_TAGS.test(text) && closesNothing(lines, text)) return last
  // the subject is above the sender
  if (MESSAGE_FROM.test(text)) return lines[last - 1]?.text === '' ? last : Math.max(0, last - 1)
  const signature = findSignature(lines, last)
  if (signature >= 0) return signature
  return isBelowWords(lines, last) && AFTER_WORDS.some((ending) => ending.test(text)) ? last : end
}

/** Returns true if the text opens none of the elements that a line closes. A listing of HTML opens them. */
function closesNothing(lines: readonly Line[], text: string): boolean {
  const names = Array.from(text.matchAll(CLOSING_TAG), ([, name = '']) => `<${name.toLowerCase()}`)
  return !lines.some((line) => line.text.includes('<') && names.some((name) => line.text.toLowerCase().includes(name)))
}

function findSignature(lines: readonly Line[], last: number): number {
  for (let at = last; at > 0 && last - at <= MAX_SIGNATURE_LINES; at--)
    if (lines[at]?.text === SIGNATURE && (lines[at - 1]?.text ?? '') === '') return at
  return -1
}

/** Returns true for a line below the words or the notice that end an article, with a blank line between. */
function isBelowWords(lines: readonly Line[], at: number): boolean {
  let above = at - 1
  while (above >= 0 && lines[above]?.text === '') above--
  if (above < 0 || above === at - 1) return false
  let first = above
  while (first > 0 && lines[first - 1]?.text !== '' && above - first < MAX_LINES) first--
  return LAST_WORDS.test(lines[first]?.text ?? '') || LAST_WORDS.test(lines[above]?.text ?? '')
}

/**
 * Tells lines that a word wrapper broke from lines broken by hand, and finds the line breaks that have a meaning.
 *
 * A break is full if the first word of the next line would not have fitted. A full break has no meaning.
 *
 *     > | When you start the program on a computer that has more than one network adapter,
 *     > | you receive an error                                             break is full ^
 */
import type { Line } from '../../text/lines.js'
import { leadingWidth, lineAt } from '../block.js'
import { lineKind } from './line-evidence.js'

/** Columns by which a line may be too short for its break to count as full. Some authors wrapped early. */
const TOLERANCE = 4
/** The same for a line that ends in the middle of a sentence. */
const SENTENCE_TOLERANCE = 14
/** Length to which a word counts. Longer ones are addresses and paths, which begin a line of their own. */
const MAX_WORD = 30
/** Share of full breaks from which a chunk was wrapped. The other breaks are places where two texts were joined. */
const WRAPPED_SHARE = 0.75
/** Minimum width of wrapped prose, in columns. */
const MIN_WRAP_COLUMN = 45
/** Length to which a line is cut, in UTF-16 code units. */
const MAX_PROSE_LINE = 200
/** Limit of the rest that a second wrapping leaves on a line, in characters. */
const MAX_REST = 14
/** Share of the width below which a line of wrapped text was ended on purpose. */
const SHORT_SHARE = 0.6

/** Returns true if the break after line `at` is full: one more word would have passed the wrap column. */
export function isFullBreak(lines: readonly Line[], at: number, wrapColumn: number): boolean {
  const below = lineAt(lines, at + 1).text
  const lead = leadingWidth(below)
  const blank = below.indexOf(' ', lead)
  const word = Math.min((blank < 0 ? below.length : blank) - lead, MAX_WORD)
  const room = startsInSentence(below) ? SENTENCE_TOLERANCE : TOLERANCE
  return lineAt(lines, at).text.length + 1 + word > wrapColumn - room
}

/** Matches the end of a sentence: `follow these steps:`, `Click OK.`. */
const SENTENCE_END = /[.:?!]["')]*$/

/** Matches a high number, which begins no list: `95. If`, `10) x`. */
const HIGH_NUMBER = /^\s*\(?\d{2,3}[.)]/
/** Matches the words of a sentence before such a number: `under Windows` / `95. If you upgrade` (Q135888). */
const WORDS_BEFORE = /[a-z]{2} [A-Za-z]+$/

/** Returns true if line `at` continues a wrapped sentence, though it begins like a list item: `Windows` / `3. x`. */
export function goesOnInSentence(lines: readonly Line[], at: number, wrapColumn: number): boolean {
  const above = lineAt(lines, at - 1).text
  if (SENTENCE_END.test(above)) return false
  return (
    isFullBreak(lines, at - 1, wrapColumn) || (HIGH_NUMBER.test(lineAt(lines, at).text) && WORDS_BEFORE.test(above))
  )
}

/** Returns true if lines `from` to `to` (exclusive) are one text, wrapped at `wrapColumn`. A single line is. */
function isWrappedAt(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean {
  let full = 0
  for (let at = from; at + 1 < to; at++) if (isFullBreak(lines, at, wrapColumn)) full++
  return full >= (to - from - 1) * WRAPPED_SHARE
}

/**
 * Returns the column at which lines were wrapped: `wrapColumn`, or that of their longest line in a narrower text;
 * `null`: they were broken by hand.
 */
function findWrapColumn(lines: readonly Line[], from: number, to: number, wrapColumn: number): number | null {
  if (isWrappedAt(lines, from, to, wrapColumn)) return wrapColumn
  let longest = 0
  let goingOn = 0
  for (let at = from; at < to; at++) {
    const { text } = lineAt(lines, at)
    longest = Math.max(longest, text.length)
    if (at > from && startsInSentence(text)) goingOn++
  }
  const own = longest + TOLERANCE
  if (longest < MIN_WRAP_COLUMN || own >= wrapColumn || goingOn * 2 < to - from - 1) return null
  return isWrappedAt(lines, from, to, own) ? own : null
}

/** Returns true for a line that begins with a small letter, like most lines inside a sentence. */
function startsInSentence(text: string): boolean {
  const code = text.charCodeAt(leadingWidth(text))
  return code >= 97 && code <= 122
}

/**
 * Returns true if lines `from` to `to` (exclusive) are a wrapped text, at the article's column or at one of its own.
 */
export function isWrapped(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean {
  return to - from === 1 || findWrapColumn(lines, from, to, wrapColumn) !== null
}

/** Returns, for each line from `from` to `to` but the last, whether the break after it has a meaning. */
export function findBreaks(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean[] {
  const breaks: boolean[] = []
  if (to - from < 2) return breaks
  const found = findWrapColumn(lines, from, to, wrapColumn)
  const column = found ?? wrapColumn
  const isProse = found !== null || readsAsProse(lines, from, to)
  for (let at = from; at + 1 < to; at++) {
    const isShort = found === null || lineAt(lines, at).text.length < column * SHORT_SHARE
    breaks.push(isShort && !isFullBreak(lines, at, column) && !(isProse && goesOn(lines, at)))
  }
  return breaks
}

/** Matches a word of prose that lines of names do not have: `the`, `and then`, `it is`. */
const FUNCTION_WORD =
  /(?:^|[a-z,] )(?:the|an?|of|to|is|are|and|or|for|with|you|your|that|this|in|on|can|not|be|by|if) [a-z]/

/** Returns true if at least half of the lines read as parts of sentences. */
function readsAsProse(lines: readonly Line[], from: number, to: number): boolean {
  let prose = 0
  for (let at = from; at < to; at++) if (FUNCTION_WORD.test(lineAt(lines, at).text.slice(0, MAX_PROSE_LINE))) prose++
  return prose * 2 >= to - from
}

/**
 * Returns true if the sentence of line `at` continues in the next line, as in texts that were wrapped twice (Q99381):
 *
 *     > | Windows emits a beep when it wants to signal you, but this is not useful
 *     > | if
 *     > | you have a hearing impairment
 */
function goesOn(lines: readonly Line[], at: number): boolean {
  const above = lineAt(lines, at).text
  const below = lineAt(lines, at + 1).text
  if (!startsInSentence(below) || !/[A-Za-z,)]$/.test(above)) return false
  const isRest = above.length - leadingWidth(above) <= MAX_REST && startsInSentence(above)
  return (isRest || above.length >= MIN_WRAP_COLUMN) && [above, below].every((line) => lineKind(line.trim()) !== 'code')
}

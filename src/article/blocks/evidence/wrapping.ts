/**
 * Whether lines were broken by a word wrapper or by hand, and which line breaks mean something.
 *
 * A break is full where the next line's first word would not have fitted: then it means nothing.
 *
 *     > | When you start the program on a computer that has more than one network adapter,
 *     > | you receive an error                                             break is full ^
 */
import type { Line } from '../../text/lines.js'
import { leadingWidth, lineAt } from '../block.js'
import { lineKind } from './line-evidence.js'

/** Some authors wrapped a few columns early: such a break is full all the same. */
const TOLERANCE = 4
/** A line that goes on in the middle of a sentence may be wrapped earlier still. */
const SENTENCE_TOLERANCE = 14
/** Longer words are addresses and paths: they begin a line of their own. */
const MAX_WORD = 30
/** From this share on, a chunk's breaks are a wrapper's; the rest were made where two texts were glued. */
const WRAPPED_SHARE = 0.75
/** Nobody wrapped prose narrower. */
const MIN_WRAP_COLUMN = 45
/** A longer line is judged by its beginning. */
const MAX_PROSE_LINE = 200
/** What the second wrapping left of a line. */
const MAX_REST = 14
/** In wrapped text, a line that ends before this share of the width was ended on purpose. */
const SHORT_SHARE = 0.6

/** Whether the break after line `at` is full: one more word would have passed the wrap column. */
export function isFullBreak(lines: readonly Line[], at: number, wrapColumn: number): boolean {
  const below = lineAt(lines, at + 1).text
  const lead = leadingWidth(below)
  const blank = below.indexOf(' ', lead)
  const word = Math.min((blank < 0 ? below.length : blank) - lead, MAX_WORD)
  const room = startsInSentence(below) ? SENTENCE_TOLERANCE : TOLERANCE
  return lineAt(lines, at).text.length + 1 + word > wrapColumn - room
}

/** `follow these steps:`, `Click OK.`: ends as a sentence does */
const SENTENCE_END = /[.:?!]["')]*$/

/** `95. If`, `10) x`: nothing begins with such a number that follows no other one. */
const HIGH_NUMBER = /^\s*\(?\d{2,3}[.)]/
/** In front of such a number, words of a sentence: `under Windows` / `95. If you upgrade` (Q135888). */
const WORDS_BEFORE = /[a-z]{2} [A-Za-z]+$/

/** Whether line `at` is no more than the rest of a wrapped sentence above it, though it begins like a list item: `Windows` / `3. x`. */
export function goesOnInSentence(lines: readonly Line[], at: number, wrapColumn: number): boolean {
  const above = lineAt(lines, at - 1).text
  if (SENTENCE_END.test(above)) return false
  return (
    isFullBreak(lines, at - 1, wrapColumn) || (HIGH_NUMBER.test(lineAt(lines, at).text) && WORDS_BEFORE.test(above))
  )
}

/** Whether the lines from `from` up to `to` are one text, wrapped at `wrapColumn`; one line is. */
function isWrappedAt(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean {
  let full = 0
  for (let at = from; at + 1 < to; at++) if (isFullBreak(lines, at, wrapColumn)) full++
  return full >= (to - from - 1) * WRAPPED_SHARE
}

/** Where the lines were wrapped: at `wrapColumn`, or, in a narrower text, at its longest line; `null`: by hand. */
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

/** Whether a line begins with a small letter, as lines inside a sentence mostly do. */
function startsInSentence(text: string): boolean {
  const code = text.charCodeAt(leadingWidth(text))
  return code >= 97 && code <= 122
}

/** Whether the lines from `from` up to `to` are a wrapped text, at the article's column or at one of its own. */
export function isWrapped(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean {
  return to - from === 1 || findWrapColumn(lines, from, to, wrapColumn) !== null
}

/** Says for each line from `from` to the last but one before `to`: does the break after it mean something? */
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

/** `the`, `and then`, `it is`: what lines of prose have, and lines of names have not */
const FUNCTION_WORD =
  /(?:^|[a-z,] )(?:the|an?|of|to|is|are|and|or|for|with|you|your|that|this|in|on|can|not|be|by|if) [a-z]/

/** Whether most lines read as parts of sentences. */
function readsAsProse(lines: readonly Line[], from: number, to: number): boolean {
  let prose = 0
  for (let at = from; at < to; at++) if (FUNCTION_WORD.test(lineAt(lines, at).text.slice(0, MAX_PROSE_LINE))) prose++
  return prose * 2 >= to - from
}

/**
 * Whether the sentence of line `at` goes on in the line below, as in texts that were wrapped twice (Q99381):
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

/**
 * Whether lines were broken by a word wrapper or by hand.
 *
 * A break is full where the next line's first word would not have fitted: then it means nothing.
 *
 *     > | When you start the program on a computer that has more than one network adapter,
 *     > | you receive an error                                             break is full ^
 */
import type { Line } from '../lines.js'
import { lineAt, leadingWidth } from './block.js'

/** Some authors wrapped a few columns early: such a break is full all the same. */
const TOLERANCE = 4
/** From this share on, a chunk's breaks are a wrapper's; the rest were made where two texts were glued. */
const WRAPPED_SHARE = 0.75

/** Whether the break after line `at` is full: one more word would have passed the wrap column. */
export function isFullBreak(lines: readonly Line[], at: number, wrapColumn: number): boolean {
  const below = lineAt(lines, at + 1).text
  const lead = leadingWidth(below)
  const blank = below.indexOf(' ', lead)
  const word = (blank < 0 ? below.length : blank) - lead
  return lineAt(lines, at).text.length + 1 + word > wrapColumn - TOLERANCE
}

/** Whether the lines from `from` up to `to` are one wrapped text; one line is. */
export function isWrapped(lines: readonly Line[], from: number, to: number, wrapColumn: number): boolean {
  let full = 0
  for (let at = from; at + 1 < to; at++) if (isFullBreak(lines, at, wrapColumn)) full++
  return full >= (to - from - 1) * WRAPPED_SHARE
}

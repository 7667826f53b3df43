/** Result types of the frame's readers: the part found, its lines, and the lines on both sides. */
import type { Line } from '../text/lines.js'

/** First and last line of a part in the raw file, inclusive. */
export type Range = [number, number]

/** A part of an article and its line range. */
export interface Part<T> {
  readonly value: T
  readonly range: Range
}

/** A part cut out of the middle. */
export interface Cut<T> extends Part<T> {
  readonly before: readonly Line[]
  readonly after: readonly Line[]
}

/**
 * Returns the numbers of the first and the last visible line. If all lines are blank, returns the first number twice.
 */
export function lineRange(lines: readonly Line[]): Range {
  const shown = (line: Line) => line.text !== ''
  const first = lines.find(shown) ?? lines[0]
  const last = lines.findLast(shown) ?? lines[0]
  return [first?.number ?? 1, last?.number ?? 1]
}

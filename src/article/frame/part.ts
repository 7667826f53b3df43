/**
 * What a reader of the frame gives back: the part it found, the lines it took, and what is left on both sides.
 */
import type { Line } from '../text/lines.js'

/** First and last line of a part in the raw file, inclusive. */
export type Range = [number, number]

/** A part of an article and the lines it took. */
export interface Part<T> {
  readonly value: T
  readonly range: Range
}

/** A part taken out of the middle. */
export interface Cut<T> extends Part<T> {
  readonly before: readonly Line[]
  readonly after: readonly Line[]
}

/** From the first to the last line that shows something; for lines that show nothing, the first. */
export function lineRange(lines: readonly Line[]): Range {
  const shown = (line: Line) => line.text !== ''
  const first = lines.find(shown) ?? lines[0]
  const last = lines.findLast(shown) ?? lines[0]
  return [first?.number ?? 1, last?.number ?? 1]
}

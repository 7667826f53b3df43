/** Compares two texts of an article, line by line. */
import { diffLines as compareLines } from 'diff'

export interface Change {
  readonly kind: 'same' | 'old' | 'new'
  /** Whole lines, with their ends. */
  readonly text: string
}

/** Texts that differ in more lines are shown one after another, because finding the difference takes quadratic time. */
const MOST_CHANGED_LINES = 2000

/** The lines of both texts in reading order. */
export function diffLines(older: string, newer: string): readonly Change[] {
  const parts = compareLines(older, newer, { maxEditLength: MOST_CHANGED_LINES })
  if (parts === undefined) {
    return [
      { kind: 'old', text: older },
      { kind: 'new', text: newer },
    ]
  }
  return parts.map(({ value, added, removed }) => ({ kind: added ? 'new' : removed ? 'old' : 'same', text: value }))
}

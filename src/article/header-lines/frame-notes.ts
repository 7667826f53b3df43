/**
 * Finds lines of the support pages that are not about the article: navigation, notices of the site, the article's
 * former number. They may be anywhere, even in the text.
 *
 *     > | Back to the top
 *     > | This article was previously published under Q165941
 */

import type { Range } from '../frame/part.js'
import type { Line } from '../text/lines.js'

const NOTES: readonly RegExp[] = [
  /^\[?(?:Back to the top|Back to top|Top of page|Give (?:us )?feedback)\]?(?: ?\| ?\[?(?:Back to the top|Give feedback)\]?)?\.?$/i,
  /^(?:View|See) (?:a list of )?(?:the )?products that this article applies to\.?$/i,
  /^This article was previously published under Q ?\d{4,7}\.?$/i,
  /^(?:Retired KB Article ?)?Retired KB (?:Article|Content Disclaimer)(?:Retired KB Content Disclaimer)?$/i,
  /^(?:Print|E-?mail|Expand all(?: \| Collapse all)?|Collapse all|System Tip|Bookmark this page)$/i,
]

/** Length limit of such a line, in UTF-16 code units. */
const MAX_NOTE = 100

/** Returns true if a text is such a line, white space around it ignored. */
export function isNote(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && trimmed.length <= MAX_NOTE && NOTES.some((note) => note.test(trimmed))
}

/** Lines in which these notes are blank, and the line ranges of the notes. */
export interface WithoutNotes {
  readonly lines: readonly Line[]
  readonly omitted: readonly Range[]
}

/** Replaces the notes of a text by blank lines. */
export function removeNotes(lines: readonly Line[]): WithoutNotes {
  const omitted: Range[] = []
  const kept: Line[] = []
  for (const line of lines) {
    const note = isNote(line.text)
    if (note) omitted.push([line.number, line.number])
    kept.push(note ? { ...line, text: '', indent: 0 } : line)
  }
  return { lines: kept, omitted }
}

/**
 * Lines of the support pages that say nothing of the article: navigation, notices of the site, the article's older number. They may
 * stand anywhere, in the text as well.
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

/** No note is longer. */
const MAX_NOTE = 100

/** Whether a text is such a line, without the blanks around it. */
export function isNote(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && trimmed.length <= MAX_NOTE && NOTES.some((note) => note.test(trimmed))
}

/** Lines without the notes, which become blank ones, and where the notes stand. */
export interface WithoutNotes {
  readonly lines: readonly Line[]
  readonly omitted: readonly Range[]
}

/** Blanks the notes out of a text. */
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

/**
 * Messages: the parts of an article that readers copy or type from memory. They are its title and the messages that it
 * quotes.
 *
 * A phrase often ends in a stop word ("could not find the"). The index stores the stop words after a place in these
 * parts only. After every place, they would take much more space.
 */

import { BODY, hasPlaces } from '../fields.js'

/** Several words in quotation marks, on one line or broken once: `"Cannot open the file."`. */
const QUOTED = /["“][^"“”\n]{1,300}(?:\n[^"“”\n]{1,300})?["”]/g

/** The line below an introduction: `... the following error message appears:`. */
const INTRODUCED = /\b(?:messages?|errors?|warning|prompt)\b[^\n:]{0,80}:\s{0,4}\n\s{0,80}([^\n]{8,300})/g

/** A part of a text. All parts together are the text. */
export interface TextPart {
  readonly text: string
  readonly isMessage: boolean
}

/** The parts of a field's text. A title is a message as a whole; fields without places have none. */
export function cutField(field: number, text: string): readonly TextPart[] {
  return field === BODY ? cutMessages(text) : [{ text, isMessage: hasPlaces(field) }]
}

/** Cuts a text into messages and the parts between them. It cuts at white space only, so no raw token is cut. */
export function cutMessages(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const [start, stop] of findMessages(text)) {
    const from = Math.max(end, tokenStart(text, start))
    const to = tokenEnd(text, stop)
    if (to <= from) continue
    if (from > end) parts.push({ text: text.slice(end, from), isMessage: false })
    parts.push({ text: text.slice(from, to), isMessage: true })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMessage: false })
  return parts
}

/** The offsets of messages, in UTF-16 units, ascending by start. Messages may overlap. */
function findMessages(text: string): readonly (readonly [start: number, end: number])[] {
  const quoted = Array.from(text.matchAll(QUOTED))
    .filter(([quotation]) => SPACE.test(quotation))
    .map((match) => [match.index, match.index + match[0].length] as const)
  const introduced = Array.from(text.matchAll(INTRODUCED), (match) => {
    const end = match.index + match[0].length
    return [end - (match[1] ?? '').length, end] as const
  })
  return [...quoted, ...introduced].sort(([a], [b]) => a - b)
}

const SPACE = /\s/

function tokenStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !SPACE.test(text[start - 1] ?? '')) start -= 1
  return start
}

function tokenEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !SPACE.test(text[end] ?? '')) end += 1
  return end
}

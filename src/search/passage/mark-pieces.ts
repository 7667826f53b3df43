/**
 * Cuts a line into pieces and marks those that match the query: "The **service** does not **start**".
 *
 * It uses the index's own analysis, so that `services` is marked for `service` and `mfc42.dll` for `mfc42`. Pure.
 */
import { toTerms } from '../analysis/analysis.js'

/** A piece of text; `marked` if it matches the query. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** A token as in the index, between white space and hyphens: `(mfc42.dll,`. */
const TOKEN = /[^\s-]+/g
/** A part of a token that can be marked by itself: `foo.dll` of `\system32\foo.dll,`. */
const PART = /(?<![.'’])[.'’]*[\p{L}\p{N}_+#]+(?:[.'’]+[\p{L}\p{N}_+#]+)*/gu

/** The pieces of `text` in order; `marks` are terms, as from `toMarkTerms`. */
export function markPieces(text: string, marks: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const addUpTo = (end: number, marked: boolean) => {
    if (end > from) pieces.push({ text: text.slice(from, end), marked })
    from = end
  }
  for (const { start, end } of findMarked(text, marks)) {
    addUpTo(start, false)
    addUpTo(end, true)
  }
  addUpTo(text.length, false)
  return pieces
}

/** Splits marks, which may be phrases of terms with spaces between, into single terms. */
export function toMarkTerms(marks: readonly string[]): ReadonlySet<string> {
  return new Set(marks.flatMap((mark) => mark.split(' ')))
}

interface Span {
  readonly start: number
  readonly end: number
}

function findMarked(text: string, marks: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = []
  for (const token of text.matchAll(TOKEN)) {
    const parts = [...token[0].matchAll(PART)]
    const marked = parts.filter((part) => matches(part[0], marks))
    const shown = marked.length === 0 && parts.length > 1 && matches(token[0], marks) ? parts : marked
    for (const part of shown) {
      const start = token.index + part.index
      spans.push({ start, end: start + part[0].length })
    }
  }
  return spans
}

function matches(token: string, marks: ReadonlySet<string>): boolean {
  const { words, extras } = toTerms(token.toLowerCase())
  return words.some((term) => marks.has(term)) || extras.some((term) => marks.has(term))
}

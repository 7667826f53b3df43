/**
 * Reads a few lines around an offset in a text, so that a header is found without splitting the whole text into lines.
 */

/** A line of a text and its offset. */
export interface PlacedLine {
  readonly text: string
  readonly start: number
}

/** Lines around an offset, in order. `at`: index of the line that contains it. */
export interface LineWindow {
  readonly lines: readonly PlacedLine[]
  readonly at: number
}

/** Length limit of a line, in UTF-16 code units. A longer line is cut into several. */
const MAX_LINE = 600

/** Returns the line that begins at offset `place`, with up to `above` and `below` lines around it. */
export function linesAround(
  text: string,
  place: number,
  { above, below }: { above: number; below: number },
): LineWindow {
  const lines: PlacedLine[] = []
  for (let start = place; start > 0 && lines.length < above; ) {
    const end = endAbove(text, start)
    start = startOfLine(text, end)
    lines.push({ text: text.slice(start, end), start })
  }
  lines.reverse()
  const at = lines.length
  for (let start = place; start < text.length && lines.length <= at + below; ) {
    const end = endOfLine(text, start)
    lines.push({ text: text.slice(start, end), start })
    start = nextLine(text, end)
  }
  return { lines, at }
}

/** Returns the start of the line, back over blanks and tabs; `null`: other text is before `place`. */
export function startOfIndentedLine(text: string, place: number, maxIndent: number): number | null {
  let start = place
  while (start > 0 && place - start <= maxIndent && isBlankCode(text.charCodeAt(start - 1))) start--
  return start === 0 || isLineEndCode(text.charCodeAt(start - 1)) ? start : null
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9
}

/** Returns true for LF, CR, or the form feed between two articles. */
function isLineEndCode(code: number): boolean {
  return code === 10 || code === 13 || code === 12
}

/** Returns the end of the line above the one that begins at `start`, before its line end (also CR CR LF). */
function endAbove(text: string, start: number): number {
  const last = text.charCodeAt(start - 1)
  if (last === 12 || last === 13) return start - 1
  if (last !== 10) return start
  let end = start - 1
  while (end > 0 && text.charCodeAt(end - 1) === 13 && start - end <= MAX_RETURNS) end--
  return end
}

/** Limit of carriage returns before a line feed. A file that was converted twice has two. */
const MAX_RETURNS = 3

function startOfLine(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < MAX_LINE && !isLineEndCode(text.charCodeAt(start - 1))) start--
  return start
}

function endOfLine(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start < MAX_LINE && !isLineEndCode(text.charCodeAt(end))) end++
  return end
}

/** Returns the start of the next line, or `end` itself if the line was cut there. */
function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 12) return end + 1
  let next = end
  while (text.charCodeAt(next) === 13) next++
  if (text.charCodeAt(next) === 10) return next + 1
  return Math.min(next, end + 1)
}

/**
 * A few lines around a place in a text, so that a header is found without splitting the whole text into lines.
 */

/** A line of a text and where it begins. */
export interface PlacedLine {
  readonly text: string
  readonly start: number
}

/** Lines around a place, in order; `at` is the index of the line that has it. */
export interface LineWindow {
  readonly lines: readonly PlacedLine[]
  readonly at: number
}

/** No line of a header is longer: a longer one is cut into several. */
const MAX_LINE = 600

/** The line that begins at `place`, with up to `above` and `below` lines around it. */
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

/** Back over blanks and tabs to the start of the line, or `null` where something else stands there. */
export function startOfIndentedLine(text: string, place: number, maxIndent: number): number | null {
  let start = place
  while (start > 0 && place - start <= maxIndent && isBlankCode(text.charCodeAt(start - 1))) start--
  return start === 0 || isLineEndCode(text.charCodeAt(start - 1)) ? start : null
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9
}

/** LF, CR, or the form feed that parts two articles. */
function isLineEndCode(code: number): boolean {
  return code === 10 || code === 13 || code === 12
}

/** Where the line above the one that begins at `start` ends: before its line end, CR CR LF included. */
function endAbove(text: string, start: number): number {
  const last = text.charCodeAt(start - 1)
  if (last === 12 || last === 13) return start - 1
  if (last !== 10) return start
  let end = start - 1
  while (end > 0 && text.charCodeAt(end - 1) === 13 && start - end <= MAX_RETURNS) end--
  return end
}

/** Carriage returns before a line feed: two in a file that went twice through a conversion. */
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

/** Where the next line begins; right here where a line was cut. */
function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 12) return end + 1
  let next = end
  while (text.charCodeAt(next) === 13) next++
  if (text.charCodeAt(next) === 10) return next + 1
  return Math.min(next, end + 1)
}

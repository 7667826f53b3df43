/**
 * Finds where raw articles begin in a text: at the number, or at the fields right above it.
 *
 *     > | DOCUMENT:Q214864  11-JUN-2002  [winnt]
 *         ^ at the start of a line, after a page feed, or right after the full stop of the article above
 *     > | TITLE   :Example Fails After Upgrade
 *         ^ one of the other fields, in the next lines or right above
 *
 * Other dumps write the labels in small letters, without padding, with tabs, in another order, or indent the whole
 * text. A number without another field near it is no article.
 */

const NUMBER = 'DOCUMENT[ \\t]{0,8}:[ \\t]{0,8}(?:Q\\d{1,8}(?!\\d)|\\d{4,7}(?![\\d/-]))'

/** Matches `DOCUMENT:Q214864`, `Document: 214864`; not `DOCUMENT: 11-JUN-2002`. */
const NUMBER_LINE = new RegExp(`^\\f{0,2}[ \\t]{0,8}${NUMBER}`, 'i')
const IN_CAPITALS = new RegExp(NUMBER, 'g')
/** Much slower, so it is used only if nothing in capitals matches. */
const IN_ANY_CASE = new RegExp(NUMBER, 'gi')

const OTHER_FIELD = /^[ \t]{0,8}(?:TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS)[ \t]{0,8}:/i

/** Limits of the distance to another field: visible lines, and UTF-16 code units. */
const MAX_DISTANCE = 5
const MAX_WINDOW = 1200

/** Returns the offsets at which raw articles begin in a text, in UTF-16 code units. */
export function findTxtStarts(text: string): number[] {
  const starts = findStarts(text, IN_CAPITALS)
  return starts.length > 0 ? starts : findStarts(text, IN_ANY_CASE)
}

function findStarts(text: string, label: RegExp): number[] {
  const starts: number[] = []
  let indent: number | null = null
  for (const match of text.matchAll(label)) {
    const line = startOfLine(text, match.index)
    // a number with another indentation than the first one is a quotation in the article
    if (line === null || (indent !== null && match.index - line !== indent)) continue
    const start = findFieldsAbove(text, line)
    if (start === line && !hasFieldBelow(text, match.index + match[0].length)) continue
    indent = match.index - line
    starts.push(start)
  }
  return starts
}

const MAX_INDENT = 8

/**
 * Returns the start of the line, or the offset after a page feed or full stop, back over blanks; `null`: other text is
 * before `at`.
 */
function startOfLine(text: string, at: number): number | null {
  let start = at
  while (start > 0 && at - start < MAX_INDENT && /[ \t]/.test(text[start - 1] ?? '')) start--
  return start === 0 || /[\r\n\f.]/.test(text[start - 1] ?? '') ? start : null
}

function hasFieldBelow(text: string, from: number): boolean {
  const below = text.slice(from, from + MAX_WINDOW).split(/[\r\n]+/, 1 + MAX_DISTANCE)
  return below.slice(1).some((line) => OTHER_FIELD.test(line))
}

/** Returns the index of the line with an article's number: one near another field, if there is any; else -1 or the first. */
export function findNumberLine(lines: readonly string[]): number {
  const first = lines.findIndex((line) => NUMBER_LINE.test(line))
  if (first < 0) return first
  for (let at = first; at < lines.length && at <= first + MAX_PASSED; at++)
    if (NUMBER_LINE.test(lines[at] ?? '') && (OTHER_FIELD.test(lines[at - 1] ?? '') || hasFieldInLines(lines, at)))
      return at
  return first
}

/** Reports whether a field is in the next visible lines below `at`: `hasFieldBelow`, without joining the lines. */
function hasFieldInLines(lines: readonly string[], at: number): boolean {
  let visible = 0
  let left = MAX_WINDOW
  for (let below = at + 1; below < lines.length && visible < MAX_DISTANCE && left > 1; below++) {
    const line = (lines[below] ?? '').slice(0, --left)
    left -= line.length
    if (line === '') continue
    if (OTHER_FIELD.test(line)) return true
    visible++
  }
  return false
}

/** Limit of the lines from a number without another field to the one that counts. */
const MAX_PASSED = 200

/** Returns the start of the first of the fields right above `at`, or `at`. */
function findFieldsAbove(text: string, at: number): number {
  let start = at
  for (let lines = 0; lines < MAX_DISTANCE; lines++) {
    const above = startOfLineAbove(text, start)
    if (above === null || !OTHER_FIELD.test(text.slice(above, start))) break
    start = above
  }
  return start
}

/** Returns the start of the line above the one that starts at `at`, or `null`. */
function startOfLineAbove(text: string, at: number): number | null {
  let end = at - 1
  if (end < 0 || !/[\r\n]/.test(text[end] ?? '')) return null
  if (text[end] === '\n' && text[end - 1] === '\r') end--
  const from = Math.max(0, end - MAX_WINDOW)
  const line = text.slice(from, end)
  return from + Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1
}

/**
 * Splits text into numbered lines. Knows line ends, tabs and columns, but not what a line means.
 *
 *     splitLines('a\r\nb\rc\n')  ->  ['a', 'b', 'c']
 */

/** One line of an article's body, as the block readers see it. */
export interface Line {
  /** 1-based, in the raw file. */
  readonly number: number
  /** Trimmed at the end, the Markdown form's container tab removed, indentation restored, tabs kept. */
  readonly text: string
  /** Columns before the first character, tabs reaching to multiples of 8; 0 for a blank line. */
  readonly indent: number
  /** Length of the raw line in UTF-16 code units. unist ends a block at column `length + 1`. */
  readonly length: number
  /** Characters of the raw line before `text`: 1 if the container tab was removed and nothing replaced it. */
  readonly offset: number
}

const TAB_WIDTH = 8

/**
 * Splits a text at LF, CRLF and CR. A line end at the end of the text starts no further line.
 *
 * `\r\r\n` is one line end: files that were converted twice have it after every line.
 */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  let from = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    let stop = end
    while (stop > from && text.charCodeAt(stop - 1) === 13) stop--
    pushLines(lines, text.slice(from, stop))
    from = end + 1
  }
  if (from < text.length) {
    pushLines(lines, text.slice(from))
    if (text.endsWith('\r')) lines.pop()
  }
  return lines
}

/** Adds a line that ended in LF. A lone CR inside it is a line end, too. */
function pushLines(lines: string[], line: string): void {
  if (!line.includes('\r')) lines.push(line)
  else for (const part of line.split('\r')) lines.push(part)
}

/**
 * Numbers the lines of a text, from `first`.
 *
 * Uses `push`, not `map`: when optimised, `map` returns an array of another internal kind, and every reader of lines
 * would be compiled again for it.
 */
export function toLines(texts: readonly string[], first = 1): Line[] {
  const lines: Line[] = []
  for (const text of texts) lines.push(toLine(text, first + lines.length))
  return lines
}

/** Facts about the raw line that `text` does not show: its length, and the characters removed at its start. */
interface RawExtent {
  readonly length: number
  readonly offset: number
}

/** Makes one line from its text. `raw`: given if the line in the file differs from `text`. */
export function toLine(text: string, number: number, raw: RawExtent = { length: text.length, offset: 0 }): Line {
  const trimmed = text.trimEnd()
  return { number, text: trimmed, indent: measureIndent(trimmed), length: raw.length, offset: raw.offset }
}

/** Returns the columns of white space before the first character; 0 for a blank line. */
export function measureIndent(text: string): number {
  let columns = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 32) columns++
    else if (code === 9) columns += TAB_WIDTH - (columns % TAB_WIDTH)
    else return columns
  }
  return 0
}

/** Returns true for a line without visible characters. */
export function isBlank(line: Line): boolean {
  return line.text === ''
}

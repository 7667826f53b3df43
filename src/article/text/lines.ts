/**
 * Text to numbered lines. Knows line ends, tabs and columns; nothing of what a line means.
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
  /** Characters of the raw line; `length + 1` is the column where unist ends a block. */
  readonly length: number
  /** Characters of the raw line that stand before `text`: 1 where a container tab was removed and nothing took its place. */
  readonly offset: number
}

const TAB_WIDTH = 8

/**
 * Splits a text at LF, CRLF and CR; a line end at the very end of the text opens no further line.
 * `\r\r\n` is one line end: a file that went twice through a conversion has it after every line.
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

/** Adds a line that ended in LF; a lone CR inside it is a line end, too. */
function pushLines(lines: string[], line: string): void {
  if (!line.includes('\r')) lines.push(line)
  else for (const part of line.split('\r')) lines.push(part)
}

/**
 * Numbers the lines of a text: the first gets the number `first`. Pushed and not mapped: `map` makes another kind of array once it is
 * optimised, and every reader of lines is compiled anew for it.
 */
export function toLines(texts: readonly string[], first = 1): Line[] {
  const lines: Line[] = []
  for (const text of texts) lines.push(toLine(text, first + lines.length))
  return lines
}

/** What the raw line has that `text` has not: its length, and what was taken away in front. */
interface RawExtent {
  readonly length: number
  readonly offset: number
}

/** One line from its text; `raw` where the file's own line differs from it. */
export function toLine(text: string, number: number, raw: RawExtent = { length: text.length, offset: 0 }): Line {
  const trimmed = text.trimEnd()
  return { number, text: trimmed, indent: measureIndent(trimmed), length: raw.length, offset: raw.offset }
}

/** Columns of white space before the first character; 0 where there is no such character. */
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

/** Whether a line shows nothing. */
export function isBlank(line: Line): boolean {
  return line.text === ''
}

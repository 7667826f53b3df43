/** Reports odd characters of an article: tabs, control characters, undefined bytes. None of them is changed. */

import type { ProblemCode, Report } from '../problems.js'
import type { Decoded } from './decode.js'
import type { Line } from './lines.js'

/** Odd characters by problem code. Each code is reported once per article, at the first line with such a character. */
const ODDITIES: readonly (readonly [ProblemCode, RegExp])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  ['character-control', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g],
  ['character-undefined', /[\u0081\u008d\u008f\u0090\u009d]/g],
  ['character-undecodable', /\ufffd/g],
  ['character-not-ascii', /[\u00a0-\ufffc\ufffe\uffff]/g],
  ['line-tabs', /\t/g],
]

/** Matches any character except printable ASCII. Most articles have none. */
const ODD = /[^ -~]/

/** Reports the odd characters of an article's lines. */
export function reportCharacters(lines: readonly Line[], report: Report): void {
  const odd = lines.filter((line) => ODD.test(line.text))
  if (odd.length === 0) return
  for (const [code, pattern] of ODDITIES) {
    const first = odd.find((line) => line.text.search(pattern) >= 0)
    if (first !== undefined) report(code, first.number, nameCharacters(first.text.match(pattern) ?? []))
  }
}

/** Returns the names of characters, each once: `U+00A0 U+00B7`. */
function nameCharacters(characters: readonly string[]): string {
  const names = characters.map(
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return [...new Set(names)].join(' ')
}

/** Reports an encoding that is not the form's, and line ends of several kinds. */
export function reportEncoding({ text, encoding, guessed }: Decoded, report: Report): void {
  if (guessed) report('encoding-guessed', 1, encoding)
  if (!text.includes('\r') || !HALF_LINE_END.test(text)) return
  const kinds = LINE_ENDS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
  if (kinds.length > 1) report('line-ends-mixed', 1, kinds.join(' '))
}

/** Matches a CR without LF, or an LF without CR. */
const HALF_LINE_END = /\r(?!\n)|(?<!\r)\n/

const LINE_ENDS: readonly (readonly [string, RegExp])[] = [
  ['CRLF', /\r\n/],
  ['LF', /(?<!\r)\n/],
  ['CR', /\r(?!\n)/],
]

/**
 * What is odd about an article's characters: tabs, controls, bytes that mean nothing. All of them are kept; this only says so.
 */

import type { ProblemCode, Report } from '../problems.js'
import type { Decoded } from './decode.js'
import type { Line } from './lines.js'

/** What is looked for, and under which code it is reported: once an article, at the first line that has it. */
const ODDITIES: readonly (readonly [ProblemCode, RegExp])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  ['character-control', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g],
  ['character-undefined', /[\u0081\u008d\u008f\u0090\u009d]/g],
  ['character-undecodable', /\ufffd/g],
  ['character-not-ascii', /[\u00a0-\ufffc\ufffe\uffff]/g],
  ['line-tabs', /\t/g],
]

/** Any character but printable ASCII: most articles have none, and are done with. */
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

/** `U+00A0 U+00B7`, each once. */
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

/** Half of a CRLF. */
const HALF_LINE_END = /\r(?!\n)|(?<!\r)\n/

const LINE_ENDS: readonly (readonly [string, RegExp])[] = [
  ['CRLF', /\r\n/],
  ['LF', /(?<!\r)\n/],
  ['CR', /\r(?!\n)/],
]

/**
 * The legal notice and the copyright line at the very end.
 *
 *     > | THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS
 *     > | ...
 *     > | Copyright Microsoft Corporation 2002.
 *
 * One text, the same in every article of the raw form; the Markdown form dropped it. Another text is kept word for word.
 */
import type { Article } from '../article.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'
import { lineRange, type Part } from './part.js'
import { isEqualsRule } from './rules.js'

/** The legal notice as the Article says it. */
export type Legal = Article['legal']

/** The notice of all 56,989 raw articles, line for line. */
const STANDARD_LINES: readonly string[] = [
  'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS',
  'PROVIDED "AS IS" WITHOUT WARRANTY OF ANY KIND.  MICROSOFT DISCLAIMS',
  'ALL WARRANTIES, EITHER EXPRESS OR IMPLIED, INCLUDING THE WARRANTIES',
  'OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE.  IN NO',
  'EVENT SHALL MICROSOFT CORPORATION OR ITS SUPPLIERS BE LIABLE FOR',
  'ANY DAMAGES WHATSOEVER INCLUDING DIRECT, INDIRECT, INCIDENTAL,',
  'CONSEQUENTIAL, LOSS OF BUSINESS PROFITS OR SPECIAL DAMAGES, EVEN IF',
  'MICROSOFT CORPORATION OR ITS SUPPLIERS HAVE BEEN ADVISED OF THE',
  'POSSIBILITY OF SUCH DAMAGES.  SOME STATES DO NOT ALLOW THE EXCLUSION',
  'OR LIMITATION OF LIABILITY FOR CONSEQUENTIAL OR INCIDENTAL DAMAGES',
  'SO THE FOREGOING LIMITATION MAY NOT APPLY.',
]

/** The notice as one line, for whoever shows it. */
export const STANDARD_NOTICE = STANDARD_LINES.join(' ').replace(/ {2}/g, ' ')

const NOTICE_START = 'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS'
const COPYRIGHT = /^(?:copyright\b|©|\(c\) )/i
/** A year, or any other four digits. */
const FOUR_DIGITS = /\d{4}/g

/**
 * Finds the notice in an article that has no keyword block to end its body: from the last line that starts the notice, or from a
 * copyright line or a rule at the end, with the rules above it.
 */
export function cutLegal(lines: readonly Line[]): {
  readonly before: readonly Line[]
  readonly legal: readonly Line[]
} {
  let start = lines.findLastIndex((line) => line.text.startsWith(NOTICE_START))
  if (start < 0) start = findEnd(lines)
  if (start < 0) return { before: lines, legal: [] }
  let first = start
  for (let index = start - 1; index >= 0; index--) {
    const text = lines[index]?.text ?? ''
    if (isEqualsRule(text)) first = index
    else if (text !== '') break
  }
  return { before: lines.slice(0, first), legal: lines.slice(first) }
}

/** The last line that shows anything, where it is a copyright line or a rule. */
function findEnd(lines: readonly Line[]): number {
  const last = lines.findLastIndex((line) => line.text !== '')
  const text = lines[last]?.text ?? ''
  return COPYRIGHT.test(text) || isEqualsRule(text) ? last : -1
}

/** Reads the lines that end an article; `null` where they are blank. */
export function readLegal(lines: readonly Line[], report: Report): Part<Legal> | null {
  const shown = lines.filter((line) => line.text !== '')
  const first = shown[0]
  if (first === undefined) return null
  const words = shown.filter((line) => !isEqualsRule(line.text))
  const copyright = words.findLast((line) => COPYRIGHT.test(line.text))
  const notice = words.filter((line) => line !== copyright).map((line) => line.text)
  const standard = isStandard(notice)
  if (!standard && words.length > 0) report('legal-different', first.number, notice[0] ?? copyright?.text ?? '')
  const text = standard || words.length === 0 ? null : words.map((line) => line.text).join('\n')
  return { value: { year: readYear(copyright?.text ?? ''), standard, text }, range: lineRange(lines) }
}

/** Whether lines are the usual notice; other line breaks and blanks make no difference. */
function isStandard(notice: readonly string[]): boolean {
  if (notice.length === STANDARD_LINES.length && notice.every((line, index) => line === STANDARD_LINES[index]))
    return true
  return notice.join(' ').replace(/\s+/g, ' ') === STANDARD_NOTICE
}

/** `Copyright Microsoft Corporation 2002.`, `Copyright (c) 1994-1995 Example Corp.`: the last year. */
function readYear(text: string): number | null {
  const year = text.match(FOUR_DIGITS)?.at(-1)
  return year === undefined ? null : Number(year)
}

/**
 * Reads the legal notice and the copyright line at the end of an article.
 *
 *     > | THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS
 *     > | ...
 *     > | Copyright Microsoft Corporation 2002.
 *
 * The notice is the same in every article of the raw form; the Markdown form dropped it. A different notice is kept
 * word for word.
 */
import type { Article } from '../article.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'
import { lineRange, type Part } from './part.js'
import { isEqualsRule } from './rules.js'

/** The legal notice in an Article. */
export type Legal = Article['legal']

/** The notice of all 56,989 raw articles, line by line. */
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

/** The notice as one line, for display. */
export const STANDARD_NOTICE = STANDARD_LINES.join(' ').replace(/ {2}/g, ' ')

const NOTICE_START = 'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS'
const COPYRIGHT = /^(?:copyright\b|©|\(c\) )/i
/** Matches a year, or any other four digits. */
const FOUR_DIGITS = /\d{4}/g

/**
 * Finds the notice in an article without a keyword block, including the rules above it. Starts at the last line that
 * begins the notice, or else at a copyright line or a rule that ends the article.
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

/** Returns the index of the last visible line if it is a copyright line or a rule, else -1. */
function findEnd(lines: readonly Line[]): number {
  const last = lines.findLastIndex((line) => line.text !== '')
  const text = lines[last]?.text ?? ''
  return COPYRIGHT.test(text) || isEqualsRule(text) ? last : -1
}

/** Reads the lines that end an article; `null`: they are blank. */
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

/** Returns true if lines are the usual notice, whatever their line breaks and blanks. */
function isStandard(notice: readonly string[]): boolean {
  if (notice.length === STANDARD_LINES.length && notice.every((line, index) => line === STANDARD_LINES[index]))
    return true
  return notice.join(' ').replace(/\s+/g, ' ') === STANDARD_NOTICE
}

/** Returns the last year: `Copyright Microsoft Corporation 2002.`, `Copyright (c) 1994-1995 Example Corp.`. */
function readYear(text: string): number | null {
  const year = text.match(FOUR_DIGITS)?.at(-1)
  return year === undefined ? null : Number(year)
}

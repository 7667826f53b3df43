/**
 * Pages with a raw text inside `<pre>`. Its lines are those of the file, without tags and with references decoded.
 *
 *     > | <HTML><HEAD><TITLE>Q41901</TITLE></HEAD><BODY><PRE>
 *     > | DOCUMENT:Q41901  08-DEC-1993  [plover]
 *     > | TITLE   :Closing the Ledger &lt;Twice&gt;
 */

import type { Opening } from '../header/header.js'
import { decodeReferences } from '../html/entities.js'
import { findInnerForm } from '../html/inner-forms.js'
import { findPageTag, readPageArticle } from '../html/page-header.js'
import { scanHtml } from '../html/scan-html.js'
import type { Report } from '../problems.js'
import { splitLines, toLine } from '../text/lines.js'
import type { FormReader } from './form.js'
import { RAW } from './raw-form.js'

const NO_LINE_END = /[^\n]+/g

/** Returns a page's lines without its tags. The line ends inside a tag stay. */
function toTextLines(lines: readonly string[]): string[] {
  const { text, tags } = scanHtml(lines.join('\n'))
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of tags) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(NO_LINE_END, ''))
    at = end
  }
  pieces.push(text.slice(at))
  return splitLines(pieces.join('')).map(decodeReferences)
}

function readOpening(lines: readonly string[], report: Report): Opening {
  const texts = toTextLines(lines)
  const { form, reader } = findInnerForm(texts.join('\n')) ?? { form: 'txt' as const, reader: RAW }
  const opening = reader.readOpening(texts, report)
  const rest = opening.rest.map((line) =>
    toLine(line.text, line.number, { length: lines[line.number - 1]?.length ?? 0, offset: line.offset }),
  )
  return { ...opening, form, texts, rest }
}

export const HTML_PRE: FormReader = {
  looksFor: 'the header of another form inside `<pre>`',
  findStarts: (text) => {
    const start = findPageTag(text)
    return start >= 0 && readPageArticle(text)?.isPreformatted === true ? [start] : []
  },
  isPage: true,
  readOpening,
  landmark: null,
  frame: 'raw',
  encoding: 'declared',
  bodyForm: 'txt',
  hasBareHeadings: false,
  wrapColumn: 80,
  usual: new Set(),
}

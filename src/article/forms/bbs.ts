/**
 * The collections of 1993, spread by CompuServe and BBS: many articles in a file, between separators or below the
 * headers of messages.
 *
 *     > | -=-=-=-=-=-
 *     > | ARTICLE-ID:Q41905
 *     > | TITLE     :Plover Setup: No Message If the Disk Is Full
 *     > |
 *     > | --------------------------------------------------------------------
 *     > | The information in this article applies to:
 *     > |
 *     > |  - Plover Ledger version 2.1
 *     > | --------------------------------------------------------------------
 *     > |
 *     > | Summary:
 *
 * There is no date. Main headings are labels with a colon.
 */
import type { Opening } from '../header/header.js'
import { linesAround, startOfIndentedLine } from '../header-lines/line-window.js'
import { parseId } from '../identity.js'
import type { Report } from '../problems.js'
import { toLines } from '../text/lines.js'
import type { FormReader } from './form.js'

const ANCHOR = /ARTICLE-ID[ \t]{0,8}:[ \t]{0,8}Q\d{4,7}\b/g
const NUMBER = /^[ \t]{0,8}ARTICLE-ID[ \t]{0,8}:[ \t]{0,8}(Q\d{4,7})\b/
const TITLE = /^[ \t]{0,8}TITLE[ \t]{0,8}:(.*)$/s
/**
 * Largest indentation of the number, in columns. Raw articles cite others by such a pair of lines, indented by three.
 */
const MAX_INDENT = 2
/** Limit of lines between number and title. */
const MAX_GAP = 2

function findStarts(text: string): number[] {
  const starts: number[] = []
  for (const match of text.matchAll(ANCHOR)) {
    const start = startOfIndentedLine(text, match.index, MAX_INDENT)
    if (start === null) continue
    const { lines, at } = linesAround(text, start, { above: 0, below: 1 + MAX_GAP })
    if (lines.slice(at + 1).some((line) => TITLE.test(line.text))) starts.push(start)
  }
  return starts
}

function readOpening(lines: readonly string[], report: Report): Opening {
  const number = Math.max(
    0,
    lines.findIndex((line) => NUMBER.test(line)),
  )
  const title = lines.findIndex((line, index) => index > number && TITLE.test(line))
  const isNear = title > number && title <= number + 1 + MAX_GAP
  const id = NUMBER.exec(lines[number] ?? '')?.[1] ?? ''
  const end = isNear ? title + 1 : Math.min(number + 1, lines.length)
  const shown = lines.findIndex((line) => line.trim() !== '')
  if (shown >= 0 && shown < number) report('text-before-header', 1, lines[shown] ?? '')
  const text = isNear ? (TITLE.exec(lines[title] ?? '')?.[1] ?? '').trim() : ''
  return {
    header: {
      number: parseId(id) ?? 0,
      title: text,
      product: { code: null, name: '' },
      modified: '',
      versions: '',
      systems: [],
      keywords: [],
      fields: { 'ARTICLE-ID': id, TITLE: text },
      lineOf: (field) => (field === 'title' && isNear ? title : number) + 1,
    },
    range: shown < 0 || end <= shown ? null : [shown + 1, end],
    end: null,
    residue: null,
    rest: toLines(lines.slice(end), end + 1),
  }
}

export const BBS: FormReader = {
  looksFor: '`ARTICLE-ID:Qn` over `TITLE     :`',
  findStarts,
  isPage: false,
  readOpening,
  landmark: null,
  frame: 'raw',
  encoding: 'windows-1252',
  bodyForm: 'bbs',
  hasBareHeadings: false,
  wrapColumn: 75,
  usual: new Set([
    'date-unreadable',
    'applies-to-rule-odd',
    'query-words-old-labels',
    'keyword-block-missing',
    'legal-missing',
    'heading-not-underlined',
  ]),
}

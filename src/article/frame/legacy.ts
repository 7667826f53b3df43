/**
 * Reads legacy lines: lines of an older header between the header's rule and the applies-to list.
 *
 *     > | 3.10    | 5.00            versions, in columns for the systems below
 *     > | WINDOWS | MS-DOS
 *     > | kbref kbdisplay
 *
 * About 1,100 articles have some, with or without blank lines between. Their keywords are not in the keyword block.
 * Legacy lines also include an older product list above the real one (Q96908), the version field written as text
 * (Q51327) and a `TITLE:` line (Q153077). Any other text here is a notice and part of the article's first section.
 */

import type { Article } from '../article.js'
import type { Line } from '../text/lines.js'
import { isProduct, isReworded } from './applies-to.js'
import { splitWords } from './keyword-block.js'
import { lineRange, type Part } from './part.js'

/** The legacy lines in an Article. */
export type Legacy = NonNullable<Article['legacy']>

/** Matches words that begin with a digit, `.` or `'`: `3.00 3.10`, `96-97`, `'96-'97`, `3.10 | 5.00`. */
const VERSIONS = /^[\d.'][\w.()'-]*(?:[ |,]+[\d.'][\w.()'-]*)*(?: *\|)?$/
const SYSTEM = '(?:MS-?DOS|WINDOWS(?: NT| 95)?|WINNT|OS/2|MACINTOSH|UNIX|XENIX|WIN95)'
/** Matches systems: `MS-DOS`, `WINDOWS | MS-DOS`, `macintosh`. */
const SYSTEMS = new RegExp(`^${SYSTEM}(?:[ |]+${SYSTEM})*(?: *\\|)?$`, 'i')
/** Matches keywords: `kbusage kberrmsg`, `KBENV` (Q136685), `docerr` (Q113853), `unconfirmed kb3rdparty` (Q143317). */
const KEYWORDS = /^(?:unconfirmed +)?(?:kb\S+|docerr)(?: +\S+)*$/i
/** Matches a version field: `MS-DOS:5.1,6.0; OS/2:5.1;`, and its continuation. */
const VERSION_FIELD = /^(?:[A-Z][A-Za-z0-9/ -]{0,20}:[\d.][^ ;]*; ?)*[A-Z][A-Za-z0-9/ -]{0,20}:[\d.][^ ;]*;?$/
const TITLE_FIELD = /^TITLE *:/

/** Returns true for a line with the systems of the older header. */
export function isSystemsLine(text: string): boolean {
  return SYSTEMS.test(text)
}

/** Reads legacy lines from the start of `lines`. `rest`: the lines after them. */
export function readLegacy(lines: readonly Line[]): (Part<Legacy> & { readonly rest: readonly Line[] }) | null {
  let end = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.text === '') continue
    if (isReworded(line)) index = skipProducts(lines, index)
    else if (!isLegacyLine(line.text) || UNDERLINE.test(lines[index + 1]?.text ?? '')) break
    end = index + 1
  }
  const taken = lines.slice(0, end)
  const texts = taken.filter((line) => line.text !== '').map((line) => line.text)
  if (texts.length === 0) return null
  return { value: toLegacy(texts), range: lineRange(taken), rest: lines.slice(end) }
}

/** Matches the underline of a heading (Q130963). The rule of a product list is longer and has a blank line above it. */
const UNDERLINE = /^(?:-{2,59}|={2,59})$/
/** Matches the rule below an older product list. */
const LIST_RULE = /^-{20,}$/

/** Returns the index of the last line of an older product list that is introduced at `from`. */
function skipProducts(lines: readonly Line[], from: number): number {
  let last = from
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.text === '') continue
    if (!isProduct(line) && !LIST_RULE.test(line.text)) break
    last = index
    if (LIST_RULE.test(line.text)) break
  }
  return last
}

function isLegacyLine(text: string): boolean {
  const trimmed = text.trim()
  return [VERSIONS, SYSTEMS, KEYWORDS, VERSION_FIELD, TITLE_FIELD].some((pattern) => pattern.test(trimmed))
}

function toLegacy(text: string[]): Legacy {
  const lines = text.map((line) => line.trim())
  const versions = lines.filter((line) => VERSIONS.test(line) || VERSION_FIELD.test(line))
  return {
    versions: versions.length === 0 ? null : versions.join(' '),
    systems: lines.find(isSystemsLine) ?? null,
    keywords: lines.filter((line) => KEYWORDS.test(line)).flatMap(splitWords),
    text,
  }
}

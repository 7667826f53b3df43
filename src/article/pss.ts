/**
 * The older text form of the support CDs, known from quotations in source code: a title, the number, then the article.
 *
 *     > | How to Tell One Example from Another
 *     > | PSS ID Number: Q130054
 *     > | Article last modified on 05-16-1995
 *     > |
 *     > | 3.10 1.20 | 3.50 1.20
 *     > | WINDOWS   | WINDOWS NT
 *     > |
 *     > | ---------------------------------------------------------------------
 *     > | The information in this article applies to:
 *
 * Number and date may share a line; `PSS database name: ...` may stand between them. The sections are the usual ones; the end is
 * `Additional reference words:`, `KBCategory:`, `KBSubcategory:`, a rule and the copyright line.
 */
import { addValue, type Header, type Opening, splitColumns } from './header.js'
import { parseId } from './identity.js'
import { isSystemsLine, isVersionsLine } from './legacy.js'
import { toLines } from './lines.js'
import type { Report } from './problems.js'

/** `PSS ID Number: Q126897`, also without the letter. */
export const PSS_LINE = /^ {0,3}PSS ID Number: *Q?\d{4,7}\b/i
/** Any of the form's labels; several may share a line. */
const FIELD = /(PSS ID Number:|PSS database name:|Article last modified on:?)/i
const MAX_TITLE_LINES = 4

/** Reads the header of an article of this form. */
export function readPssOpening(lines: readonly string[], report: Report): Opening {
  const start = lines.findIndex((line) => PSS_LINE.test(line))
  const values = new Map<string, string>()
  let end = Math.max(0, start)
  for (; end < lines.length && FIELD.test(lines[end] ?? ''); end++) addFields(lines[end] ?? '', values)
  const columns = readColumns(lines, end)
  if (columns.versions !== null) values.set('Versions', columns.versions)
  if (columns.systems !== null) values.set('Systems', columns.systems)
  const title = readTitle(lines.slice(0, Math.max(0, start)))
  if (title.first > 1) report('text-before-header', 1, lines.find((line) => line.trim() !== '') ?? '')
  const first = lines.findIndex((line) => line.trim() !== '') + 1
  return {
    header: toHeader(title.text, values, start + 1),
    range: columns.end === 0 ? null : [first, columns.end],
    end: null,
    residue: null,
    rest: toLines(lines.slice(columns.end), columns.end + 1),
  }
}

/** `PSS ID Number: Q126897  Article last modified on 01-21-1996` has two fields. */
function addFields(line: string, values: Map<string, string>): void {
  const parts = line.split(FIELD)
  for (let index = 1; index < parts.length; index += 2) {
    const label = parts[index]?.replace(/:$/, '') ?? ''
    addValue(values, label.toLowerCase(), parts[index + 1]?.trim() ?? '')
  }
}

/** The versions line and the systems line, each alone or one under the other. */
function readColumns(lines: readonly string[], from: number) {
  let versions: string | null = null
  let systems: string | null = null
  let end = from
  for (let index = from; index < lines.length; index++) {
    const text = lines[index]?.trim() ?? ''
    if (text === '') continue
    if (versions === null && systems === null && isVersionsLine(text)) versions = text
    else if (systems === null && isSystemsLine(text)) systems = text
    else break
    end = index + 1
  }
  return { versions, systems, end }
}

/** The lines above the number, up to a blank line; the title may be wrapped. `first`: 1-based, of the lines that count. */
function readTitle(lines: readonly string[]): { readonly text: string; readonly first: number } {
  let last = lines.length - 1
  while (last >= 0 && lines[last]?.trim() === '') last--
  let first = last
  while (first > 0 && last - first < MAX_TITLE_LINES - 1 && lines[first - 1]?.trim() !== '') first--
  const shown = lines.findIndex((line) => line.trim() !== '')
  const text = lines.slice(Math.max(0, first), last + 1).map((line) => line.trim())
  return { text: text.join(' '), first: first > shown ? first + 1 : 1 }
}

function toHeader(title: string, values: ReadonlyMap<string, string>, line: number): Header {
  const systems = splitColumns(values.get('Systems') ?? '')
  return {
    number: parseId(/^Q?\d+/i.exec(values.get('pss id number') ?? '')?.[0] ?? '') ?? 0,
    title,
    product: { code: null, name: values.get('pss database name') ?? '' },
    modified: values.get('article last modified on') ?? '',
    versions: values.get('Versions') ?? '',
    systems,
    keywords: [],
    fields: Object.fromEntries(values),
    lineOf: () => Math.max(1, line),
  }
}

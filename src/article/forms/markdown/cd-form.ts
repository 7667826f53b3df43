/**
 * The Markdown pages from a programmer's library CD: articles of 1988 to 1991.
 *
 *     > | <TAB>Product(s): See article
 *     > | <TAB>Version(s): 5.10   | 5.10
 *     > | <TAB>Operating System(s): MS-DOS | OS/2
 *     > | <TAB>Keyword(s): ENDUSER | S_C SR# S891016-12 | mspl13_c
 *
 * Their lines were not shifted. They have no applies-to list, keyword block or legal notice. The last part of the
 * keyword line is the product. In four, the fields are shifted by one (Q46919); ten end with the title of the CD's next
 * chapter (Q66902).
 */

import { splitWords } from '../../frame/keyword-block.js'
import { lineRange, type Range } from '../../frame/part.js'
import { isEqualsRule } from '../../frame/rules.js'
import { firstValue, type Header, type HeaderField, type Opening, splitColumns } from '../../header/header.js'
import { CD_PRODUCT_LINE, findPageStart } from '../../header-lines/markdown-start.js'
import { parseId } from '../../identity.js'
import type { Report } from '../../problems.js'
import type { Line } from '../../text/lines.js'
import type { FormReader } from '../form.js'
import { lineOfField, type MarkdownPage, readMarkdownPage } from './markdown-form.js'

/** The product that all of these pages name. */
export const CD_PRODUCT = 'See article'

/** Reads the header of a CD page, and cuts the next chapter's title off its end. */
export function readCdOpening(lines: readonly string[], report: Report): Opening {
  const page = readMarkdownPage(lines, (text) => text, report)
  const shifted = repairShift(page, report)
  const fields = shifted ?? page
  const residue = findResidue(fields.rest)
  const rest = residue < 0 ? fields.rest : fields.rest.slice(0, residue)
  const residueLines = residue < 0 ? [] : fields.rest.slice(residue)
  return {
    header: toHeader(fields, page, report),
    range: fields.range,
    end: page.end,
    residue: residueLines.length === 0 ? null : reportResidue(residueLines, report),
    rest,
  }
}

/** Matches the audience, the first part of every keyword line: `END-USER`, `enduser`. */
const AUDIENCE = /^END-?USER\b/i

type Fields = Pick<MarkdownPage, 'values' | 'numbers' | 'title' | 'range' | 'rest'>

/**
 * Repairs shifted fields. Four pages have the systems in place of the keywords and the versions in place of the
 * systems; their keyword line is the first of the text.
 *
 * Returns `null` if the keywords have an audience already, or the first line of the text has none.
 */
function repairShift(page: MarkdownPage, report: Report): Fields | null {
  const value = (label: string) => firstValue(page.values, label)
  const first = page.rest.findIndex((line) => line.text !== '')
  const line = page.rest[first]
  if (line === undefined || AUDIENCE.test(value('Keyword(s)')) || !AUDIENCE.test(line.text)) return null
  const parts = value('Keyword(s)').split('|')
  const [audience, ...words] = line.text.split('|').map((part) => part.trim())
  const values = new Map(page.values)
  values.set('Version(s)', value('Operating System(s)'))
  values.set('Operating System(s)', parts.slice(0, -1).join('|').trim())
  values.set('Keyword(s)', `${audience} | ${words.join(' ').trim()} | ${parts.at(-1)?.trim()}`)
  report('header-shifted', page.numbers.get('Keyword(s)') ?? 1, value('Keyword(s)'))
  const range: Range = [page.range?.[0] ?? 1, line.number]
  return { ...page, values, range, rest: page.rest.slice(first + 1) }
}

/**
 * Returns the index of a title at column 0 that is alone over a rule of equal signs at the end, or -1. Q29830 ends in a
 * drawing.
 */
function findResidue(lines: readonly Line[]): number {
  const rule = lines.findLastIndex((line) => line.text !== '')
  const [before, title] = [lines[rule - 2], lines[rule - 1]]
  if (before === undefined || title === undefined || !isEqualsRule(lines[rule]?.text ?? '')) return -1
  const alone = before.text === '' && title.indent === 0 && title.text !== ''
  return alone ? rule - 1 : -1
}

function reportResidue(lines: readonly Line[], report: Report): Range {
  const range = lineRange(lines)
  report('chapter-residue', range[0], lines[0]?.text ?? '')
  return range
}

/** The systems that these pages name. `0S/2` with a zero and `5.10` occur too (Q41197, Q33364), but are no systems. */
const SYSTEMS = new Set(['MS-DOS', 'OS/2', 'WINDOWS', 'MACINTOSH', 'XENIX', 'UNIX'])

/** Calls `onOdd` with each unknown system. */
export function reportSystems(systems: readonly string[], onOdd: (system: string) => void): void {
  for (const system of systems) if (!SYSTEMS.has(system)) onOdd(system)
}

function toHeader({ values, title }: Fields, page: MarkdownPage, report: Report): Header {
  const value = (label: string) => firstValue(values, label)
  const lineOf = (field: HeaderField) => lineOfField(page.numbers, field)
  const systems = splitColumns(value('Operating System(s)'))
  reportSystems(systems, (system) => report('systems-odd', lineOf('systems'), system))
  const parts = value('Keyword(s)')
    .split('|')
    .map((part) => part.trim())
  if (parts.length !== 3) report('keywords-malformed', lineOf('keywords'), value('Keyword(s)'))
  return {
    number: parseId(value('Article')) ?? 0,
    title,
    product: { code: (parts.length > 1 && parts.at(-1)) || null, name: value('Product(s)') },
    modified: value('Last Modified'),
    versions: value('Version(s)'),
    systems,
    keywords: splitCdKeywords(parts.slice(1, -1).join(' ')),
    fields: Object.fromEntries(page.values),
    lineOf,
  }
}

/** Splits keywords. A service request, `SR# S891016-12`, is one keyword. */
export function splitCdKeywords(text: string): string[] {
  const words = splitWords(text)
  return words.flatMap((word, index) => {
    if (words[index - 1] === 'SR#') return []
    return word === 'SR#' && words[index + 1] !== undefined ? [`SR# ${words[index + 1]}`] : [word]
  })
}

/** Problems of the raw form that are usual in CD articles. */
export const CD_USUAL: FormReader['usual'] = new Set([
  'versions-blank-separated',
  'versions-columns',
  'query-words-missing',
  'legal-missing',
  'heading-none',
])

export const CD: FormReader = {
  looksFor: '`Article: Qn` over `Product(s): See article` in a Markdown page',
  findStarts: (text) => findPageStart(text, (field) => field === CD_PRODUCT_LINE),
  isPage: true,
  readOpening: readCdOpening,
  landmark: 'Last Modified:',
  frame: 'none',
  encoding: 'utf-8',
  bodyForm: 'md-cd',
  hasBareHeadings: false,
  wrapColumn: 70,
  usual: CD_USUAL,
}

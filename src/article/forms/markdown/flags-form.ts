/**
 * Markdown pages of an older repository of the CD articles: the same text with other labels, and no product or only its
 * name.
 *
 *     > | <TAB>Article: Q41903
 *     > | <TAB>Product: Plover Ledger                 only in the oldest pages
 *     > | <TAB>Version(s): 2.00 2.10   | 2.10
 *     > | <TAB>Operating System: MS-DOS      | OS/2
 *     > | <TAB>Flags: ENDUSER | plvledger buglist2.10
 *     > | <TAB>Last Modified: 4-DEC-1990
 */
import { type Header, type HeaderField, type Opening, splitColumns } from '../../header/header.js'
import { findPageStart } from '../../header-lines/markdown-start.js'
import { parseId } from '../../identity.js'
import type { Report } from '../../problems.js'
import type { FormReader } from '../form.js'
import { CD_USUAL, reportSystems, splitCdKeywords } from './cd-form.js'
import { type MarkdownPage, readMarkdownPage } from './markdown-form.js'

const LABELS: Readonly<Record<HeaderField, string>> = {
  number: 'Article',
  title: 'title',
  product: 'Product',
  versions: 'Version(s)',
  systems: 'Operating System',
  keywords: 'Flags',
  modified: 'Last Modified',
}

function readOpening(lines: readonly string[], report: Report): Opening {
  const page = readMarkdownPage(lines, (text) => text, report)
  return { header: toHeader(page, report), range: page.range, end: page.end, residue: null, rest: page.rest }
}

function toHeader({ values, numbers, title }: MarkdownPage, report: Report): Header {
  const value = (field: HeaderField) => values.get(LABELS[field]) ?? ''
  const lineOf = (field: HeaderField) => numbers.get(LABELS[field]) ?? numbers.get(LABELS.number) ?? 1
  const systems = splitColumns(value('systems'))
  reportSystems(systems, (system) => report('systems-odd', lineOf('systems'), system))
  const [audience = '', ...words] = value('keywords').split('|')
  if (!values.has(LABELS.keywords) || words.length !== 1 || !/^END-?USER *$/i.test(audience))
    report('flags-malformed', lineOf('keywords'), value('keywords'))
  return {
    number: parseId(value('number')) ?? 0,
    title,
    product: { code: null, name: value('product') },
    modified: value('modified'),
    versions: value('versions'),
    systems,
    keywords: splitCdKeywords(words.join(' ')),
    fields: Object.fromEntries(values),
    lineOf,
  }
}

export const FLAGS: FormReader = {
  looksFor: '`Article: Qn` over `Product:` or `Version(s):`, and `Flags:`, in a Markdown page',
  findStarts: (text) => findPageStart(text, (field) => /^(?:Product|Version\(s\)):/.test(field)),
  isPage: true,
  readOpening,
  landmark: 'Last Modified:',
  frame: 'none',
  encoding: 'utf-8',
  bodyForm: 'md-cd',
  hasBareHeadings: false,
  wrapColumn: 70,
  usual: CD_USUAL,
}

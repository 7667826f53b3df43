/**
 * The parser: one raw article to one Article, step by step. Never throws, on any bytes: odd content becomes a problem.
 *
 * Each step takes its part of the lines and leaves the rest to the next one, so that every line belongs to exactly one part.
 */

import { readAppliesTo } from './applies-to.js'
import type { AppliesTo, Article, Form, KeywordBlock, Problem, RawArticle, Section } from './article.js'
import { reportCharacters, reportEncoding } from './characters.js'
import { parseDate } from './dates.js'
import { decode } from './decode.js'
import { readOpening, USUAL, WRAP_COLUMNS } from './forms.js'
import type { Header } from './header.js'
import { reportHeader } from './header-problems.js'
import { toIdentity } from './identity.js'
import { collectReferences } from './inline/references.js'
import { readKeywordBlock, splitWords } from './keyword-block.js'
import { type Legacy, readLegacy } from './legacy.js'
import { cutLegal, type Legal, readLegal } from './legal.js'
import { type Line, splitLines, toLine } from './lines.js'
import type { Part } from './part.js'
import { type Report, toFound } from './problems.js'
import { type QueryWords, readQueryWords } from './query-words.js'
import { reportSections } from './section-problems.js'
import { type BodyContext, readSections } from './sections.js'
import { parseVersions } from './versions.js'

export interface ParseOptions {
  /** The encoding of the bytes, where their own evidence misleads: see `decode.ts`. */
  readonly encoding?: string | null
}

/** Parses one article. The same bytes, form, name and options give the same Article. */
export function parseArticle(raw: RawArticle, options: ParseOptions = {}): Article {
  const problems: Problem[] = []
  const report: Report = (code, line, found) => {
    if (!USUAL[raw.form].has(code)) problems.push({ code, line: Math.max(1, line), found: toFound(found) })
  }

  const decoded = decode(raw.bytes, { form: raw.form, encoding: options.encoding ?? null })
  reportEncoding(decoded, report)
  const { header, range, residue, end, rest } = readOpening(raw.form, splitLines(decoded.text), report)
  reportCharacters([toLine(header.title, header.lineOf('title')), ...rest], report)
  const { body, keywordBlock, legal } = readTrailer(raw.form, rest, report)
  const block = keywordBlock?.value ?? null
  const versionText = block?.version ?? header.versions
  const versions = parseVersions(versionText, header.systems)
  reportHeader(raw.form, { header, block, versions }, report)
  const queryWords = readQueryWords(body, report)
  if (queryWords === null) report('query-words-missing', body.at(-1)?.number ?? 1, '')
  const { legacy, appliesTo, notice, text } = readPreamble(raw.form, queryWords?.rest ?? body, report)
  if (legal === null && raw.form !== 'md') report('legal-missing', rest.at(-1)?.number ?? 1, '')
  const context = { form: raw.form, productCode: header.product.code, wrapColumn: WRAP_COLUMNS[raw.form] }
  const { sections, problems: found } = readBody(notice, text, context)
  problems.push(...found)
  reportSections(sections, text, report)

  const modified = parseDate(header.modified)
  const year = modified === null ? null : Number(modified.slice(0, 4))
  if (legal?.value.year != null && year !== null && legal.value.year !== year)
    report('copyright-year-differs', legal.range[1], String(legal.value.year))
  return {
    schema: 1,
    ...toIdentity(header.number),
    title: header.title,
    type: readType(header.title),
    modified,
    modifiedText: header.modified,
    product: header.product,
    versions: { text: versionText, platforms: versions.platforms },
    operatingSystems: [...header.systems],
    keywords: chooseKeywords(header, block, queryWords?.value ?? null),
    legacy: legacy?.value ?? null,
    appliesTo: appliesTo === null ? null : [...appliesTo.value],
    sections,
    queryWords: queryWords?.value ?? null,
    keywordBlock: block,
    legal: toLegal(raw.form, legal?.value ?? null, year),
    references: collectReferences(sections),
    source: {
      form: raw.form,
      name: raw.name,
      sha256: raw.sha256,
      encoding: decoded.encoding,
      header: { ...header.fields },
      lines: {
        header: range,
        legacy: legacy?.range ?? null,
        appliesTo: appliesTo?.range ?? null,
        queryWords: queryWords?.range ?? null,
        keywordBlock: keywordBlock?.range ?? null,
        legal: legal?.range ?? null,
        residue,
        end,
      },
    },
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

interface Trailer {
  readonly body: readonly Line[]
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
}

/** Takes keyword block and legal notice off the end. CD pages have neither: a rule at their end belongs to a drawing (Q29830). */
function readTrailer(form: Form, lines: readonly Line[], report: Report): Trailer {
  if (form === 'md-cd') return { body: lines, keywordBlock: null, legal: null }
  const keywordBlock = readKeywordBlock(lines, report)
  if (keywordBlock !== null)
    return { body: keywordBlock.before, keywordBlock, legal: readLegal(keywordBlock.after, report) }
  report('keyword-block-missing', lines.at(-1)?.number ?? 1, '')
  const { before, legal } = cutLegal(lines)
  return { body: before, keywordBlock: null, legal: readLegal(legal, report) }
}

interface Preamble {
  readonly legacy: Part<Legacy> | null
  readonly appliesTo: Part<readonly AppliesTo[]> | null
  /** What stands before the product list and is no line of an older header. */
  readonly notice: readonly Line[]
  readonly text: readonly Line[]
}

function readPreamble(form: Form, lines: readonly Line[], report: Report): Preamble {
  if (form === 'md-cd') return { legacy: null, appliesTo: null, notice: [], text: lines }
  const appliesTo = readAppliesTo(lines, report)
  const legacy = readLegacy(appliesTo?.before ?? lines)
  if (legacy !== null) report('legacy-lines', legacy.range[0], legacy.value.text[0] ?? '')
  const rest = legacy?.rest ?? appliesTo?.before ?? lines
  const first = rest.find((line) => line.text !== '')
  if (appliesTo === null) {
    report('applies-to-missing', first?.number ?? 1, first?.text ?? '')
    return { legacy, appliesTo, notice: [], text: rest }
  }
  if (first !== undefined) report('notice-before-applies-to', first.number, first.text)
  return { legacy, appliesTo, notice: rest, text: appliesTo.after }
}

/** Reads the notice by itself, since the product list stands between; its blocks go before those of the text. */
function readBody(notice: readonly Line[], text: readonly Line[], context: BodyContext) {
  const read = readSections(text, context)
  if (notice.every((line) => line.text === '')) return read
  const before = readSections(notice, context)
  return { sections: joinSections(before.sections, read.sections), problems: [...before.problems, ...read.problems] }
}

/** Text before the first heading on both sides is one section. */
function joinSections(before: readonly Section[], after: readonly Section[]): Section[] {
  const last = before.at(-1)
  const [first, ...others] = after
  if (last === undefined || first === undefined || first.heading !== null) return [...before, ...after]
  return [...before.slice(0, -1), { ...last, children: [...last.children, ...first.children] }, ...others]
}

/** `PRB: `, `Err Msg: `: a short tag and a colon before the title. */
const TYPE = /^([A-Za-z0-9&/+._ -]{2,24}): /

function readType(title: string): string | null {
  return TYPE.exec(title)?.[1] ?? null
}

/** The keyword block's, since the header's copy is damaged; without either, the older format's categories. */
function chooseKeywords(header: Header, block: KeywordBlock | null, words: QueryWords | null): string[] {
  if (block !== null) return [...block.keywords]
  if (header.keywords.length > 0 || words === null) return [...header.keywords]
  return Object.entries(words.fields).flatMap(([label, value]) => (/category/i.test(label) ? splitWords(value) : []))
}

/** The Markdown form dropped the notice: every raw article had the usual one, and the year of its date. */
function toLegal(form: Form, legal: Legal | null, year: number | null): Legal {
  if (legal !== null && (legal.standard || legal.text !== null)) return legal
  if (form !== 'md') return { year: null, standard: false, text: null }
  return { year, standard: true, text: null }
}

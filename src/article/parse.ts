/**
 * The parser: one raw article to one Article, step by step. Never throws, on any bytes: odd content becomes a problem.
 *
 *     bytes -> text -> parts of the frame, and the text between them -> sections of blocks -> Article
 */
import type { Article, Problem, RawArticle, Section } from './article.js'
import { chooseVersions, readYear, toArticle } from './assemble.js'
import type { Form } from './form-names.js'
import { FORM_READERS } from './forms/forms.js'
import type { Range } from './frame/part.js'
import { type ArticleParts, readParts } from './frame/parts.js'
import { reportHeader } from './header/header-problems.js'
import { parseVersions, type VersionList } from './header/versions.js'
import { type Report, toFound } from './problems.js'
import { reportSections } from './sections/section-problems.js'
import { readSections } from './sections/sections.js'
import { reportCharacters, reportEncoding } from './text/characters.js'
import { decode } from './text/decode.js'
import { type Line, toLine } from './text/lines.js'

/** What the caller knows better than the bytes say. */
export interface ParseOptions {
  /** The encoding of the bytes, where their own evidence misleads: see `decode.ts`. */
  readonly encoding?: string | null
}

/** Parses one article. The same bytes, form, name and options give the same Article. */
export function parseArticle(raw: RawArticle, options: ParseOptions = {}): Article {
  const problems: Problem[] = []
  const { usual } = FORM_READERS[raw.form]
  const report: Report = (code, line, found) => {
    if (!usual.has(code)) problems.push({ code, line: Math.max(1, line), found: toFound(found) })
  }
  const decoded = decode(raw.bytes, { form: raw.form, encoding: options.encoding ?? null })
  reportEncoding(decoded, report)
  const parts = readParts(raw.form, decoded.text, report)
  const { header } = parts.opening
  const versions = parseVersions(chooseVersions(header, parts.keywordBlock?.value ?? null), header.systems)
  reportParts(raw.form, { parts, versions }, report)
  const { sections, problems: found } = readBody(raw.form, parts)
  for (const problem of found) problems.push(problem)
  reportSections(sections, parts.text, report)
  problems.sort((a, b) => a.line - b.line)
  return toArticle(raw, { parts, versions, sections, encoding: decoded.encoding, problems })
}

interface ReadParts {
  readonly parts: ArticleParts
  readonly versions: VersionList
}

/** Reports what is odd about the frame as a whole; its readers have reported what is odd about each part. */
function reportParts(form: Form, { parts, versions }: ReadParts, report: Report): void {
  const { header, rest } = parts.opening
  reportCharacters([toLine(header.title, header.lineOf('title')), ...linesBefore(rest, parts.end)], report)
  reportHeader(form, { header, block: parts.keywordBlock?.value ?? null, versions }, report)
  const { legal } = parts
  if (legal === null && form !== 'md') report('legal-missing', rest.at(-1)?.number ?? 1, '')
  const [year, printed] = [readYear(header), legal?.value.year ?? null]
  if (legal !== null && year !== null && printed !== null && printed !== year)
    report('copyright-year-differs', legal.range[1], String(printed))
}

/** The lines of an article without what stands after its last one. */
function linesBefore(lines: readonly Line[], end: Range | null): readonly Line[] {
  return end === null ? lines : lines.filter((line) => line.number < end[0])
}

/** Reads the notice by itself, since the product list stands between; its blocks go before those of the text. */
function readBody(given: Form, { opening, notice, text, sections }: ArticleParts) {
  if (sections !== null) return { sections: [...sections], problems: [] }
  const form = opening.form ?? given
  const { code } = opening.header.product
  const { bodyForm, wrapColumn, hasBareHeadings } = FORM_READERS[form]
  const context = { form: bodyForm, productCode: code, wrapColumn, hasBareHeadings }
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

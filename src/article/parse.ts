/**
 * The parser: turns one raw article into one Article. Never throws, on any bytes: odd content becomes a problem.
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

/** Settings with which the caller overrules the evidence of the bytes. */
export interface ParseOptions {
  /** Encoding of the bytes, if detection fails: see `decode.ts`. `null`: detect it. */
  readonly encoding?: string | null
}

/** Parses one article. The same bytes, form, name and options always give the same Article. */
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

/** Reports problems that concern the frame as a whole. The readers of its parts have reported those of each part. */
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

/** Returns the lines of an article without those after its end. */
function linesBefore(lines: readonly Line[], end: Range | null): readonly Line[] {
  return end === null ? lines : lines.filter((line) => line.number < end[0])
}

/** Reads the body. The notice is read separately, since the applies-to list comes between it and the text. */
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

/** Joins two lists of sections. Text before the first heading of `after` continues the last section of `before`. */
function joinSections(before: readonly Section[], after: readonly Section[]): Section[] {
  const last = before.at(-1)
  const [first, ...others] = after
  if (last === undefined || first === undefined || first.heading !== null) return [...before, ...after]
  return [...before.slice(0, -1), { ...last, children: [...last.children, ...first.children] }, ...others]
}

/**
 * What the raw form and the Markdown form of an article must agree on, and which lines the converter may have changed.
 *
 * Where the restored lines are those of the raw article, everything but the source and the legal notice must agree. Where they are
 * not, the lines may differ only in the ways that FORMAT.md lists: one leading space, and characters that the converter wrote in
 * another way.
 */
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { readOpening } from '../../src/article/forms/forms.js'
import { parseArticle } from '../../src/article/parse.js'
import { decode } from '../../src/article/text/decode.js'
import { splitLines } from '../../src/article/text/lines.js'

export interface Parsed {
  readonly article: Article
  /** The lines after the header that show something, trimmed at the end. */
  readonly lines: readonly string[]
}

export function parse(bytes: Uint8Array, form: 'txt' | 'md'): Parsed {
  const { text } = decode(bytes, { form })
  const { rest } = readOpening(form, splitLines(text), () => {})
  const lines = rest.map((line) => line.text).filter((line) => line !== '')
  const notice = lines.findLastIndex((line) => line.startsWith('THE INFORMATION PROVIDED IN THE MICROSOFT'))
  return {
    article: parseArticle({ form, name: '', bytes, sha256: '' }),
    lines: notice < 0 ? lines : lines.slice(0, notice),
  }
}

/** What both forms must agree on. Positions, source and problems are each form's own. */
function meaningOf(article: Article): unknown {
  const { source: _source, legal: _legal, problems: _problems, operatingSystems: _systems, ...meaning } = article
  const withoutPlaces = (key: string, value: unknown) => (key === 'position' ? undefined : value)
  const versions = article.keywordBlock?.version === null ? null : meaning.versions
  return JSON.parse(JSON.stringify({ ...meaning, versions }, withoutPlaces))
}

/** What the converter may have changed in a line: its leading space, quotes, and characters it wrote as codes. */
function withoutLosses(line: string): string {
  return line.replaceAll(/<[0-9A-F]{2}>|[^!-~]|['"]/g, '')
}

/** Fails where the two forms of an article differ in more than the converter lost. */
export function assertAgree(raw: Parsed, page: Parsed): void {
  const same = raw.lines.length === page.lines.length && raw.lines.every((line, index) => line === page.lines[index])
  if (same && raw.article.title === page.article.title) assert.equal(meaningOf(page.article), meaningOf(raw.article))
  else assert.equal(page.lines.map(withoutLosses), raw.lines.map(withoutLosses))
  assert.is(page.article.modified, raw.article.modified)
  assert.equal(page.article.keywords, raw.article.keywords)
  assert.is(page.article.legal.standard, raw.article.legal.standard)
}

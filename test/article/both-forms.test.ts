/**
 * The raw form and the Markdown form of an article become the same Article, but for what the converter lost.
 *
 * Where the restored lines are those of the raw article, everything but the source and the legal notice must agree. Where they are not, the lines may
 * differ only in the ways that FORMAT.md lists: one leading space, and characters that the converter wrote in another way.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { decode } from '../../src/article/decode.js'
import { readOpening } from '../../src/article/forms/forms.js'
import { splitLines } from '../../src/article/lines.js'
import { parseArticle } from '../../src/article/parse.js'
import { recogniseForm } from '../../src/article/recognise.js'
import { findCorpus, findTool } from '../support/tool.js'
import { convertToMarkdown } from './convert-to-markdown.js'
import { listGoldenCases } from './golden-cases.js'

const test = suite('both-forms')

interface Parsed {
  readonly article: Article
  /** The lines after the header that show something, trimmed at the end. */
  readonly lines: readonly string[]
}

function parse(bytes: Uint8Array, form: 'txt' | 'md'): Parsed {
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

function assertAgree(raw: Parsed, page: Parsed): void {
  const same = raw.lines.length === page.lines.length && raw.lines.every((line, index) => line === page.lines[index])
  if (same && raw.article.title === page.article.title) assert.equal(meaningOf(page.article), meaningOf(raw.article))
  else assert.equal(page.lines.map(withoutLosses), raw.lines.map(withoutLosses))
  assert.is(page.article.modified, raw.article.modified)
  assert.equal(page.article.keywords, raw.article.keywords)
  assert.is(page.article.legal.standard, raw.article.legal.standard)
}

/** Cases whose oddity is of the bytes or of parts that the converter did not carry over. */
const RAW_ONLY =
  /^(utf-|cp|carriage|line-ends|header-[fl]|legal-|product-|text-before|id-missing|date-unreadable|versions-)/

for (const { reason, inputName, bytes } of listGoldenCases()) {
  if (inputName !== 'article.txt' || RAW_ONLY.test(reason) || recogniseForm(decode(bytes).text) !== 'txt') continue
  const page = convertToMarkdown(bytes)
  if (page === null) continue
  test(`${reason}: the page made from it says the same`, () => {
    const raw = parse(bytes, 'txt')
    const known = { ...raw.article, product: { ...raw.article.product, code: null } }
    assertAgree({ ...raw, article: known }, parse(new TextEncoder().encode(page), 'md'))
  })
}

const corpus = findCorpus()
if (corpus !== null && findTool('xz', 'xz-utils') !== null) {
  test('the real articles of a bucket say the same in both forms', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kb-both-forms-'))
    try {
      for (const [archive, members] of [
        ['txt.tar.xz', '*txt/184/*'],
        ['md.tar.xz', '*kb/184/*'],
      ] as const)
        execFileSync('tar', ['-xJf', join(corpus, archive), '-C', folder, '--wildcards', members])
      const ids = readdirSync(join(folder, 'kb/184'))
      assert.ok(ids.length > 100, `${ids.length} pages`)
      for (const id of ids) {
        const raw = readFileSync(join(folder, 'txt/184', `${id}.TXT`))
        const page = readFileSync(join(folder, 'kb/184', id, 'README.md'))
        assert.ok(convertToMarkdown(raw) === page.toString(), `${id}: the page is not the converter's`)
        assertAgree(parse(raw, 'txt'), parse(page, 'md'))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

test.run()

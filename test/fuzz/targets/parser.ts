/** The parser and the page: any bytes are articles or none, nothing is lost on the way to the page, and nothing runs there. */
import * as assert from 'uvu/assert'
import type { Article, RawArticle } from '../../../src/article/article.js'
import { FORMS } from '../../../src/article/form-names.js'
import { checkLossless } from '../../../src/article/lossless.js'
import { parseArticle } from '../../../src/article/parse.js'
import { peekHeader } from '../../../src/article/peek.js'
import { decode } from '../../../src/article/text/decode.js'
import { toSchemaError } from '../../../src/article/validate.js'
import { checkArticle } from '../../../src/check/check-article.js'
import { readArticles } from '../../../src/dump/dump-file.js'
import { toMarkdown } from '../../../src/export/markdown.js'
import { toSearchDocument } from '../../../src/search/analysis/documents.js'
import { render } from '../../../templates/article.11ty.js'
import { LINES } from '../../article/body-lines.js'
import { readSample } from '../../sample/sample-files.js'
import { toPageText, toRawText } from '../../support/small-dump.js'
import { sampleArchive } from '../../templates/sample-archive.js'
import { whatRuns } from '../../templates/what-runs.js'
import { makeArticle } from '../constructs.js'
import type { Random } from '../random.js'
import type { Target } from '../target.js'

/** Articles of a file beyond these are like the ones before. */
const MOST_ARTICLES = 3

export const parser: Target = {
  name: 'parser',
  isGuide: (file) => /\/src\/(?:article|render)\/|\/src\/dump\/find-articles|\/templates\//.test(file),
  seeds: () => [
    ...readSample().map(({ bytes }) => Buffer.from(bytes)),
    Buffer.from(toPageText({ number: 214_864 })),
    Buffer.from(`\ufeff${toRawText({ number: 214_864 })}`, 'utf16le'),
    Buffer.from('A\r\nPSS ID Number: Q100001\r\nArticle last modified on 05-16-1995\r\n\r\nText.\r\n'),
  ],
  dictionary: [
    ...LINES,
    '\u2028',
    '\u2003',
    '\u0085',
    '\ufeff',
    'Article: Q100001',
    'DOCUMENT:Q100001',
    'Product(s): A',
  ],
  maxBytes: 64 * 1024,
  generate,
  check,
}

/** Constructs by the grammar of `constructs.ts`; or a header, and lines that mean something in any order. */
function generate(random: Random): Buffer {
  if (random.chance(0.5)) return Buffer.from(makeArticle(random, 10_000 + random.below(900_000)), 'latin1')
  const lines = random.list(60, () => ' '.repeat(random.chance(0.3) ? random.below(9) : 0) + random.pick(LINES))
  const number = 10_000 + random.below(900_000)
  const text = lines.join(random.chance(0.8) ? '\r\n' : '\n')
  const article = random.chance(0.7) ? toRawText({ number, text }) : toPageText({ number, text })
  return Buffer.from(article.slice(0, random.chance(0.1) ? random.below(article.length) : undefined), 'latin1')
}

function check(bytes: Buffer): void {
  const found = readArticles({ name: 'a', type: 'read', bytes, whole: true })
  if (typeof found === 'string') checkParsed({ form: formOf(bytes), name: 'a', bytes, sha256: '' })
  else
    for (const { form, number, bytes } of found.slice(0, MOST_ARTICLES))
      assert.is(checkFound({ form, name: 'a', bytes, sha256: '' }).number, number, 'found under another number')
}

/** What is no article is parsed all the same, in some form. */
function formOf(bytes: Buffer): RawArticle['form'] {
  return FORMS[bytes.length % FORMS.length] ?? 'txt'
}

function checkFound(raw: RawArticle): Article {
  const article = checkParsed(raw)
  const header = peekHeader(decode(raw.bytes, { form: raw.form }).text, raw.form)
  assert.is(article.number, header?.number, 'the number of the header is the number of the article')
  assert.equal(whatRuns(checkPage(article), true), [], 'something runs on the page, or leads out of it')
  toMarkdown(article, new Set())
  return article
}

function checkParsed(raw: RawArticle): Article {
  const article = parseArticle(raw)
  assert.is(toSchemaError(article), null, 'schema')
  assert.equal(checkLossless(decode(raw.bytes, { form: raw.form }).text, article), [], 'something is lost')
  const json = JSON.stringify(article)
  assert.is(JSON.stringify(parseArticle(raw)), json, 'the same bytes give another article')
  assert.equal(JSON.parse(json), article, 'JSON changes the article')
  toSearchDocument(article)
  return article
}

/** The article's page, which must have its words. */
function checkPage(article: Article): string {
  const archive = sampleArchive([article])
  const context = { ...archive.article(article.number), original: null }
  const html = render({ archive: { ...archive, article: () => context }, entry: article.number })
  assert.equal(checkArticle(article, html), [], 'the page differs')
  return html
}

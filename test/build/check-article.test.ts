/** What `kb check` says of an article and its page. Pages are made as the site makes them, then damaged. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { decodeCodePage } from '../../src/article/code-pages.js'
import { checkArticle, checkLine } from '../../src/build/check-article.js'
import { readPageText } from '../../src/build/check-page-text.js'
import { parseTexts, TEXTS } from './small-data.js'

const checking = suite('checkArticle')

const ORIGINAL = TEXTS.Q152734 ?? ''
const BODY =
  'See <a title="A &lt;b> or </div>" href="../../214/Q214864/index.html">Q214864</a> and Q999999 in the Knowledge Base.'

function parseOne(): Article {
  const [article] = parseTexts({ Q152734: ORIGINAL })
  if (article === undefined) throw new Error('no article')
  return article
}

/** A page with this body and original. */
function toPage(body: string, original: string): string {
  return (
    `<!doctype html><title>x</title><main><div class="body">${body}</div>` +
    `<button data-line-end="lf"></button><pre data-original tabindex="0">\n${original.replaceAll('&', '&#x26;')}</pre></main>`
  )
}

/** The codes found. */
function codesOf(html: string, article = parseOne()): string[] {
  return checkArticle(article, html).map((finding) => finding.code)
}

checking('finds nothing wrong where page and original say what the article says', () => {
  assert.equal(checkArticle(parseOne(), toPage(`<div><p>${BODY}</p></div>`, ORIGINAL)), [])
})

checking('finds a word that the page lost, and says where', () => {
  const [finding] = checkArticle(parseOne(), toPage(BODY.replace('Knowledge ', ''), ORIGINAL))
  assert.is(finding?.code, 'page-differs')
  assert.is(finding?.file, 'kb/152/Q152734/index.html')
  assert.match(finding?.found ?? '', 'theBase.` instead of `')
})

checking('finds a word that the page added', () => {
  assert.equal(codesOf(toPage(`${BODY} More.`, ORIGINAL)), ['page-differs'])
})

checking('finds an original that is not the file of the dump', () => {
  assert.equal(codesOf(toPage(BODY, `${ORIGINAL} `)), ['original-differs'])
})

checking('finds a line that the article lost', () => {
  const article = { ...parseOne(), sections: [] }
  assert.ok(codesOf(toPage('', ORIGINAL), article).includes('text-lost'))
})

checking('takes a page without original for what it is', () => {
  assert.equal(codesOf(`<div class="body">${BODY}</div>`), [])
})

checking('reads characters that HTML cannot hold by their codes', () => {
  const html =
    '<p class=body>a<bdi class=control data-code=001B>\u241b</bdi>b</p><pre data-original>\nx<i data-code=13>\u240d</i>y\n</pre>'
  assert.equal(readPageText(html), { body: 'a\u001bb', original: { text: 'x\ry\n', lineEnd: '\n' } })
})

checking('puts back every byte of the code pages of old dumps', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const page of ['windows-1252', 'cp437', 'cp850'] as const)
    assert.is(new Set(decodeCodePage(bytes, page)).size, 256, page)
})

checking('says what does not fit the schema', () => {
  const wrong = { ...parseOne(), title: 7 }
  const { article, findings } = checkLine('data/152.ndjson', JSON.stringify(wrong))
  assert.is(article, null)
  assert.equal(findings, [{ code: 'article-invalid', file: 'data/152.ndjson', found: 'Q152734/title must be string' }])
  assert.is(checkLine('data/152.ndjson', '{').findings.length, 1)
  assert.equal(checkLine('data/152.ndjson', JSON.stringify(parseOne())).findings, [])
})

checking.run()

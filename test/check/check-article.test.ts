/** What `kb check` says of an article, its page and its original text. Pages are made as the site makes them, then damaged. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { decodeCodePage } from '../../src/article/text/code-pages.js'
import { checkArticle, checkLine, checkOriginal } from '../../src/check/check-article.js'
import { readBodyText, readOriginals } from '../../src/check/check-page-text.js'
import type { Finding } from '../../src/check/finding.js'
import { parseTexts, TEXTS } from '../support/small-data.js'

const checking = suite('checkArticle')

const ORIGINAL = TEXTS.Q152734 ?? ''
const BODY =
  'See <a title="A &lt;b> or </div>" href="../../214/Q214864/index.html">Q214864</a> and Q999999 in the Knowledge Base.'

function parseOne(): Article {
  const [article] = parseTexts({ Q152734: ORIGINAL })
  if (article === undefined) throw new Error('no article')
  return article
}

/** A page with this body. */
function toPage(body: string): string {
  return `<!doctype html><title>x</title><main><div class="body">${body}</div></main>`
}

/** What a page of originals has of a text; it stands between two others. */
function readOriginal(text: string, id = 'Q152734') {
  const section = (id: string, text: string) =>
    `<section id="${id}"><h2>${id}</h2><p>cp437 <button data-line-end="lf"></button></p><pre tabindex="0">\n${text}</pre></section>`
  const page = section('Q152700', 'a') + section(id, text.replaceAll('&', '&#x26;')) + section('Q152799', 'b')
  return readOriginals(page).get('Q152734')
}

/** The codes found. */
function codesOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.code)
}

checking('finds nothing wrong where page and original say what the article says', () => {
  assert.equal(checkArticle(parseOne(), toPage(`<div><p>${BODY}</p></div>`)), [])
  assert.equal(checkOriginal(parseOne(), readOriginal(ORIGINAL)), [])
})

checking('finds a word that the page lost, and says where', () => {
  const [finding] = checkArticle(parseOne(), toPage(BODY.replace('Knowledge ', '')))
  assert.is(finding?.code, 'page-differs')
  assert.is(finding?.file, 'kb/152/Q152734/index.html')
  assert.match(finding?.found ?? '', 'theBase.` instead of `')
})

checking('finds a word that the page added', () => {
  assert.equal(codesOf(checkArticle(parseOne(), toPage(`${BODY} More.`))), ['page-differs'])
})

checking('finds an original that is not the file of the dump', () => {
  assert.equal(codesOf(checkOriginal(parseOne(), readOriginal(`${ORIGINAL} `))), ['original-differs'])
})

checking('finds a line that the article lost', () => {
  const article = { ...parseOne(), sections: [] }
  assert.ok(codesOf(checkOriginal(article, readOriginal(ORIGINAL))).includes('text-lost'))
})

checking('finds an original that its page lacks', () => {
  assert.equal(codesOf(checkOriginal(parseOne(), readOriginal(ORIGINAL, 'Q152735'))), ['original-missing'])
})

checking('reads characters that HTML cannot hold by their codes', () => {
  assert.is(readBodyText('<p class=body>a<bdi class=control data-code=001B>\u241b</bdi>b</p>'), 'a\u001bb')
  assert.equal(readOriginal('x<i data-code=13>\u240d</i>y\n'), { text: 'x\ry\n', lineEnd: '\n' })
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

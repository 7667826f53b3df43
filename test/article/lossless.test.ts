/** The check that nothing is lost must itself miss nothing: each damage to an article is found. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { checkLossless } from '../../src/article/lossless.js'
import { parseArticle } from '../../src/article/parse.js'
import { decode } from '../../src/article/text/decode.js'
import { listGoldenCases, parseGolden } from './golden-cases.js'

const test = suite('lossless')

const golden = listGoldenCases().find(({ reason }) => reason === 'query-words-wrapped')
if (golden === undefined) throw new Error('Expected the golden case `query-words-wrapped`')
const { text } = decode(golden.bytes)

/** The codes found after a damage to a fresh copy of the article. */
function codesAfter(damage: (article: Article) => void): string[] {
  const article = structuredClone(parseGolden(golden ?? { reason: '', inputName: '', bytes: new Uint8Array(0) }))
  damage(article)
  return [...new Set(checkLossless(text, article).map(({ code }) => code))]
}

test('finds nothing in a sound article', () => {
  assert.equal(
    codesAfter(() => {}),
    [],
  )
})

test('finds a block that is gone', () => {
  assert.equal(
    codesAfter((article) => void article.sections[0]?.children.pop()),
    ['line-unowned'],
  )
})

test('finds a heading that is gone', () => {
  const codes = codesAfter((article) => {
    article.sections = article.sections.map((section) => ({ ...section, heading: null }))
  })
  assert.equal(codes, ['line-unowned'])
})

test('finds a changed letter, wherever it is', () => {
  const blocks = codesAfter((article) => {
    article.sections = JSON.parse(JSON.stringify(article.sections).replace('clock', 'clack'))
  })
  assert.equal(blocks, ['text-differs'])
  const products = codesAfter((article) => {
    article.appliesTo = [{ text: 'Other', product: null, children: [] }]
  })
  assert.equal(products, ['text-differs'])
  const words = codesAfter((article) => {
    article.queryWords = { text: '', words: [], fields: {} }
  })
  assert.equal(words, ['text-differs'])
})

test('finds blocks in another order', () => {
  assert.ok(codesAfter((article) => void article.sections.reverse()).includes('order-broken'))
})

test('finds a line that two parts claim', () => {
  const codes = codesAfter((article) => {
    article.source.lines.legacy = article.source.lines.appliesTo
  })
  assert.ok(codes.includes('line-owned-twice'))
})

test('finds a part of the frame that lets go of a line', () => {
  const codes = codesAfter((article) => {
    article.source.lines.legal = null
  })
  assert.equal(codes, ['line-unowned'])
})

/** A raw article with this body, and these lines more in its header. */
function parseRaw(body: string, fields: readonly string[] = []) {
  const head = ['DOCUMENT:Q100001  01-JAN-1999  [contprn]', 'TITLE   :Humming', 'PRODUCT :Contoso Printing', ...fields]
  const text = [...head, 'PROD/VER:1.0', 'OPER/SYS:', 'KEYWORDS:alpha', '', '='.repeat(70), '', body, ''].join('\r\n')
  const bytes = Buffer.from(text, 'latin1')
  return { text, article: parseArticle({ form: 'txt', name: 'Q100001.TXT', bytes, sha256: '' }) }
}

for (const row of ['............', '~~~~~~~~~~~~', '############', '************'])
  test(`keeps a row of a table that is made of signs: ${row}`, () => {
    const { text, article } = parseRaw(
      `   Name      Value\r\n   ---------------\r\n   one       1\r\n   ${row}\r\n   two       2`,
    )
    assert.equal(checkLossless(text, article), [])
    assert.ok(JSON.stringify(article.sections).includes(row))
    assert.is(article.sections[0]?.children[0]?.type, 'table')
  })

test('keeps what stands over a rule, whatever its signs', () => {
  for (const body of [' - -,a/b\r\n--', '-- _\r\n--', '= =\r\n==', '1. x\r\n\r\n   a  b\r\n   ......']) {
    const { text, article } = parseRaw(body)
    assert.equal(checkLossless(text, article), [], body)
  }
})

test('keeps both values of a field that stands twice, and what stands between fields', () => {
  const twice = ['KEYWORDS:omega', 'TITLE   :Second', 'PRODUCT :Northwind', 'PROD/VER:2.0', 'a line', 'AUTHOR  :J. Doe']
  const { text, article } = parseRaw('Text.', twice)
  assert.equal(checkLossless(text, article), [])
  assert.equal(article.keywords, ['omega', 'alpha'])
  assert.is(article.title, 'Humming')
  assert.equal(article.source.header, {
    DOCUMENT: 'Q100001  01-JAN-1999  [contprn]',
    TITLE: 'Humming\nSecond',
    PRODUCT: 'Contoso Printing\nNorthwind',
    KEYWORDS: 'omega\nalpha',
    'PROD/VER': '2.0\n1.0',
    '': 'a line',
    AUTHOR: 'J. Doe',
    'OPER/SYS': '',
  })
})

test('finds a header that lost a value', () => {
  const { text, article } = parseRaw('Text.', ['KEYWORDS:omega'])
  article.source.header.KEYWORDS = 'omega'
  assert.equal(
    checkLossless(text, article).map(({ code, expected }) => [code, expected]),
    [['text-differs', 'ALPHA']],
  )
})

test.run()

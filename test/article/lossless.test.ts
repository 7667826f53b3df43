/** The check that nothing is lost must itself miss nothing: each damage to an article is found. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { decode } from '../../src/article/decode.js'
import { checkLossless } from '../../src/article/lossless.js'
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
    article.appliesTo = [{ text: 'Other', children: [] }]
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

test.run()

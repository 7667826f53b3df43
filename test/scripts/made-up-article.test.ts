/** The made-up dump by which growth is measured: always the same, and as well-formed as the real one. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toArticleText } from '../../scripts/made-up-article.js'
import { createRandom } from '../../scripts/made-up-words.js'
import { parseArticle } from '../../src/article/parse.js'

const test = suite('made-up articles')
const COUNT = 200
const FIRST = 10_022

function makeTexts(seed: number): readonly string[] {
  const random = createRandom(seed)
  const anyNumber = () => FIRST + random.below(COUNT)
  return Array.from({ length: COUNT }, (_, index) => toArticleText(random, { number: FIRST + index, anyNumber }))
}

function parse(text: string) {
  return parseArticle({ form: 'txt', name: 'Q10022.TXT', bytes: Buffer.from(text, 'latin1'), sha256: '' })
}

test('the same seed makes the same texts, another one others', () => {
  assert.equal(makeTexts(1), makeTexts(1))
  assert.not.equal(makeTexts(1), makeTexts(2))
})

test('they have the frame of the real form: every part is found where it belongs', () => {
  const codes = makeTexts(1).flatMap((text) => parse(text).problems.map(({ code }) => code))
  assert.equal([...new Set(codes)].filter((code) => code !== 'section-empty' && code !== 'title-cut').sort(), [])
})

test('they have what costs: lower headings, lists, code, tables, citations', () => {
  const articles = makeTexts(1).map(parse)
  const types = new Set(
    articles.flatMap(({ sections }) => sections.flatMap(({ children }) => children.map(({ type }) => type))),
  )
  for (const type of ['paragraph', 'list', 'code', 'table', 'blockquote'] as const)
    assert.ok(types.has(type), `no ${type}`)
  assert.ok(articles.some(({ sections }) => sections.some(({ depth }) => depth === 2)))
  const cited = articles.filter(({ references }) => references.length > 0).length / COUNT
  assert.ok(cited > 0.15 && cited < 0.35, `${cited} cite others`)
})

test.run()

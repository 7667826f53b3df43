/** The figures of the home, about, problems and wanted pages. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildCatalog } from '../../src/pipeline/catalog/build-catalog.js'
import { makeDigest, toTable } from '../support/digests.js'

const test = suite('statistics')

const PRINTING = { code: 'contprn', name: 'Contoso Printing' }
const LEDGER = { code: 'ledger', name: 'Plover Ledger' }
const { statistics } = buildCatalog([
  toTable([
    makeDigest(100_101, { product: PRINTING, modified: '1999-05-01', cites: [214_001], problems: [] }),
    makeDigest(100_102, {
      problems: [['line-ends-mixed', 2]],
      product: PRINTING,
      modified: null,
      cites: [100_101, 299_999],
      type: null,
    }),
  ]),
  toTable([
    makeDigest(214_001, {
      product: LEDGER,
      modified: '2001-06-11',
      cites: [100_101, 299_999, 299_998],
      sections: ['symptoms', 'cause'],
      blocks: ['paragraph', 'table'],
      problems: [
        ['line-ends-mixed', 4],
        ['line-tabs', 1],
      ],
    }),
  ]),
])

test('counts articles by the code they are filed under, the largest first, and by year, those without date in none', () => {
  assert.equal(
    statistics.filed.map(({ label, count }) => `${label} ${count}`),
    ['contprn 2', 'ledger 1'],
  )
  assert.equal(
    statistics.years.map(({ label, count }) => `${label} ${count}`),
    ['1999 1', '2001 1'],
  )
  assert.equal(statistics.yearProducts, { '1999': { contprn: 1 }, '2001': { ledger: 1 } })
})

test('counts the articles that have a kind of section or block, each once', () => {
  assert.equal(statistics.sections, { cause: 1, status: 2, symptoms: 3 })
  assert.equal(statistics.blocks, { paragraph: 3, table: 1 })
})

test('counts the articles of a problem, not how often they have it, and names examples', () => {
  assert.equal(
    statistics.problems.map(({ code, count, articles }) => [code, count, articles.map(({ id }) => id)]),
    [
      ['line-ends-mixed', 2, ['Q100102', 'Q214001']],
      ['line-tabs', 1, ['Q214001']],
    ],
  )
})

test('lists the articles that are cited and missing, the most wanted first, with who cites them', () => {
  assert.equal(
    statistics.wanted.map(({ id, count, citedBy }) => [id, count, citedBy.map((card) => card.id)]),
    [
      ['Q299999', 2, ['Q100102', 'Q214001']],
      ['Q299998', 1, ['Q214001']],
    ],
  )
})

test('lists the newest articles first, those without date last', () => {
  assert.equal(
    statistics.recent.map(({ id }) => id),
    ['Q214001', 'Q100101', 'Q100102'],
  )
})

test('counts the links between products in both directions, missing articles left out', () => {
  assert.equal(
    statistics.productLinks.map(({ from, to, count }) => `${from} ${to} ${count}`),
    ['contprn contprn 1', 'contprn ledger 1', 'ledger contprn 1'],
  )
})

test.run()

/** Which pages are offered below a search box. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ResultPage, ShownHit } from '../../src/client/engine/engine-messages.js'
import { findErrors, findLinks, findProducts, toCodeText } from '../../src/client/quick-links/find-links.js'
import type { ErrorRow, ProductRow } from '../../src/render/quick-links.js'
import type { Jump } from '../../src/search/types.js'

const ERRORS: readonly ErrorRow[] = [
  ['0x80004002', 4],
  ['0x80004005', 312],
  ['C1083', 5],
  ['Error 172', 1, 100300],
  ['Error 1722', 40],
  ['Event ID 1309, MSExchangeDS', 3],
  ['Event ID 172', 2],
  ['Run-time error 91', 20],
  ['Run-time error 1722', 2],
  ['SQLSTATE IM002', 7],
  ['STOP 0x0000000A', 90],
]
const PRODUCTS: readonly ProductRow[] = [
  ['Exchange Client', 'exchange-client', 90],
  ['Exchange Server', 'exchange-server', 4000],
  ['Exchange Server 5.5', 'exchange-server/5.5', 2000],
  ['Windows NT', 'windows-nt', 9000],
  ['Windows NT 4.0', 'windows-nt/4.0', 5000],
]
const LISTS = { errors: ERRORS, products: PRODUCTS }

function toHit(number: number, missing: readonly string[] = []): ShownHit {
  const product = { code: null, name: '' }
  const text = { title: `PRB: Title ${number}`, type: 'PRB', product, modified: null, summary: '' }
  const card = { number, id: `Q${number}`, ...text, issueTypes: [], products: [] }
  return {
    id: card.id,
    number,
    card,
    type: 'PRB',
    title: [{ text: `Title ${number}`, marked: true }],
    summary: [],
    missing,
  }
}

function toPage(hits: readonly ShownHit[], jump: Jump | null = null, code: string | null = null): ResultPage {
  const recognised = code === null ? [] : [{ text: code, kind: 'error-code' as const, start: 0, end: code.length }]
  const counts = { total: hits.length, withAll: hits.length, withSome: hits.length, hits: [] }
  const facets = { product: [], type: [], year: [], issueType: [], filed: [] }
  const others = { leftOut: [], excluded: [], suggestion: null, corrected: null, words: [], marks: [] }
  return { result: { ...counts, facets, jump, recognised, ...others }, hits, isWhole: true, faults: [] }
}

const codesOf = (text: string) => findErrors(ERRORS, text, []).map(([code]) => code)
const productsOf = (text: string) => findProducts(PRODUCTS, text).map(([name]) => name)
const textsOf = (text: string, page: ResultPage | null) =>
  findLinks({ text, lists: LISTS, page }).map(({ title }) => title.map((piece) => piece.text).join(''))

test('it offers the codes that begin as the text, most quoted first', () => {
  assert.equal(codesOf('0x8000'), ['0x80004005', '0x80004002'])
})

test('it offers a code that is exactly the text before longer ones', () => {
  assert.equal(codesOf('172'), ['Event ID 172', 'Error 172', 'Error 1722'])
})

test('it knows the spellings of codes', () => {
  assert.equal(codesOf('80004005'), ['0x80004005'])
  assert.equal(codesOf('&H80004005'), ['0x80004005'])
  assert.equal(codesOf('STOP: 0xA'), ['STOP 0x0000000A'])
  assert.equal(codesOf('stop error 0x0000000A'), ['STOP 0x0000000A'])
  assert.equal(codesOf('Event ID: 1309'), ['Event ID 1309, MSExchangeDS'])
  assert.equal(codesOf("runtime error '91'"), ['Run-time error 91'])
  assert.equal(codesOf('error code 1722'), ['Error 1722', 'Run-time error 1722'])
  assert.equal(codesOf('im002'), ['SQLSTATE IM002'])
  assert.equal(codesOf('c10'), ['C1083'])
})

test('it offers no codes for a word that many begin with, or within a number', () => {
  assert.equal(codesOf('error'), [])
  assert.equal(codesOf('4005'), [])
})

test('it finds the number of a code in its spelling', () => {
  assert.is(toCodeText(' Stop Code 0x1E '), 'stop 0x0000001e')
})

test('it offers products by the beginning of their name, then of a word in it', () => {
  assert.equal(productsOf('exch'), ['Exchange Server', 'Exchange Server 5.5'])
  assert.equal(productsOf('nt 4'), ['Windows NT 4.0'])
  assert.equal(productsOf('exchange 5'), ['Exchange Server 5.5'])
  assert.equal(productsOf('Microsoft  Windows NT'), ['Windows NT', 'Windows NT 4.0'])
})

test('it offers no products for letters within a word, or for one letter', () => {
  assert.equal(productsOf('ndows'), [])
  assert.equal(productsOf('server exchange'), [])
  assert.equal(productsOf('microsoft w'), [])
})

test('it offers the article that is named, then codes, products and titles, five at most', () => {
  const jump = { id: 'Q100300', title: 'PRB: Named', exists: true, near: [] }
  const hits = [100300, 100301, 100302, 100303, 100304, 100305].map((number) => toHit(number))
  assert.equal(textsOf('windows nt', toPage(hits, jump)), [
    'PRB: Named',
    'Windows NT',
    'Windows NT 4.0',
    'PRB: Title 100301',
    'PRB: Title 100302',
  ])
})

test('it offers codes that were recognised in a longer text', () => {
  assert.equal(textsOf('cannot open file, error 1722', toPage([], null, '1722')), ['Error 1722', 'Run-time error 1722'])
})

test('it takes a number that was recognised in a text for an error, not for an event', () => {
  assert.equal(textsOf('cannot open file, error 172', toPage([], null, '172')), ['Error 172'])
})

test('it offers no titles of articles that lack a word, and nothing for one letter', () => {
  assert.equal(textsOf('spooler', toPage([toHit(1, ['spooler']), toHit(2)])), ['PRB: Title 2'])
  assert.equal(textsOf('s', toPage([toHit(2)])), [])
})

test('it leads to lists, or to the only article', () => {
  const pathsOf = (text: string) => findLinks({ text, lists: LISTS, page: null }).map(({ path }) => path)
  assert.equal(pathsOf('0x80004005'), ['error/0x80004005/'])
  assert.equal(pathsOf('error 172').slice(0, 2), ['kb/100/Q100300/', 'error/error_1722/'])
  assert.equal(pathsOf('exchange server 5.5'), ['product/exchange-server/5.5/'])
})

test('it says what a code means, where articles agree', () => {
  const errors: readonly ErrorRow[] = [['0x80070057', 5, 'E_INVALIDARG']]
  const [link] = findLinks({ text: '0x80070057', lists: { errors, products: [] }, page: null })
  assert.equal(link?.title, [{ text: '0x80070057: E_INVALIDARG', marked: false }])
  assert.is(link?.path, 'error/0x80070057/')
})

test('it says what a link is', () => {
  const notesOf = (text: string) => findLinks({ text, lists: LISTS, page: null }).map(({ note }) => note)
  assert.equal(notesOf('windows nt 4'), ['product, 5,000 articles'])
  assert.equal(notesOf('error 172')[0], 'error code, 1 article')
})

test.run()

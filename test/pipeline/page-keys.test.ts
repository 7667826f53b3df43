/** A page is made again when something that it shows has changed, and only then. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildCatalog } from '../../src/pipeline/catalog/build-catalog.js'
import { hashCards, toArticlePages, toListPages, toOriginalsPages } from '../../src/pipeline/pages/page-keys.js'
import type { Digest } from '../../src/pipeline/parse/digest.js'
import type { PlannedArticle } from '../../src/pipeline/run/plan.js'
import { makeDigest, toTable } from '../support/digests.js'

const test = suite('page keys')

function makePlanned(number: number, sha256 = `hash of ${number}`): PlannedArticle {
  const place = { spool: 0, offset: 0, length: 1 }
  const record = {
    form: 'txt',
    number,
    modified: null,
    dump: '',
    name: `Q${number}.TXT`,
    sha256,
    fileSha256: null,
    place,
    wording: null,
    copies: [],
    moreCopies: 0,
  } as const
  return { number, record, revisions: [] }
}

/** 100001 cites 214001; the other two stand alone. */
const DIGESTS: readonly Digest[] = [
  makeDigest(100_001, { cites: [214_001] }),
  makeDigest(100_150, {
    cites: [],
    keywords: [],
    errors: [],
    product: { code: 'ledger', name: 'Plover Ledger' },
    products: ['plover-ledger\nPlover Ledger'],
    versions: [],
  }),
  makeDigest(214_001, {
    cites: [],
    modified: '1999-01-01',
    product: { code: 'other', name: 'Other' },
    products: ['other\nOther'],
    versions: [],
    errors: [],
  }),
]

/** The key of each page, by path. */
function keysOf(digests: readonly Digest[], more: { readonly siteKey?: string; readonly sha256?: string } = {}) {
  const { siteKey = 'site', sha256 } = more
  const { share, cites } = buildCatalog([toTable(digests)])
  const input = { siteKey, share, cites, cards: hashCards(share) }
  const articles = digests.map(({ number }, i) => makePlanned(number, i === 0 ? sha256 : undefined))
  const pages = [...toArticlePages(articles, input), ...toOriginalsPages(articles, siteKey), ...toListPages(input)]
  return new Map(pages.map(({ path, key }) => [path, key]))
}

/** The pages that another archive has otherwise, those that only one has among them. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
}

const articlePages = (paths: readonly string[]) => paths.filter((path) => /\/Q\d+\/index\.html$/.test(path)).sort()
const BEFORE = keysOf(DIGESTS)

test('names every page once, with a key of its own', () => {
  assert.ok(BEFORE.size > 8)
  assert.is(new Set(BEFORE.values()).size, BEFORE.size)
})

test('are the same for the same archive', () => {
  assert.equal(changed(BEFORE, keysOf(DIGESTS)), [])
})

test('change all with what every page shows', () => {
  assert.is(changed(BEFORE, keysOf(DIGESTS, { siteKey: 'another title' })).length, BEFORE.size)
})

test("change with an article's text: its own page and that of its original, no other", () => {
  assert.equal([...changed(BEFORE, keysOf(DIGESTS, { sha256: 'another' }))].sort(), [
    'site/kb/100/Q100001/index.html',
    'site/kb/100/originals-0/index.html',
  ])
})

test('change with the title of an article: pages that cite it, its lists, and no stranger', () => {
  const retitled = DIGESTS.map((digest, i) => (i === 2 ? { ...digest, title: 'PRB: Another' } : digest))
  const paths = changed(BEFORE, keysOf(retitled))
  assert.ok(articlePages(paths).includes('site/kb/100/Q100001/index.html'), 'the page that cites it')
  assert.ok(articlePages(paths).includes('site/kb/214/Q214001/index.html'))
  assert.ok(paths.includes('site/product/other/index.html'))
  assert.not(paths.includes('site/product/plover-ledger/index.html'))
  assert.not(paths.some((path) => path.includes('originals')))
})

test('change with the neighbours of an article', () => {
  const paths = changed(BEFORE, keysOf(DIGESTS.filter(({ number }) => number !== 100_150)))
  assert.ok(articlePages(paths).includes('site/kb/100/Q100001/index.html'))
  assert.ok(articlePages(paths).includes('site/kb/214/Q214001/index.html'))
})

test('change when a cited article goes, or comes', () => {
  const paths = changed(BEFORE, keysOf(DIGESTS.slice(0, 2)))
  assert.ok(articlePages(paths).includes('site/kb/100/Q100001/index.html'))
})

test.run()

/** The lists one browses by, and the index page of each way of browsing. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { FacetCollector, toFacetIndexes, toFacetLists } from '../../src/pipeline/catalog/facet-lists.js'
import type { Digest } from '../../src/pipeline/parse/digest.js'
import type { Facet } from '../../src/render/view.js'
import { makeDigest, toTable } from '../support/digests.js'

const test = suite('facet lists')

/** A collector of buckets, each a list of digests. */
function collect(...buckets: readonly (readonly Digest[])[]): FacetCollector {
  const collector = new FacetCollector()
  for (const bucket of buckets) collector.add(toTable(bucket))
  return collector
}

function indexOf(collector: FacetCollector, facet: Facet): readonly string[] {
  const index = toFacetIndexes(collector).find((one) => one.facet === facet)
  return (index?.values ?? []).map(({ label, count }) => `${label} ${count}`)
}

function listsOf(collector: FacetCollector, facet: Facet, digests: readonly Digest[]) {
  const sortKeys = digests.map(({ title }) => title.toLowerCase())
  const dates = digests.map(({ modified }) => Number((modified ?? '0').replaceAll('-', '')))
  return toFacetLists(collector, { sortKeys, dates }).filter((list) => list.facet === facet)
}

test('counts an article once for each of its values, over all buckets', () => {
  const collector = collect(
    [makeDigest(100_001, { systems: ['WINDOWS'] }), makeDigest(100_002, { systems: ['WINDOWS', 'OS/2'] })],
    [makeDigest(214_001, { systems: ['OS/2', 'MS-DOS'] })],
  )
  assert.equal(indexOf(collector, 'system'), ['OS/2 2', 'WINDOWS 2', 'MS-DOS 1'])
})

test('takes values that differ in case for one, and shows the spelling seen most often', () => {
  const spellings = ['kbcontosoprint', 'kbContosoPrint', 'kbContosoPrint']
  const collector = collect(spellings.map((keyword, i) => makeDigest(100_001 + i, { keywords: [keyword] })))
  assert.equal(indexOf(collector, 'keyword'), ['kbContosoPrint 3'])
})

test('leads to the article itself where a keyword has no other, and makes no list', () => {
  const digests = [makeDigest(100_001, { keywords: ['kbLonely'] }), makeDigest(100_002, { keywords: [] })]
  const collector = collect(digests)
  const [value] = toFacetIndexes(collector).find(({ facet }) => facet === 'keyword')?.values ?? []
  assert.is(value?.path, 'kb/100/Q100001/')
  assert.equal(listsOf(collector, 'keyword', digests), [])
  assert.is(collector.lonely()[0]?.length, 1)
  assert.equal(collector.lonely()[1], [])
})

test('makes a list of a product that has one article', () => {
  const digests = [makeDigest(100_001, { products: ['borealis\nBorealis'] })]
  assert.equal(
    listsOf(collect(digests), 'product', digests).map(({ value, ordinals }) => [value.title, value.path, ordinals]),
    [['Borealis', 'product/borealis/', [0]]],
  )
})

test('orders a product by title and a year by date, the newest first', () => {
  const digests = [
    makeDigest(100_001, { title: 'C', modified: '2001-01-05' }),
    makeDigest(100_002, { title: 'A', modified: '2001-03-05' }),
    makeDigest(100_003, { title: 'B', modified: '2001-02-05' }),
  ]
  const collector = collect(digests)
  assert.equal(listsOf(collector, 'product', digests)[0]?.ordinals, [1, 2, 0])
  assert.equal(listsOf(collector, 'year', digests)[0]?.ordinals, [1, 2, 0])
})

test('divides long lists only: by letters and by months, which count all articles', () => {
  const make = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      makeDigest(100_001 + i, {
        title: i % 2 === 0 ? 'Apple' : '1 pear',
        modified: i % 3 === 0 ? '2001-02-01' : '2001-01-01',
      }),
    )
  const [short, long] = [make(199), make(200)]
  assert.equal(listsOf(collect(short), 'product', short)[0]?.parts, [])
  const parts = listsOf(collect(long), 'product', long)[0]?.parts ?? []
  assert.is(parts.length, 2)
  assert.is(
    parts.reduce((sum, part) => sum + part.count, 0),
    200,
  )
  assert.equal(
    listsOf(collect(long), 'year', long)[0]?.parts.map(({ title, count }) => `${title} ${count}`),
    ['2001-02 67', '2001-01 133'],
  )
})

test('has an index page of every facet, empty ones too, and every bucket in order', () => {
  const collector = collect([makeDigest(1, { keywords: [] })], [makeDigest(214_001)])
  assert.ok(toFacetIndexes(collector).some(({ facet, values }) => facet === 'technology' && values.length === 0))
  assert.equal(
    collector.buckets().map(({ value }) => `${value.label} ${value.count}`),
    ['000 1', '214 1'],
  )
})

test.run()

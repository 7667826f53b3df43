/** Digests as columns: what is read is what was written, and learnt products are put in. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readList } from '../../src/pipeline/catalog/shared-columns.js'
import { type DigestTable, type NumberLists, readDigests, writeDigests } from '../../src/pipeline/parse/digest-table.js'
import { makeDigest, toTable } from '../support/digests.js'

const test = suite('a table of digests')

function labelsOf({ labels }: DigestTable, lists: NumberLists, at: number): string[] {
  return Array.from(readList(lists, at), (label) => labels[label] ?? '')
}

function cardOf({ cards }: DigestTable, at: number): string {
  return Buffer.from(cards.bytes.subarray(cards.starts[at], cards.starts[at + 1])).toString()
}

test('has of each article what its digest has', () => {
  const table = toTable([makeDigest(100_101, { systems: [], modified: null }), makeDigest(100_102, { keywords: [] })])
  assert.equal([...table.numbers], [100_101, 100_102])
  assert.equal([...table.dates], [0, 20_010_611])
  assert.equal(table.sortKeys, ['tray 100101" is empty', 'tray 100102" is empty'])
  assert.equal(labelsOf(table, table.facets.keyword, 0), ['kbContosoPrint'])
  assert.equal(labelsOf(table, table.facets.keyword, 1), [])
  assert.equal(labelsOf(table, table.facets.system, 0), [])
  assert.equal(labelsOf(table, table.facets.system, 1), ['WINDOWS', 'OS/2'])
  assert.equal(labelsOf(table, table.facets.year, 0), [])
  assert.equal(labelsOf(table, table.facets.year, 1), ['2001'])
  assert.equal(labelsOf(table, table.sections, 1), ['symptoms', 'status'])
  assert.equal([...readList(table.cites, 1)], [100_101, 299_999])
  const [problem = 0, times] = readList(table.problems, 1)
  assert.equal([table.labels[problem], times], ['no-date', 4])
})

test('keeps texts beyond ASCII where they begin and end', () => {
  const table = toTable([makeDigest(1), makeDigest(2, { title: 'Ünïted Tåble' }), makeDigest(3)])
  assert.match(cardOf(table, 1), /^Ünïted Tåble\nPRB\n/)
  assert.match(cardOf(table, 2), /^PRB: "Tray 3" Is Empty\n.*It waits — for ever\.$/s)
})

test('puts a learnt code into the product and the card of those without one, and of no other', () => {
  const nameless = { code: null, name: 'Contoso Printing' }
  const digests = [
    makeDigest(1, { product: nameless }),
    makeDigest(2),
    makeDigest(3, { product: { code: 'x', name: 'X' } }),
  ]
  const table = toTable(digests, new Map([['Contoso Printing', 'contprn']]))
  const codes = Array.from(table.product, (own) => table.products[own]?.code)
  assert.equal(codes, ['contprn', 'contprn', 'x'])
  assert.is(cardOf(table, 0).replace('1', '2'), cardOf(table, 1))
  assert.match(cardOf(table, 2), /\nx\nX\n/)
})

test('is the same for a bucket read at any place of a larger array', () => {
  const file = writeDigests([makeDigest(1)])
  const moved = new Uint8Array(file.length + 1)
  moved.set(file, 1)
  assert.equal(readDigests(moved.subarray(1), new Map()).sortKeys, toTable([makeDigest(1)]).sortKeys)
})

test.run()

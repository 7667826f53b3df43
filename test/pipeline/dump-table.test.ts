/** The table of dumps: what each one has, what only it has, and which folders of a source are dumps. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { tabulateDumps } from '../../src/pipeline/run/dump-table.js'
import type { SourceRecord } from '../../src/pipeline/store/source-record.js'

const test = suite('the table of dumps')

function toRecord(dump: string, name: string, number: number, modified: string | null = null): SourceRecord {
  const place = { spool: 0, offset: 0, length: 1 }
  return { form: 'txt', number, modified, dump, name, sha256: '', fileSha256: null, place, wording: null }
}

/** The rows as arrays: name, articles, only here, also elsewhere, newer here, unreadable. */
function rowsOf(records: readonly SourceRecord[], unread: Readonly<Record<string, Record<string, number>>>) {
  const counts = new Map(Object.entries(unread).map(([dump, folders]) => [dump, new Map(Object.entries(folders))]))
  return tabulateDumps(records, counts).map((row) => [
    ...[row.name, row.articles, row.onlyHere, row.alsoElsewhere, row.newerHere, row.unreadable],
  ])
}

test('counts numbers that only one dump has, that others have, and that are newer than elsewhere', () => {
  const records = [
    ...[toRecord('a', 'x', 1), toRecord('a', 'y', 2, '2001-01-01'), toRecord('a', 'z', 3, '2001-01-01')],
    ...[toRecord('b', 'y', 2, '2002-01-01'), toRecord('b', 'z', 3, '2001-01-01'), toRecord('b', 'copy', 3)],
  ]
  assert.equal(rowsOf(records, { a: {}, b: { '': 2, deep: 1 }, c: { '': 4 } }), [
    ['a', 3, 1, 2, 0, 0],
    ['b', 2, 0, 2, 1, 3],
    ['c', 0, 0, 0, 0, 4],
  ])
})

test('takes an undated text as older than any', () => {
  const records = [
    toRecord('a', 'x', 1),
    toRecord('b', 'x', 1, '1988-01-01'),
    toRecord('a', 'y', 2),
    toRecord('b', 'y', 2),
  ]
  assert.equal(rowsOf(records, { a: {}, b: {} }), [
    ['a', 2, 0, 2, 0, 0],
    ['b', 2, 0, 2, 1, 0],
  ])
})

test('is empty for one dump', () => {
  assert.equal(rowsOf([toRecord('', '214/Q1.TXT', 1), toRecord('', '215/Q2.TXT', 2)], { '': { '214': 1 } }), [])
  assert.equal(rowsOf([toRecord('', 'Q1/README.md', 1), toRecord('', 'Q2/README.md', 2)], { '': {} }), [])
  assert.equal(rowsOf([toRecord('', 'a/Q1.TXT', 1), toRecord('', 'Q2.TXT', 2)], { '': {} }), [])
})

test('has a row for each folder of a source with several dumps, below the folders that they share', () => {
  const records = [toRecord('', 'all/dumps/ibm/1.TXT', 1), toRecord('', 'all/dumps/msdn/9/1.htm', 1, '1999-01-01')]
  assert.equal(rowsOf(records, { '': { 'all/dumps/ibm': 1, 'all/dumps/msdn/9': 2, 'all/broken': 3 } }), [
    ['ibm', 1, 0, 1, 0, 1],
    ['msdn', 1, 0, 1, 1, 2],
    ['', 0, 0, 0, 0, 3],
  ])
})

test('names such folders after their source where there are several sources', () => {
  const records = [toRecord('wild', 'ibm/1', 1), toRecord('wild', 'msdn/1', 1), toRecord('kb.zip', 'x/1', 1)]
  assert.equal(
    rowsOf(records, { wild: {}, 'kb.zip': {} }).map(([name]) => name),
    ['wild/ibm', 'wild/msdn', 'kb.zip'],
  )
})

test('takes the many folders of a dump as one dump', () => {
  const records = Array.from({ length: 41 }, (_, at) => toRecord('', `product ${at}/1.TXT`, at + 1))
  assert.equal(rowsOf(records, { '': {} }), [])
  assert.is(rowsOf(records.slice(1), { '': {} }).length, 40)
})

test('reads names that begin with a slash', () => {
  assert.equal(rowsOf([toRecord('', '/a/1', 1), toRecord('', 'b/1', 2)], { '': {} }).length, 2)
})

test.run()

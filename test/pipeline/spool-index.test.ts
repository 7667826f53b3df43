/** The table of known texts: found again by hash, and brought up to date without making it anew. */
import { hash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SourceRecord } from '../../src/pipeline/store/source-record.js'
import { readSpoolIndex, toSpoolIndex, updateSpoolIndex } from '../../src/pipeline/store/spool-index.js'
import fc from '../support/property.js'

const test = suite('the table of known texts')

const HASH_HEX = 64

/** The articles of a file of one, or of a file with several. */
function toRecords(number: number, articles: number): SourceRecord[] {
  const fileSha256 = hash('sha256', `file ${number}`, 'hex')
  return Array.from({ length: articles }, (_, at) => ({
    form: 'txt' as const,
    number: number + at,
    modified: '2001-06-11',
    dump: '',
    name: `${number}.TXT`,
    sha256: articles === 1 ? fileSha256 : hash('sha256', `${number} ${at}`, 'hex'),
    fileSha256: articles === 1 ? null : fileSha256,
    place: { spool: 1, offset: number * 1_000 + at, length: 10 },
    wording: number % 2 === 0 ? null : { hash: hash('md5', `${number} ${at}`, 'hex'), length: number },
  }))
}

const files = fc.uniqueArray(
  fc.record({ number: fc.nat(1_000), articles: fc.constantFrom(1, 1, 3), used: fc.boolean(), known: fc.boolean() }),
  { selector: ({ number }) => number, maxLength: 60 },
)

function rowOf(table: Uint8Array, number: number): number {
  return readSpoolIndex(table).findFile(hash('sha256', `file ${number}`, 'buffer'))
}

test('finds every article of a file by the hash of its bytes', () => {
  fc.assert(
    fc.property(files, (given) => {
      const table = toSpoolIndex(given.flatMap(({ number, articles }) => toRecords(number, articles)))
      for (const { number, articles } of given) {
        const wanted = toRecords(number, articles).map(({ name, dump, ...record }) => record)
        assert.equal(readSpoolIndex(table).articlesAt(rowOf(table, number)), wanted)
      }
    }),
  )
})

test('finds nothing under a hash that only begins like a known one', () => {
  const [record] = toRecords(1, 1)
  const table = toSpoolIndex(record === undefined ? [] : [record])
  const alike = Buffer.from((record?.sha256 ?? '').slice(0, 8).padEnd(HASH_HEX, '0'), 'hex')
  assert.is(readSpoolIndex(table).findFile(alike), -1)
})

test('is, brought up to date, the one that is made anew of the texts that are left and the new ones', () => {
  fc.assert(
    fc.property(files, (given) => {
      const known = given.filter(({ known }) => known)
      const table = toSpoolIndex(known.flatMap(({ number, articles }) => toRecords(number, articles)))
      const used = new Uint8Array(readSpoolIndex(table).rowCount)
      for (const { number, articles } of known.filter(({ used }) => used))
        used.fill(1, rowOf(table, number), rowOf(table, number) + articles)
      const fresh = given.filter(({ known }) => !known).flatMap(({ number, articles }) => toRecords(number, articles))
      const left = known.filter(({ used }) => used).flatMap(({ number, articles }) => toRecords(number, articles))
      assert.equal(updateSpoolIndex(table, used, fresh), toSpoolIndex([...left, ...fresh]))
    }),
  )
})

test.run()

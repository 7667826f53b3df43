/** The texts of a bucket, bounded together: the largest are left out, revisions before articles. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DEFAULT_LIMITS } from '../../src/dump/limits.js'
import { planBuild } from '../../src/pipeline/run/plan.js'
import type { SourceRecord } from '../../src/pipeline/store/source-record.js'

const test = suite('the limit of a bucket')

function toRecord(number: number, length: number, modified: string | null = null): SourceRecord {
  const name = `${number} ${length}`
  const place = { spool: 0, offset: 0, length }
  const hashes = { sha256: name, fileSha256: null, wording: null }
  return { form: 'txt', number, modified, dump: '', name, ...hashes, place }
}

/** Plans with room for `most` bytes; the lengths that are taken, by number, and those that are left out. */
function plan(records: readonly SourceRecord[], most: number, largest = 0) {
  const { buckets, articleCount, left } = planBuild(records, {
    ...DEFAULT_LIMITS,
    maxBucketBytes: most,
    maxArticleBytes: largest,
  })
  const taken = buckets.flatMap(({ articles }) => articles.map(({ number, revisions }) => [number, revisions.length]))
  return { taken, articleCount, left: left.map(({ name }) => name).sort() }
}

test('leaves out nothing where all texts have room', () => {
  const records = [toRecord(100_000, 60), toRecord(100_001, 40), toRecord(101_000, 100)]
  assert.equal(plan(records, 100).left, [])
})

test('leaves out the largest articles of a bucket, in any order of the records', () => {
  const records = [toRecord(100_000, 90), toRecord(100_001, 40), toRecord(100_002, 50), toRecord(101_000, 100)]
  const expected = {
    taken: [
      [100_001, 0],
      [100_002, 0],
      [101_000, 0],
    ],
    articleCount: 3,
    left: ['100000 90'],
  }
  assert.equal(plan(records, 100), expected)
  assert.equal(plan([...records].reverse(), 100), expected)
})

test('leaves out revisions before articles', () => {
  const records = [toRecord(100_000, 50, '2001-01-01'), toRecord(100_000, 10, '2000-01-01'), toRecord(100_001, 45)]
  assert.equal(plan(records, 100), {
    taken: [
      [100_000, 0],
      [100_001, 0],
    ],
    articleCount: 2,
    left: ['100000 10'],
  })
})

test('has room for any one article that may be read', () => {
  assert.equal(plan([toRecord(100_000, 300)], 100, 300).left, [])
})

test.run()

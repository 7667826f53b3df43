/** Identity: number, id, bucket and path agree; ids are read leniently and never invented. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseId, toIdentity } from '../../src/article/identity.js'

const test = suite('identity')

test('takes the first three of six digits for the bucket', () => {
  assert.equal(toIdentity(10022), { number: 10022, id: 'Q10022', bucket: '010', path: '/kb/010/Q10022/' })
  assert.is(toIdentity(214864).bucket, '214')
})

test('gives seven-digit numbers buckets of four digits', () => {
  assert.is(toIdentity(1234567).path, '/kb/1234/Q1234567/')
})

test('reads an id with or without its letter and leading zeros', () => {
  for (const text of ['Q10022', 'q10022', '010022', 'Q0010022']) assert.is(parseId(text), 10022)
})

test('reads no id from anything else', () => {
  for (const text of ['', 'Q', 'Q0', '0', 'Q12345678', 'Q12a', 'X123', 'Q../../x', ' Q1', 'QQ1'])
    assert.is(parseId(text), null, text)
})

test.run()

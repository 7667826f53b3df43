/** Queries that name an article, and what is recognised in a pasted error. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findJump, parseArticleNumber } from '../../src/search/query/jump.js'
import { recognise } from '../../src/search/query/recognise.js'

const test = suite('jump')

const NAMES = [
  '214864',
  'q214864',
  'Q214864',
  'KB214864',
  'kb 214864',
  'http://support.microsoft.com/default.aspx?scid=kb;en-us;214864',
  'http://support.microsoft.com/default.aspx?scid=kb;EN-US;Q214864',
  'http://support.microsoft.com/support/kb/articles/Q214/8/64.ASP',
  'support.microsoft.com/kb/214864/en-us',
  'https://support.microsoft.com/en-us/help/214864/exchange-protocols-fail',
  'http://support.microsoft.com/?kbid=214864',
  'http://support.microsoft.com/?id=214864',
  '?scid=kb;en-us;214864',
  'scid=kb%3Ben-us%3B214864&x=11',
  'http://support.microsoft.com/default.aspx?scid=kb%3Ben-us%3B214864&year=2004',
  'default.aspx?kbid=214864',
  '/?kbid=214864',
  'mskb:Q214864',
  'article Q214864',
  'see Q214864 for details',
  '(Q214864)',
  'PSS ID Number: Q214864',
  'PSS ID Number: 214864',
  'Article ID: 214864',
  'The service stops, see Knowledge Base article 214864.',
  'For more, see http://support.microsoft.com/?id=214864 and restart.',
  'fix from articles/Q214/8/64.ASP',
]
for (const name of NAMES) test(`${name} names Q214864`, () => assert.is(parseArticleNumber(name)?.number, 214_864))

for (const text of [
  'windows 214864 error',
  'event 1309 and more',
  '0x80004005',
  'http://example.com',
  '12',
  '',
  'FAQ214864',
  'Q2148640000',
  '20480 KB 10240 free',
  'id 214864',
]) {
  test(`\`${text}\` names no article`, () => assert.is(parseArticleNumber(text), null))
}

const numbers = Uint32Array.from([10_022, 214_800, 214_846, 214_864, 241_864, 300_000])

test('goes straight to an article that is there', () => {
  assert.equal(findJump('kb214864', numbers), { number: 214_864, exists: true, near: [] })
})

test('offers numbers with one digit wrong or two swapped, then the nearest', () => {
  const near = findJump('214684', numbers)?.near ?? []
  assert.is(near[0], 214_864)
  assert.ok(near.includes(214_800))
})

test('takes a short number for an article only where there is one, or with a Q', () => {
  assert.is(findJump('1309', numbers), null)
  assert.is(findJump('Q1309', numbers)?.exists, false)
})

test('takes the first article of several that is there', () => {
  assert.is(findJump('see Q999999, Q300000 and Q10022', numbers)?.number, 300_000)
  assert.is(findJump('see Q999999 and Q999998', numbers)?.number, 999_999)
})

test('does not say that an address of elsewhere in a text names no article', () => {
  assert.is(findJump('log: http://example.com/item/999999 failed', numbers), null)
  assert.is(findJump('log: http://support.microsoft.com/kb/999999 failed', numbers)?.exists, false)
})

test('recognises what an event and a message box name', () => {
  const text =
    'Event ID: 1309 Source: Queue. Spoolss.exe - GetHostByName failed with 0x80004005 in HKEY_LOCAL_MACHINE\\System\\Foo, see Q10022'
  assert.equal(
    recognise(text).parts.map(({ kind, text: found }) => [kind, found]),
    [
      ['event-id', 'Event ID: 1309'],
      ['file', 'Spoolss.exe'],
      ['api', 'GetHostByName'],
      ['error-code', '0x80004005'],
      ['registry-key', 'HKEY_LOCAL_MACHINE\\System\\Foo'],
      ['article', 'Q10022'],
    ],
  )
})

test('recognises nothing in plain words', () => {
  assert.equal(recognise('the printer stops at night').parts, [])
})

test.run()

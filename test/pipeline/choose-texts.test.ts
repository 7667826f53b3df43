/** Which texts of a number are the same, which is the article, and which are revisions: in any order of the sources. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chooseTexts } from '../../src/pipeline/run/choose-texts.js'
import type { SourceRecord } from '../../src/pipeline/store/source-record.js'
import fc from '../support/property.js'

const test = suite('the choice among texts')

const HASH_DIGITS = 32

/** A text with the words `words`, in a file whose bytes are told apart by dump, name and form. */
function toRecord(words: string, given: Partial<SourceRecord> = {}): SourceRecord {
  const { dump = 'kb', name = 'Q1.TXT', form = 'txt' } = given
  const wording = { hash: words.padEnd(HASH_DIGITS, '0'), length: words.length }
  const place = { spool: 0, offset: 0, length: 1 }
  const sha256 = `${form} ${dump} ${name} ${words}`
  return { number: 1, modified: null, fileSha256: null, dump, name, form, sha256, wording, place, ...given }
}

const placesOf = (records: readonly SourceRecord[]) =>
  chooseTexts(records).map(({ dump, name, copies }) => [name, dump, copies.map((copy) => copy.name)])

test('takes texts with the same words as one, from the form that keeps most', () => {
  const records = [
    toRecord('a', { name: 'page.htm', form: 'html' }),
    toRecord('a', { name: 'page.md', form: 'md' }),
    toRecord('a', { name: 'cd.txt', form: 'viewer' }),
    toRecord('a', { name: 'raw.txt' }),
  ]
  assert.equal(placesOf(records), [['raw.txt', 'kb', ['cd.txt', 'page.md', 'page.htm']]])
})

test('takes the newest text as the article, whatever its form is', () => {
  const records = [
    toRecord('long text', { name: 'old', modified: '1999-01-01' }),
    toRecord('b', { name: 'new', form: 'html', modified: '2004-01-01' }),
    toRecord('longest text', { name: 'undated' }),
  ]
  assert.equal(
    placesOf(records).map(([name]) => name),
    ['new', 'old', 'undated'],
  )
})

test('takes the text that holds more where two have the same date', () => {
  const records = [toRecord('short', { name: 'short' }), toRecord('longer', { name: 'longer', form: 'md' })]
  assert.equal(
    placesOf(records).map(([name]) => name),
    ['longer', 'short'],
  )
})

test('takes a text that only got a new date as one text, with the new date', () => {
  const [text, ...others] = chooseTexts([
    toRecord('a', { name: 'new', modified: '2002-01-01' }),
    toRecord('a', { name: 'old', modified: '2001-01-01' }),
  ])
  assert.is(text?.modified, '2002-01-01')
  assert.equal(
    text?.copies.map(({ name, modified }) => [name, modified]),
    [['old', '2001-01-01']],
  )
  assert.equal(others, [])
})

test('takes texts that were not compared as the same only where their bytes are', () => {
  const of = (sha256: string, name: string) => toRecord('', { wording: null, sha256, name })
  assert.equal(placesOf([of('1', 'a'), of('1', 'b'), of('2', 'c')]), [
    ['a', 'kb', ['b']],
    ['c', 'kb', []],
  ])
})

test('lists a hundred of a thousand copies and counts the others', () => {
  const records = Array.from({ length: 1_000 }, (_, at) => toRecord('a', { name: `${at}` }))
  const [text, ...others] = chooseTexts(records)
  assert.equal([text?.copies.length, text?.moreCopies, others.length], [100, 899, 0])
})

const record = fc
  .record({
    words: fc.constantFrom('a', 'b', 'bb'),
    name: fc.constantFrom('x', 'y', 'z'),
    dump: fc.constantFrom('old', 'new'),
    form: fc.constantFrom('txt' as const, 'md' as const, 'html' as const),
    modified: fc.constantFrom(null, '2001-01-01', '2002-01-01'),
  })
  .map(({ words, ...given }) => toRecord(words, given))

test('chooses the same in any order, and keeps every file', () => {
  const shuffled = fc
    .uniqueArray(record, { selector: ({ sha256 }) => sha256, maxLength: 12 })
    .chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })))
  fc.assert(
    fc.property(shuffled, ([records, others]) => {
      assert.equal(chooseTexts(others), chooseTexts(records))
      const files = chooseTexts(records).reduce((sum, { copies }) => sum + 1 + copies.length, 0)
      assert.is(files, records.length)
    }),
  )
})

test.run()

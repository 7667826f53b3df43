/** The parts of a text that readers copy, and the stop words after a phrase, which the index knows only there. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutMessages } from '../../src/search/analysis/messages.js'
import fc from '../support/property.js'
import { makeDocument, makeRequest, makeSearch } from './memory-index.js'

const test = suite('messages')

function messages(text: string): readonly string[] {
  return cutMessages(text)
    .filter(({ isMessage }) => isMessage)
    .map((part) => part.text)
}

test('quotations of several words are messages, whatever marks they stand between', () => {
  assert.equal(messages('you see "cannot find the file" here'), ['"cannot find the file"'])
  assert.equal(messages('you see “cannot find\nthe file”, then'), ['“cannot find\nthe file”,'])
  assert.equal(messages('click "start", then "run the tool"'), ['"run the tool"'])
  assert.equal(messages('a 3.5" disk, and one more'), [])
})

test('the line below an announced message is one', () => {
  const text = 'the following error message appears:\n\n   the tallybook is full\n\nthis happens often'
  assert.equal(messages(text), ['the tallybook is full'])
  assert.equal(messages('do the following steps:\nopen the tallybook and wait'), [])
})

test('parts are the text, cut at white space', () => {
  const piece = fc.constantFrom('a', 'file', '"', '“', '”', ' ', '\n', ':', 'error', 'message', '-', 'x"y')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const parts = cutMessages(text)
      assert.is(parts.map((part) => part.text).join(''), text)
      for (const [i, part] of parts.entries()) {
        const cut = (parts[i - 1]?.text.slice(-1) ?? ' ') + part.text.slice(0, 1)
        assert.match(cut, /\s/)
      }
    }),
  )
})

const DOCUMENTS = [
  makeDocument(101, 'One', 'You are told "Unable to open a tallybook" by the program.'),
  makeDocument(102, 'Two', 'Some are unable to open the lid.'),
  makeDocument(
    103,
    'Three',
    'It says "Unable to open the" and a name, and long texts of other things follow here for a while.',
  ),
]

async function hits(query: string): Promise<readonly number[]> {
  const { hits } = await (await makeSearch(DOCUMENTS)).search(makeRequest(query))
  return hits.map(({ number }) => number)
}

test('what has a query to its end, stop words too, comes before what may have it, and that before what has not', async () => {
  assert.equal(await hits('unable to open the'), [103, 102, 101])
  assert.equal((await hits('unable to open a'))[0], 101)
})

test('a phrase in quotation marks is held against all articles: its end is left out', async () => {
  assert.equal([...(await hits('"unable to open the"'))].sort(), [101, 102, 103])
})

test('a title is a message', async () => {
  const titled = [makeDocument(1, 'Logging on to the', ''), makeDocument(2, 'Logging on with a', 'logging on')]
  const search = await makeSearch(titled)
  assert.is((await search.search(makeRequest('logging on with'))).hits[0]?.number, 2)
  assert.is((await search.search(makeRequest('logging on to'))).hits[0]?.number, 1)
})

test.run()

/** Addresses that lead to a passage. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  parseFragment,
  toBrowserFragment,
  toPassageText,
  toScriptFragment,
} from '../../src/client/passages/passage-fragment.js'

const toText = (text: string, start = 0, end = text.length) =>
  toPassageText({ id: 'cause', heading: 'CAUSE', text }, { section: 0, heading: 'CAUSE', start, end, pieces: [] })

test('a short passage is named whole', () => {
  assert.equal(toText('The queue is full.'), { start: 'The queue is full.', end: null })
})

test('a long one is named by its first words and its last', () => {
  const words = Array.from({ length: 30 }, (_, i) => `w${i}`)
  assert.equal(toText(words.join(' ')), { start: 'w0 w1 w2 w3 w4 w5', end: 'w24 w25 w26 w27 w28 w29' })
})

test('of several lines the longest is named: a browser finds no text over two paragraphs', () => {
  assert.is(toText('Error:\nThe printer queue does not exist.\nOK')?.start, 'The printer queue does not exist.')
})

test('columns of code are parted', () => {
  assert.is(toText('DIR=    the folder of the files')?.start, 'the folder of the files')
})

test('a passage without words has no name', () => {
  assert.is(toText(' \n '), null)
})

test('signs with a meaning in a text fragment are encoded', () => {
  const fragment = toBrowserFragment({ start: 'Write-behind, at C:\\', end: 'a & b' }, 'cause')
  assert.is(fragment, '#cause:~:text=Write%2Dbehind%2C%20at%20C%3A%5C,a%20%26%20b')
})

test('the script reads what it was told, and what a browser does not know', () => {
  const text = { start: 'Write-behind, at 100 %', end: 'a=b' }
  assert.equal(parseFragment(toScriptFragment(text)), text)
  assert.equal(parseFragment(toBrowserFragment(text, 'cause')), text)
})

test('other fragments name no passage', () => {
  for (const hash of ['', '#', '#cause', '#passage=', '#cause:~:text=']) assert.is(parseFragment(hash), null)
})

test('a broken code is taken as it stands', () => {
  assert.equal(parseFragment('#passage=100%'), { start: '100%', end: null })
})

test.run()

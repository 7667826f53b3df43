/** Marking what matched. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { markPieces, toMarkTerms } from '../../../src/search/passage/mark-pieces.js'
import fc from '../../support/property.js'

/** The line with its marked pieces in brackets. */
const mark = (text: string, ...marks: readonly string[]) =>
  markPieces(text, toMarkTerms(marks))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

test('it marks every form of a word, whatever its case', () => {
  assert.is(mark('Services start; a SERVICE stops', 'servic'), '[Services] start; a [SERVICE] stops')
})

test('it leaves punctuation unmarked', () => {
  assert.is(mark('the "printer", (printer).', 'printer'), 'the "[printer]", ([printer]).')
})

test('it marks names with dots, signs and digits whole', () => {
  assert.is(mark('Visual C++ needs mfc42.dll.', 'c++', 'mfc42.dll'), 'Visual [C++] needs [mfc42.dll].')
  assert.is(mark('Needs mfc42.dll', 'mfc42'), 'Needs [mfc42.dll]')
})

test('it marks the part of a path that matches', () => {
  assert.is(mark('in C:\\Winnt\\System32', 'system32'), 'in C:\\Winnt\\[System32]')
})

test('it marks a whole path by its own term', () => {
  assert.is(mark('HKEY_USERS\\Software', 'hkey_users\\software'), '[HKEY_USERS]\\[Software]')
})

test('it marks the words of a phrase', () => {
  assert.is(mark('A blue screen', 'blue screen'), 'A [blue] [screen]')
})

test('it marks nothing without marks', () => {
  assert.equal(markPieces('A blue screen', new Set()), [{ text: 'A blue screen', marked: false }])
  assert.equal(markPieces('', new Set(['x'])), [])
})

test('it loses no character of any text', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, marks) => {
      const pieces = markPieces(text, toMarkTerms(marks))
      assert.is(pieces.map((piece) => piece.text).join(''), text)
    }),
  )
})

test.run()

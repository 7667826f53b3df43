/** Lines: every kind of line end, numbers, and columns with tabs. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isBlank, measureIndent, splitLines, toLine, toLines } from '../../src/article/text/lines.js'

const test = suite('lines')

test('splits at CRLF, LF and CR', () => {
  assert.equal(splitLines('a\r\nb\nc\rd'), ['a', 'b', 'c', 'd'])
})

test('opens no line after the last line end', () => {
  for (const end of ['\n', '\r\n', '\r']) assert.equal(splitLines(`a${end}${end}b${end}`), ['a', '', 'b'])
  assert.equal(splitLines(''), [])
})

test('takes a doubled carriage return before a line feed for one line end', () => {
  assert.equal(splitLines('a\r\r\nb\r\r\n\r\r\nc'), ['a', 'b', '', 'c'])
})

test('keeps other control characters inside a line', () => {
  assert.equal(splitLines('a\u0000\u000cb\u001a'), ['a\u0000\u000cb\u001a'])
})

test('numbers lines from the given one and trims their ends', () => {
  const lines = toLines([' - x  ', '\t'], 8)
  assert.equal(lines[0], { number: 8, text: ' - x', indent: 1, length: 6, offset: 0 })
  assert.ok(lines[1] !== undefined && isBlank(lines[1]))
})

test('says how much of the raw line stood before the text', () => {
  assert.equal(toLine('text ', 3, { length: 6, offset: 1 }), {
    number: 3,
    text: 'text',
    indent: 0,
    length: 6,
    offset: 1,
  })
})

test('counts a tab up to the next multiple of eight', () => {
  assert.is(measureIndent('\tx'), 8)
  assert.is(measureIndent('   \tx'), 8)
  assert.is(measureIndent('\t x'), 9)
  assert.is(measureIndent('   '), 0)
})

test.run()

/** Laws of the body: every line has one block, nothing throws, and time grows with the size of the input. */

import type { RootContent } from 'mdast'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toLines } from '../../src/article/text/lines.js'
import fc from '../support/property.js'
import { outline, sectionsOf } from './outline.js'

const test = suite('body properties')

/** Lines that mean something, and some that don't. */
const FRAGMENTS = [
  '',
  '',
  'CAUSE',
  '=====',
  '-----',
  'Sample',
  '------',
  ' - item',
  '1. step',
  '2. step',
  '   a. letter',
  '   text',
  '      x = 1;',
  'NOTE: x',
  'NOTES:',
  '-or-',
  'Name    Size',
  '---- ----',
  '+---+---+',
  '| a | b |',
  '   Q123456 Title',
  'ARTICLE-ID: Q1234567',
  '/* open',
  '*/',
  'where:',
  '\ttab',
  'http://www.contoso.com/',
  'a@b.com',
  '***',
  '* star',
  '   "quoted"',
  'C:\\>dir',
  'word '.repeat(15).trim(),
]
const texts = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((lines) => lines.join('\n'))
const anything = fc.string({ unit: 'binary', maxLength: 300 })

/** First and last line of each block that holds text. */
function leaves(block: RootContent): [number, number][] {
  if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
    return block.children.flatMap(leaves)
  return [[block.position?.start.line ?? 0, block.position?.end.line ?? 0]]
}

test('gives each line that shows something to one block, in order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const owned = sectionsOf(text).flatMap(({ heading, children }) => [
        ...(heading === null ? [] : [[heading.position.start.line, heading.position.end.line] as [number, number]]),
        ...children.flatMap(leaves),
      ])
      const numbers = owned.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
      assert.equal(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      )
      const shown = toLines(text.split('\n'))
        .filter((line) => line.text !== '')
        .map((line) => line.number)
      assert.equal(
        shown.filter((number) => !numbers.includes(number)),
        [],
      )
    }),
    { numRuns: 500 },
  )
})

test('never throws, whatever the text', () => {
  fc.assert(fc.property(anything, (text) => void outline(text)))
})

test('reads huge inputs of one kind without running out of stack', () => {
  for (const lines of [
    ['1. x'],
    [' - x', ''],
    ['Sample', '------', ''],
    ['   x = 1;', ''],
    ['a  b', '-----'],
    ['NOTES:', ''],
    ['A. x', ''],
    ['* x', ''],
    ['-----', ''],
    ['x', '----------------------'],
    ['x y', 'z', '---'],
    ['+---+', ''],
    ['+---+', '| a'],
    ['   a    b', '   --------', '   x', ''],
    ['   /* open', ''],
    ['   Q123456 x', ''],
    ['   a  b  c', ''],
    ['\t\ta\tb'],
    ['word-'],
    ['under x', '95. y'],
    ['" x'],
    ['******', '** x **'],
  ])
    sectionsOf(Array.from({ length: 5000 }, () => lines.join('\n')).join('\n'))
  sectionsOf(Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n'))
  sectionsOf(`a  b\n${'-'.repeat(200_000)}\n${'x@'.repeat(100_000)}\n${'http://'.repeat(50_000)}`)
})

test.run()

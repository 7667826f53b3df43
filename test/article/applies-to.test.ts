/** The product list, and the lines of an older header above it. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readAppliesTo } from '../../src/article/frame/applies-to.js'
import { readLegacy } from '../../src/article/frame/legacy.js'
import { collectProblems, linesOf } from './collect.js'

const test = suite('applies-to')

const RULE = '-'.repeat(79)
const INTRODUCTION = 'The information in this article applies to:'

test('reads products up to the closing rule', () => {
  const cut = readAppliesTo(linesOf(`note\n${RULE}\n${INTRODUCTION}\n\n - A \n - B \n${RULE}\n\ntext`), () => {})
  assert.equal(
    [cut?.value, cut?.range],
    [
      [
        { text: 'A', product: null, children: [] },
        { text: 'B', product: null, children: [] },
      ],
      [2, 7],
    ],
  )
  assert.equal([cut?.before.length, cut?.after.at(-1)?.text], [1, 'text'])
})

test('nests by indentation, and comes back out of it', () => {
  const cut = readAppliesTo(linesOf(`${INTRODUCTION}\n\n - K\n    - L\n       - M\n    - N\n - O\n${RULE}`), () => {})
  assert.equal(cut?.value, [
    {
      text: 'K',
      product: null,
      children: [
        { text: 'L', product: null, children: [{ text: 'M', product: null, children: [] }] },
        { text: 'N', product: null, children: [] },
      ],
    },
    { text: 'O', product: null, children: [] },
  ])
})

test('joins a product that goes on in a more indented line', () => {
  const cut = readAppliesTo(linesOf(`${INTRODUCTION}\n\n - Kit for Windows\n   version 3.1\n - B\n${RULE}`), () => {})
  assert.equal(
    cut?.value.map((product) => product.text),
    ['Kit for Windows version 3.1', 'B'],
  )
})

test('ends an unclosed list at the first line that is no product', () => {
  const { codes, report } = collectProblems()
  const cut = readAppliesTo(linesOf(`${INTRODUCTION}\n\n - A\n\nSUMMARY\n=======\n\n - no product`), report)
  assert.equal(
    [cut?.value.length, cut?.after.find((line) => line.text !== '')?.text, codes],
    [1, 'SUMMARY', ['applies-to-unclosed']],
  )
})

test('finds no list after a heading, or in a sentence', () => {
  for (const text of [
    `SUMMARY\n=======\n\n${INTRODUCTION}\n\n - A\n`,
    'The information in this article applies to managed code.',
    '',
    'The following information applies to:\n\ntext',
  ])
    assert.is(
      readAppliesTo(linesOf(text), () => {}),
      null,
      text,
    )
})

test('reads versions, systems and keywords of an older header', () => {
  const legacy = readLegacy(linesOf('3.10 | 5.00\nWINDOWS | MS-DOS\n\nkbref KBENV\n\nThis is a notice.'))
  assert.equal(
    [legacy?.value.versions, legacy?.value.systems, legacy?.value.keywords],
    ['3.10 | 5.00', 'WINDOWS | MS-DOS', ['kbref', 'KBENV']],
  )
  assert.equal([legacy?.range, legacy?.rest.at(-1)?.text], [[1, 4], 'This is a notice.'])
})

test('takes no text for an older header', () => {
  for (const text of [
    '',
    'IMPORTANT: 3.10',
    'WINDOWS users should know',
    'kbnetwork\n---------',
    '3.10 is the version',
    'Windows NT Server',
    '386 Enhanced Mode',
  ])
    assert.is(readLegacy(linesOf(text)), null, text)
})

test.run()

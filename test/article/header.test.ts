/** The raw form's header: six fields, a rule, and what other dumps make of them. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readTxtOpening } from '../../src/article/forms/raw-form.js'
import { collectProblems } from './collect.js'

const test = suite('header')

const RULE = '='.repeat(70)
const HEADER = [
  'DOCUMENT:Q100001  14-MAR-1999  [osprey]',
  'TITLE   :A: B',
  'PRODUCT :Osprey Server',
  'PROD/VER::2.0',
  'OPER/SYS:MS-DOS  | WINDOWS',
  'KEYWORDS:kba kbb',
  '',
  RULE,
]

test('reads six fields and ends after the rule', () => {
  const { codes, report } = collectProblems()
  const { header, range, rest } = readTxtOpening([...HEADER, 'text'], report)
  assert.equal(
    [header.number, header.title, header.product, header.modified],
    [100001, 'A: B', { code: 'osprey', name: 'Osprey Server' }, '14-MAR-1999'],
  )
  assert.equal([header.versions, header.systems, header.keywords], [':2.0', ['MS-DOS', 'WINDOWS'], ['kba', 'kbb']])
  assert.equal([range, rest[0]?.number, codes], [[1, 8], 9, []])
})

test('keeps the raw values under their labels', () => {
  const { header } = readTxtOpening(HEADER, () => {})
  assert.is(header.fields['PROD/VER'], ':2.0')
  assert.is(header.lineOf('versions'), 4)
})

test('takes nothing for the rule that is none', () => {
  const { codes, report } = collectProblems()
  const { range, rest } = readTxtOpening([...HEADER.slice(0, 7), 'SUMMARY', '======='], report)
  assert.equal([range, rest[0]?.text, codes], [[1, 6], '', ['header-rule-missing']])
})

test('gives a code back to a product that the format knows', () => {
  const { header } = readTxtOpening(['DOCUMENT:Q1  14-MAR-1999', 'PRODUCT :Microsoft Windows NT'], () => {})
  assert.is(header.product.code, 'winnt')
})

test('joins a wrapped field, and keeps the first of two', () => {
  const { codes, report } = collectProblems()
  const { header } = readTxtOpening(
    ['DOCUMENT:Q1  14-MAR-1999  [a]', 'TITLE   :One', '         Two', 'TITLE   :Three', RULE],
    report,
  )
  assert.is(header.title, 'One Two')
  assert.ok(codes.includes('header-field-continued') && codes.includes('header-field-repeated'))
})

test('does not take the body for a field', () => {
  const { header, rest } = readTxtOpening([...HEADER, 'TITLE   :in the text'], () => {})
  assert.is(header.title, 'A: B')
  assert.is(rest[0]?.text, 'TITLE   :in the text')
})

test('reads an empty header from what has none', () => {
  for (const lines of [[], [''], ['no header'], ['TITLE   :x']])
    assert.is(readTxtOpening(lines, () => {}).header.number, 0)
})

test('takes no number from an id that is none', () => {
  for (const id of ['Q0', 'Q', 'Q../x', 'X1', 'Q123456789'])
    assert.is(readTxtOpening([`DOCUMENT:${id}  14-MAR-1999  [a]`], () => {}).header.number, 0, id)
})

test('reads labels in any case, order and padding', () => {
  const lines = [
    'title: A: B',
    'Document: q100001  14-Mar-99  [osprey]',
    'KEYWORDS\t:kba',
    'Product :Osprey',
    '',
    'text',
  ]
  const { header, rest } = readTxtOpening(lines, () => {})
  assert.equal([header.number, header.title, header.product.name], [100001, 'A: B', 'Osprey'])
  assert.equal([header.keywords, rest.at(-1)?.text], [['kba'], 'text'])
})

test('keeps a field of somebody else, and reads over blank lines', () => {
  const { codes, report } = collectProblems()
  const lines = HEADER.flatMap((line, index) => (index === 2 ? ['AUTHOR  :J. Doe', line] : [line, '']))
  const { header, rest } = readTxtOpening([...lines, 'text: more'], report)
  assert.equal([header.fields.AUTHOR, header.fields.KEYWORDS], ['J. Doe', 'kba kbb'])
  assert.equal([codes, rest.at(-1)?.text], [['header-field-unknown'], 'text: more'])
})

test('takes the indentation of the whole text away, and says where its lines begin', () => {
  const { header, rest } = readTxtOpening(
    [...HEADER, '', '   code', 'text'].map((line) => `\t${line}`),
    () => {},
  )
  assert.is(header.title, 'A: B')
  assert.equal(
    rest.slice(-2).map(({ text, indent, offset }) => [text, indent, offset]),
    [
      ['   code', 3, 1],
      ['text', 0, 1],
    ],
  )
})

test('takes a shorter rule, right below the fields', () => {
  const { codes, report } = collectProblems()
  assert.is(readTxtOpening([...HEADER.slice(0, 7), '='.repeat(40), 'text'], report).rest[0]?.text, 'text')
  assert.equal(codes, [])
})

test.run()

/** The CD text form: title, number, date and columns in their known arrangements. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { PSS } from '../../src/article/forms/pss.js'
import { collectProblems } from './collect.js'

const test = suite('pss')
const readPssOpening = PSS.readOpening

test('reads a title over number and date', () => {
  const { header, range } = readPssOpening(
    ['How to Wait', 'PSS ID Number: Q130054', 'Article last modified on 05-16-1995', '', 'text'],
    () => {},
  )
  assert.equal([header.title, header.number, header.modified, range], ['How to Wait', 130054, '05-16-1995', [1, 3]])
})

test('reads number, date and database from any number of lines', () => {
  const { header } = readPssOpening(
    ['A', '', 'PSS ID Number: Q126897  Article last modified on 01-21-1996', 'PSS database name: O_OSPREY'],
    () => {},
  )
  assert.equal([header.number, header.modified, header.product.name], [126897, '01-21-1996', 'O_OSPREY'])
})

test('reads versions over the systems they belong to', () => {
  const { header, rest } = readPssOpening(
    ['A', 'PSS ID Number: Q126897', '', '3.10 1.20 | 3.50', 'WINDOWS   | WINDOWS NT', '', '-----'],
    () => {},
  )
  assert.equal(
    [header.versions, header.systems, rest.find((line) => line.text !== '')?.text],
    ['3.10 1.20 | 3.50', ['WINDOWS', 'WINDOWS NT'], '-----'],
  )
})

test('does not take the first text for versions or systems', () => {
  const { header } = readPssOpening(['A', 'PSS ID Number: Q126897', '', 'SUMMARY', '=======', '3.10'], () => {})
  assert.equal([header.versions, header.systems], ['', []])
})

test('takes only the lines right above the number for the title', () => {
  const { codes, report } = collectProblems()
  const { header } = readPssOpening(['Volume 3', '', 'How to Wait', 'for a Server', 'PSS ID Number: Q126897'], report)
  assert.equal([header.title, codes], ['How to Wait for a Server', ['text-before-header']])
})

test('reads an empty header from what has none', () => {
  for (const lines of [[], [''], ['text']]) assert.is(readPssOpening(lines, () => {}).header.number, 0)
})

test.run()

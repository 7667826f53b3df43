/** Which values of a filter are offered. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nestValues, orderValues, pickValues, toExpandText } from '../../src/client/search/facet-values.js'

const count = (value: string, hits: number) => ({ value, label: value, count: hits })
const many = Array.from({ length: 20 }, (_, index) => count(`v${index}`, 20 - index))

test('it keeps the order of counts, and sorts years newest first', () => {
  const counts = [count('1999', 5), count('2001', 3), count('1987', 1)]
  assert.equal(
    orderValues('year', counts, []).map(({ value }) => value),
    ['2001', '1999', '1987'],
  )
  assert.equal(orderValues('product', counts, []), counts)
})

test('it offers what is chosen although nothing has it', () => {
  assert.equal(orderValues('product', [], ['winnt']), [{ value: 'winnt', label: 'winnt', count: 0 }])
})

test('it shows a few of many values, and the chosen ones', () => {
  assert.equal(
    pickValues(many, ['v15'], false).map(({ value }) => value),
    ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v15'],
  )
})

test('it does not hide only two', () => {
  assert.is(pickValues(many.slice(0, 10), [], false).length, 10)
  assert.is(pickValues(many.slice(0, 11), [], false).length, 8)
})

test('it shows no more than anybody reads through, even when asked for all, and says so', () => {
  const types = Array.from({ length: 1391 }, (_, index) => count(`T${index}`, 1391 - index))
  assert.is(pickValues(types, [], true).length, 60)
  assert.is(pickValues(types, ['T1000'], true).length, 61)
  assert.is(pickValues(many, [], true).length, 20)
  assert.is(toExpandText(46), 'All 46')
  assert.is(toExpandText(1391), '60 of 1,391')
})

const PRODUCTS = [
  { value: 'windows-nt', label: 'Windows NT', count: 9 },
  { value: 'windows-nt/10.0', label: 'Windows NT 10.0', count: 2 },
  { value: 'windows-nt/4.0', label: 'Windows NT 4.0', count: 7 },
  { value: 'iis', label: 'IIS', count: 3 },
  { value: 'iis/4.0', label: 'IIS 4.0', count: 3 },
]

test('offers versions below a product that is chosen, or of which one is', () => {
  for (const chosen of ['windows-nt', 'windows-nt/4.0']) {
    const nested = nestValues('product', PRODUCTS, [chosen])
    assert.equal(
      nested.whole.map(({ value }) => [
        value,
        nested.partsOf({ value, label: 'Windows NT', count: 0 }).map(({ label }) => label),
      ]),
      [
        ['windows-nt', ['4.0', '10.0']],
        ['iis', []],
      ],
    )
  }
})

test('takes a slash in another filter for a letter', () => {
  const types = [
    { value: 'INFO', label: 'INFO', count: 2 },
    { value: 'INFO/PRB', label: 'INFO/PRB', count: 1 },
  ]
  assert.is(nestValues('type', types, ['INFO']).whole.length, 2)
})

test.run()

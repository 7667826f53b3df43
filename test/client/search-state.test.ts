/** The state of the search page and the address bar. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  countFilters,
  EMPTY_STATE,
  isEmpty,
  parseQueryString,
  toggleFilter,
  toQueryString,
  withText,
} from '../../src/client/search/search-state.js'
import fc from '../support/property.js'

test('it reads words, filters, order and length from the address', () => {
  assert.equal(parseQueryString('?q=blue+screen&product=winnt&product=exchange&year=1999&sort=date&show=40'), {
    text: 'blue screen',
    filters: { product: ['exchange', 'winnt'], type: [], year: ['1999'], issueType: [], filed: [] },
    sort: 'date',
    shown: 40,
    isLiteral: false,
  })
})

test('it takes words as they are where the address says so', () => {
  assert.is(parseQueryString('?q=pritner&literal=1').isLiteral, true)
})

test('it forgets with another text what was shown and refused of the last', () => {
  const state = { ...EMPTY_STATE, text: 'pritner', shown: 60, isLiteral: true }
  assert.equal(withText(state, 'printer'), { ...EMPTY_STATE, text: 'printer' })
  assert.is(withText(state, 'pritner'), state)
})

test('it leaves out what is at its default', () => {
  assert.is(toQueryString(EMPTY_STATE), '?')
  assert.is(toQueryString({ ...EMPTY_STATE, text: 'c++ & more' }), '?q=c%2B%2B+%26+more')
})

test('it reads back whatever it writes', async () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }).map((list) => list.sort())
  const states = fc.record(
    {
      text: fc.string({ maxLength: 200 }),
      filters: fc.record(
        { product: values, type: values, year: values, issueType: values, filed: values },
        { noNullPrototype: true },
      ),
      sort: fc.constantFrom('relevance' as const, 'date' as const),
      shown: fc.integer({ min: 1, max: 10 }).map((pages) => pages * 20),
      isLiteral: fc.boolean(),
    },
    { noNullPrototype: true },
  )
  await fc.assert(fc.property(states, (state) => assert.equal(parseQueryString(toQueryString(state)), state)))
})

test('it makes a valid state of any query string', async () => {
  await fc.assert(
    fc.property(fc.string(), (queryString) => {
      const { shown } = parseQueryString(queryString)
      assert.ok(shown >= 20 && shown <= 200)
    }),
  )
})

test('it does not let an address ask for 40,000 rows', () => {
  assert.is(parseQueryString('?show=40000').shown, 200)
  assert.is(parseQueryString('?show=-1').shown, 20)
  assert.is(parseQueryString('?show=NaN').shown, 20)
})

test('it keeps a pasted log short enough for a host, cut at a word', () => {
  const state = parseQueryString(toQueryString({ ...EMPTY_STATE, text: 'error 0x80004005 '.repeat(1000) }))
  assert.ok(state.text.length <= 1500)
  assert.match(state.text, /(?:error|0x80004005)$/)
})

test('it switches a filter on and off, and starts at the top again', () => {
  const on = toggleFilter({ ...EMPTY_STATE, shown: 60 }, 'product', 'winnt')
  assert.equal(on.filters.product, ['winnt'])
  assert.is(on.shown, 20)
  assert.is(countFilters(on.filters), 1)
  assert.is(isEmpty(on), false)
  assert.is(isEmpty(toggleFilter(on, 'product', 'winnt')), true)
})

test('a version takes the place of its product, and a product that of its versions', () => {
  const toggle = (values: readonly string[], value: string) =>
    toggleFilter({ ...EMPTY_STATE, filters: { ...EMPTY_STATE.filters, product: values } }, 'product', value).filters
      .product
  assert.equal(toggle(['iis', 'windows-nt'], 'windows-nt/4.0'), ['iis', 'windows-nt/4.0'])
  assert.equal(toggle(['windows-nt/3.51', 'windows-nt/4.0'], 'windows-nt'), ['windows-nt'])
  assert.equal(toggle(['windows-nt'], 'windows-nt-x'), ['windows-nt', 'windows-nt-x'])
})

test.run()

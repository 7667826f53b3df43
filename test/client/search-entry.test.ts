/** What an entry of the history keeps. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  EMPTY_ENTRY,
  formatEntry,
  parseEntry,
  toKeptText,
  withKeptText,
} from '../../src/client/search/history/search-entry.js'
import { EMPTY_STATE, parseQueryString, toQueryString, withText } from '../../src/client/search/search-state.js'

const LONG = Array.from({ length: 1800 }, (_, i) => `word${i}`).join(' ')

test('an entry is read as it was written', () => {
  const entry = { text: LONG, place: { top: 1200, focus: 'Q214001' } }
  assert.equal(parseEntry(structuredClone(formatEntry(entry))), entry)
})

test('anything else is an empty entry', () => {
  for (const value of [
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { top: 3 },
    { search: null },
    { search: { text: 1, place: 2 } },
  ])
    assert.equal(parseEntry(value), EMPTY_ENTRY)
})

test('a paste of 10 KB is whole after a reload, though its address is short', () => {
  const state = withText(EMPTY_STATE, LONG)
  assert.ok(LONG.length > 10_000)
  const address = toQueryString(state)
  assert.ok(address.length < 2000)
  const entry = { ...EMPTY_ENTRY, text: toKeptText(state) }
  assert.is(withKeptText(parseQueryString(address), entry).text, LONG)
})

test('an address that was edited means what it says', () => {
  const entry = { ...EMPTY_ENTRY, text: LONG }
  assert.is(withKeptText(parseQueryString('?q=other'), entry).text, 'other')
})

test('a text that fits into the address is kept nowhere else', () => {
  assert.is(toKeptText(withText(EMPTY_STATE, 'blue screen')), null)
})

test.run()

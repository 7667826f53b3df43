/** What to try where nothing was found. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { planAdvice } from '../../src/client/search/advice.js'
import { EMPTY_STATE } from '../../src/client/search/search-state.js'

const labels = (text: string, suggestion: string | null = null) =>
  planAdvice({ ...EMPTY_STATE, text }, suggestion).map(({ label }) => label)

test('it offers the suggestion first', () => {
  assert.is(labels('servce', 'service')[0], 'Search for service')
})

test('it offers the same words without operators', () => {
  const [advice] = planAdvice({ ...EMPTY_STATE, text: '+blue "dead screen" title:stop -nt' }, null)
  assert.is(advice?.state.text, 'blue dead screen stop nt')
})

test('it offers to leave out each of a few words', () => {
  assert.equal(labels('zork frob'), ['Without “zork”', 'Without “frob”'])
  assert.equal(labels('zork'), [])
  assert.equal(labels('a b c d e'), [])
})

test('it offers to drop filters, and starts at the top', () => {
  const filters = { ...EMPTY_STATE.filters, product: ['winnt'] }
  const [advice] = planAdvice({ ...EMPTY_STATE, text: 'zork', filters, shown: 60 }, null)
  assert.is(advice?.label, 'Search without filters')
  assert.is(advice?.state.shown, 20)
  assert.equal(advice?.state.filters.product, [])
})

test.run()

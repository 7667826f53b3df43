/** A text without one of its parts. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { matchesFilter } from '../../src/client/page/match-filter.js'
import { withoutPart } from '../../src/client/search/chips.js'

test('a part is taken out where it stands, and leaves no gap', () => {
  const text = 'tarn.exe stops  in tarn.exe at start'
  assert.is(withoutPart(text, { start: 19, end: 27 }), 'tarn.exe stops in at start')
})

test('a filter leaves what has all its words', () => {
  assert.ok(matchesFilter('Event ID 1018, TarnMailIS', '10 tarnmail'))
  assert.ok(matchesFilter('0x80004005', ' '))
  assert.not(matchesFilter('Event ID 1018, TarnMailIS', '10 other'))
})

test.run()

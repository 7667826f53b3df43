/** What the search page says. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { toCountText, toFilterText } from '../../src/client/search/wording.js'

test('it counts in words', () => {
  assert.is(toCountText(0), 'No articles')
  assert.is(toCountText(1), '1 article')
  assert.is(toCountText(9161), '9,161 articles')
})

test('it says issue types in words and leaves others as they are', () => {
  assert.is(toFilterText('issueType', 'kbprb'), 'Problem')
  assert.is(toFilterText('issueType', 'constructor'), 'constructor')
  assert.is(toFilterText('product', 'kbprb'), 'kbprb')
})

test.run()

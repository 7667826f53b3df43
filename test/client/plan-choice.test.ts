/** How arrows move the choice below a text box. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { planChoice } from '../../src/client/quick-links/plan-choice.js'

test('it goes down through the options and from the last back to the text', () => {
  assert.equal(
    [planChoice('ArrowDown', -1, 2), planChoice('ArrowDown', 0, 2), planChoice('ArrowDown', 1, 2)],
    [0, 1, -1],
  )
})

test('it goes up from the text to the last option', () => {
  assert.equal([planChoice('ArrowUp', -1, 2), planChoice('ArrowUp', 1, 2), planChoice('ArrowUp', 0, 2)], [1, 0, -1])
})

test('it moves nothing by other keys, or without options', () => {
  assert.equal([planChoice('Home', 1, 2), planChoice('ArrowDown', -1, 0)], [null, null])
})

test.run()

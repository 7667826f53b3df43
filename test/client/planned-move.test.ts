/** Where the keyboard goes. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { planMove } from '../../src/client/search/keyboard/planned-move.js'

test('it goes down from the box to the last hit, and no further', () => {
  assert.is(planMove('ArrowDown', -1, 3), 0)
  assert.is(planMove('ArrowDown', 1, 3), 2)
  assert.is(planMove('ArrowDown', 2, 3), null)
  assert.is(planMove('ArrowDown', -1, 0), null)
})

test('it goes up to the box, and leaves the box to itself', () => {
  assert.is(planMove('ArrowUp', 1, 3), 0)
  assert.is(planMove('ArrowUp', 0, 3), -1)
  assert.is(planMove('ArrowUp', -1, 3), null)
  assert.is(planMove('Home', -1, 3), null)
})

test('it goes back to the box at Esc', () => {
  assert.is(planMove('Escape', 2, 3), -1)
  assert.is(planMove('Escape', -1, 3), null)
})

test('it leaves letters alone', () => {
  assert.is(planMove('a', 1, 3), null)
})

test.run()

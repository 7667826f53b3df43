/** Which files of words a search that is opened will need. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guessShards } from '../../src/client/shards/load-ahead.js'

const FIRST_TERMS = ['', '1.', 'cus', 'ppe', 'ves']

test('it finds the shard of each word, once', () => {
  assert.equal(guessShards('Printer queue: PROTOCOL windows', FIRST_TERMS), [3, 4])
})

test('it guesses nothing without words or without an index', () => {
  assert.equal(guessShards('+ "" ~', FIRST_TERMS), [])
  assert.equal(guessShards('printer', []), [])
})

test('it guesses for the beginning of a long text only', () => {
  assert.equal(guessShards(`${'apple '.repeat(8)}windows`, FIRST_TERMS), [1])
})

test.run()

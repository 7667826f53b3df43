/** Searching by halves finds what looking at each finds. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstNotBefore, lastAtMost, lowerBound } from '../../src/search/arrays/binary-search.js'
import fc from '../support/property.js'

const test = suite('binary search')
const ascending = fc.uniqueArray(fc.nat(60), { maxLength: 30 }).map((values) => values.sort((a, b) => a - b))

test('the first that is not below a value is found, in the whole or in a part', () => {
  fc.assert(
    fc.property(ascending, fc.nat(60), fc.nat(30), fc.nat(30), (values, value, a, b) => {
      const [from, to] = [Math.min(a, b, values.length), Math.min(Math.max(a, b), values.length)]
      const first = values.findIndex((other, at) => at >= from && at < to && other >= value)
      assert.is(lowerBound(values, value, from, to), first === -1 ? to : first)
      assert.is(
        firstNotBefore(from, to, (at) => (values[at] ?? 0) < value),
        first === -1 ? to : first,
      )
      assert.is(lowerBound(Uint32Array.from(values), value), values.filter((other) => other < value).length)
    }),
  )
})

test('the last that is not after a key is found, and 0 where all are', () => {
  fc.assert(
    fc.property(ascending, fc.nat(60), fc.nat(30), (values, key, most) => {
      const count = Math.min(most, values.length)
      const before = values.slice(0, count).filter((other) => other <= key).length
      assert.is(lastAtMost(values, key, count), Math.max(0, before - 1))
    }),
  )
  assert.is(lastAtMost(['a', 'c', 'e'], 'd'), 1)
})

test.run()

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { foldRepeats, unfoldRepeats } from '../../src/search/codec/repeats.js'
import fc from '../support/property.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Longer than what is looked for, and different for each number. */
const sentence = (number: number) =>
  `Sentence ${number}: the spooler of server ${number * 7919} waits for ${number % 13} sheets of paper. `

test('gives back what was folded, whatever repeats in it', () => {
  const part = fc.oneof(
    fc.nat(20).map(sentence),
    fc.string(),
    fc.tuple(fc.constantFrom('-', 'ab', '<td>x</td>'), fc.nat(90)).map(([text, count]) => text.repeat(count)),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const bytes = bytesOf(parts.join(''))
      assert.equal(unfoldRepeats(foldRepeats(bytes)), bytes)
    }),
  )
})

test('finds a sentence again across more than deflate looks back over', () => {
  const others = Array.from({ length: 1000 }, (_, index) => sentence(index + 1)).join('')
  const alone = foldRepeats(bytesOf(others)).length
  const again = foldRepeats(bytesOf(`${sentence(0)}${others}${sentence(0)}`)).length
  assert.ok(again - alone < sentence(0).length + 10, `${again - alone} bytes for a sentence twice`)
})

test('writes the lines of a paragraph as copies that follow each other', () => {
  const words = Array.from({ length: 200 }, (_, index) => `word${(index * 7919) % 1009}`)
  const paragraph = words.join(' ')
  const lines = words.map((word, index) => `${word}${index % 10 === 9 ? '\n' : ' '}`).join('')
  const folded = foldRepeats(bytesOf(`${paragraph}|${lines}`))
  assert.ok(folded.length < paragraph.length + 100, `${folded.length} bytes for ${paragraph.length}`)
})

test('says so where bytes are damaged', () => {
  const folded = foldRepeats(bytesOf(sentence(1) + sentence(2) + sentence(1)))
  assert.is(textOf(unfoldRepeats(folded)), sentence(1) + sentence(2) + sentence(1))
  const numbers = (...values: number[]) => Uint8Array.from(values)
  for (const damaged of [
    numbers(200, 1),
    // One copy that skips a byte too many; that comes from before the beginning; from after itself; of 2 GB.
    numbers(1, 3, 1, 1, 65, 66),
    numbers(1, 1, 1, 5, 65),
    numbers(1, 1, 1, 0, 65),
    numbers(1, 1, 0xff, 0xff, 0xff, 0xff, 7, 1, 65),
  ])
    assert.throws(
      () => unfoldRepeats(damaged),
      (error: unknown) => error instanceof RangeError,
    )
})

test('any bytes unfold to bytes or a RangeError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        unfoldRepeats(bytes)
      } catch (error) {
        assert.instance(error, RangeError)
      }
    }),
  )
})

test.run()

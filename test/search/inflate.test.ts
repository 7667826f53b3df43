/** Inflate gives back what zlib deflated, and takes any bytes. */
import { deflateRawSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inflate } from '../../src/search/codec/inflate.js'
import { inflateTable } from '../../src/search/codec/inflate-table.js'
import fc from '../support/property.js'

const test = suite('inflate')

const LEVELS = [0, 1, 6, 9]
/** zlib's strategies: default, filtered, Huffman only, runs, fixed codes. */
const STRATEGIES = [0, 1, 2, 3, 4]
/** Text with repetitions, as cards have it, and bytes without any. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.array(fc.constantFrom('Cannot ', 'Print ', 'to a Queue ', '\n', 'é'), { maxLength: 4000 }).map(toBytes),
)

function toBytes(words: readonly string[]): Uint8Array {
  return new TextEncoder().encode(words.join(''))
}

test('it gives back whatever zlib deflates, at any level, by any strategy', () => {
  fc.assert(
    fc.property(content, fc.constantFrom(...LEVELS), fc.constantFrom(...STRATEGIES), (bytes, level, strategy) => {
      assert.equal([...inflate(deflateRawSync(bytes, { level, strategy }))], [...bytes])
    }),
  )
})

test('it gives back more than a block, and matches of the greatest length and distance', () => {
  const far = Uint8Array.from({ length: 32_768 }, (_, i) => (i * i * 7 + (i >>> 5)) & 255)
  const bytes = new Uint8Array(200_000)
  bytes.set(far)
  bytes.set(far, 32_768)
  assert.equal(Buffer.compare(inflate(deflateRawSync(bytes)), bytes), 0)
})

test('it refuses what is cut off, and ends for any bytes', () => {
  const refuses = (bytes: Uint8Array) => {
    try {
      inflate(bytes)
      return false
    } catch (error) {
      return error instanceof RangeError
    }
  }
  const whole = deflateRawSync(toBytes(Array.from({ length: 500 }, (_, i) => `word ${i * i} `)))
  for (let end = 0; end < whole.length - 8; end += 7) assert.ok(refuses(whole.subarray(0, end)), String(end))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => refuses(bytes) || inflate(bytes).length >= 0))
})

test('it gives back what is more than the room that is kept for small files', () => {
  const bytes = new Uint8Array(3_000_000).fill(7)
  assert.equal(Buffer.compare(inflate(deflateRawSync(bytes)), bytes), 0)
})

test("it gives back a table by the browser's own code, and refuses one that is cut off", async () => {
  const bytes = toBytes(Array.from({ length: 5000 }, (_, i) => `word ${i * i} `))
  const table = deflateRawSync(bytes)
  assert.equal(Buffer.compare(await inflateTable(table), bytes), 0)
  const refused = await inflateTable(table.subarray(0, 2000)).then(
    () => false,
    () => true,
  )
  assert.ok(refused)
})

test.run()

/** The note on a Node whose zlib makes other bytes. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { describeZlib } from '../../src/pipeline/run/zlib-note.js'

const test = suite('zlib note')

test('a Node with the zlib of its system gets a note, and one from nodejs.org none', () => {
  assert.match(describeZlib({ node_shared_zlib: true }) ?? '', /zlib of the system/)
  assert.is(describeZlib({ node_shared_zlib: false }), null)
  assert.is(describeZlib({}), null)
})

test.run()

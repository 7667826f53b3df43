/** What is written is what is read: bits, ascending numbers, payloads of scripts, cards. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { BitReader, BitWriter } from '../../src/search/bits.js'
import { readCards, writeCards } from '../../src/search/cards.js'
import { parseShardScript, readPayload, toShardFile, toTextShardFile } from '../../src/search/shard-script.js'
import { readVocabulary, writeVocabulary } from '../../src/search/vocabulary.js'

const test = suite('codes')

const ascending = fc.uniqueArray(fc.nat(60_000), { maxLength: 300 }).map((list) => list.sort((a, b) => a - b))

test('ascending numbers and gamma codes round-trip', () => {
  fc.assert(
    fc.property(ascending, fc.nat(1_000_000), (values, number) => {
      const writer = new BitWriter()
      writer.writeGamma(number)
      writer.writeAscending(values, 0, values.length, 0, 60_000)
      writer.writeGamma(values.length)
      const reader = new BitReader(writer.toBytes())
      assert.is(reader.readGamma(), number)
      const read = new Uint32Array(values.length)
      reader.readAscending(read, 0, read.length, 0, 60_000)
      assert.equal([...read], values)
      assert.is(reader.readGamma(), values.length)
    }),
  )
})

test('a full range takes no bits', () => {
  const writer = new BitWriter()
  writer.writeAscending([3, 4, 5], 0, 3, 3, 5)
  assert.is(writer.byteLength, 0)
})

test('a payload is the bytes it was made of, and its script is one that browsers read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const file = toShardFile('terms/12-0-003', bytes)
      const text = new TextDecoder('utf-16le').decode(file.bytes)
      assert.not.match(text.slice(0, -1), /[\r\n\u2028\u2029]|<\/script/i)
      const shard = parseShardScript(file.bytes)
      assert.is(shard?.stamp, file.stamp)
      assert.equal([...readPayload(shard?.payload ?? '')], [...bytes])
    }),
  )
})

test('every pair of bytes survives', () => {
  const bytes = Uint8Array.from({ length: 131_072 }, (_, i) => (i % 2 === 0 ? i >>> 9 : (i >>> 1) & 0xff))
  const shard = parseShardScript(toShardFile('words/00-0', bytes).bytes)
  assert.ok(Buffer.from(readPayload(shard?.payload ?? '')).equals(Buffer.from(bytes)))
})

test('a script of text is ASCII and ends no script element', () => {
  const file = toTextShardFile('manifest', 'x', 'a"\\</script>\u2028é')
  assert.match(new TextDecoder().decode(file.bytes), /^[ -~\n]+$/)
  assert.not.match(new TextDecoder().decode(file.bytes), '</')
  assert.is(parseShardScript(file.bytes)?.payload, 'a"\\</script>\u2028é')
})

test('what is no shard is none', () => {
  for (const text of ['', 'kbShard(', 'kbShard(1,2,3)', '<html>']) {
    assert.is(parseShardScript(new TextEncoder().encode(text)), null, text)
  }
})

test('a long summary is cut at a blank', async () => {
  const card = readCards(await writeCards([{ title: 'Queue', summary: 'word '.repeat(40) }])).at(0)
  assert.match(card?.summary ?? '', /^(?:word )+word…$/)
})

test('a cut summary has no full stop before its ellipsis', async () => {
  const card = readCards(await writeCards([{ title: 'Queue', summary: `${'w'.repeat(76)}. And so on.` }])).at(0)
  assert.is(card?.summary, `${'w'.repeat(76)}…`)
})

test('the words of a shard are in order and are found, with where their records are', async () => {
  const names = fc.uniqueArray(
    fc.oneof(fc.stringMatching(/^[a-z0-9_.é]{1,12}$/), fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' })),
    {
      maxLength: 60,
    },
  )
  await fc.assert(
    fc.asyncProperty(names, async (list) => {
      const terms = [...list].sort()
      const lengths = Uint32Array.from(terms, (term) => term.length)
      const breaks = terms.length > 3 ? [2, 3] : []
      const written = await writeVocabulary({ terms, postings: { lengths, breaks }, places: { lengths, breaks: [] } })
      const shard = readVocabulary(written)
      assert.equal(
        Array.from({ length: shard.terms.count }, (_, i) => shard.terms.at(i)),
        terms,
      )
      for (const [i, term] of terms.entries()) {
        assert.is(shard.terms.firstFrom(term), i)
        assert.is(shard.postings.lengthAt(i), term.length)
        const sum = (from: number) => terms.slice(from, i).join('').length
        assert.equal(shard.places.find(i), { shard: 0, start: sum(0) })
        const part = breaks.filter((at) => at <= i).length
        assert.equal(shard.postings.find(i), { shard: part, start: sum([0, ...breaks][part] ?? 0) })
      }
    }),
  )
})

test.run()

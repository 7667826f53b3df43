/** What is written is what is read: bits, ascending numbers, payloads of scripts, cards. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { COMMON_RUNS, LONGEST_RUN, RunBook, STOP_WORDS, toRun } from '../../src/search/analysis/stop-words.js'
import { BitReader, BitWriter } from '../../src/search/codec/bits.js'
import { RangeDecoder, RangeEncoder } from '../../src/search/codec/range-coder.js'
import { parseShardScript, readPayload, toShardFile, toTextShardFile } from '../../src/search/codec/shard-script.js'
import { BODY, FIELD_NAMES } from '../../src/search/fields.js'
import { type CardText, makeDictionary, readCards, writeCards } from '../../src/search/shards/cards.js'
import {
  type FieldPostings,
  NO_ARTICLES,
  readPostings,
  writePostings,
} from '../../src/search/shards/postings-record.js'
import { RunDecoder, RunEncoder } from '../../src/search/shards/run-model.js'
import { DEEP } from '../../src/search/shards/steps.js'
import { encodeTerms, readVocabulary, writeVocabulary } from '../../src/search/shards/vocabulary.js'
import fc from '../support/property.js'
import { deflateAfter } from './memory-index.js'

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

/** Cards as their file gives them back. */
function shown(cards: readonly CardText[], dictionary = new Uint8Array()): readonly CardText[] {
  const list = readCards(writeCards(cards, dictionary, deflateAfter), dictionary)
  return cards.flatMap((_, index) => list.at(index) ?? [])
}

test('a long summary is cut at a blank', () => {
  const [card] = shown([{ title: 'Queue', summary: 'word '.repeat(40) }])
  assert.match(card?.summary ?? '', /^(?:word )+word…$/)
})

test('a cut summary has no full stop before its ellipsis', () => {
  const [card] = shown([{ title: 'Queue', summary: `${'w'.repeat(76)}. And so on.` }])
  assert.is(card?.summary, `${'w'.repeat(76)}…`)
})

test('cards are the same after any dictionary, and smaller after one of their like', () => {
  const card = { title: 'Queue of the tray stops', summary: 'The spooler waits for paper in the second tray.' }
  const archive = Array.from({ length: 64 }, (_, i) => ({ ...card, number: 100_000 + i, title: `${card.title} ${i}` }))
  const dictionary = Uint8Array.from(makeDictionary(archive))
  assert.equal(shown(archive.slice(0, 3), dictionary), shown(archive.slice(0, 3)))
  assert.ok(
    writeCards([card], dictionary, deflateAfter).length < writeCards([card], new Uint8Array(), deflateAfter).length / 2,
  )
})

test('the dictionary has some cards of a large archive and none of a small one without a round number', () => {
  const card = { title: 'Queue', summary: 'The spooler waits.' }
  const large = Array.from({ length: 60_000 }, (_, i) => ({ ...card, number: 10_000 + i }))
  const { length } = makeDictionary(large)
  assert.ok(length > 10_000 && length <= 32_768, String(length))
  assert.is(makeDictionary([{ ...card, number: 10_001 }]).length, 1)
})

test('ascending numbers and runs of stop words are read as they were written, in any order', () => {
  const stopRun = fc.oneof(
    fc.constantFrom(...COMMON_RUNS),
    fc.array(fc.constantFrom(...STOP_WORDS), { maxLength: LONGEST_RUN }).map(toRun),
  )
  fc.assert(
    fc.property(fc.array(stopRun, { maxLength: 80 }), ascending, fc.nat(0xffffffff), (runs, values, number) => {
      const encoder = new RangeEncoder()
      encoder.writeWithin(number, 0x100000000)
      encoder.writeAscending(values, 0, values.length, 0, 60_000)
      const book = new RunBook()
      const writer = new RunEncoder(encoder, book)
      for (const run of runs) writer.write(book.numberOf(run))
      const bytes = encoder.finish()
      const decoder = new RangeDecoder(Uint8Array.from([7, ...bytes, 9]), 1, 1 + bytes.length)
      assert.is(decoder.readWithin(0x100000000), number)
      const read = new Uint32Array(values.length)
      decoder.readAscending(read, 0, read.length, 0, 60_000)
      assert.equal([...read], values)
      const other = new RunBook()
      const reader = new RunDecoder(decoder, other)
      assert.equal(
        runs.map(() => other.runOf(reader.read())),
        runs,
      )
    }),
  )
})

test('thousands of runs of one term are read as they were written, whatever is forgotten between', () => {
  const runs = Array.from({ length: 9_000 }, (_, i) => ((i * i) % 7 === 1 ? 0 : (i * 31) % COMMON_RUNS.length))
  const encoder = new RangeEncoder()
  const writer = new RunEncoder(encoder, new RunBook())
  for (const run of runs) writer.write(run)
  const bytes = encoder.finish()
  const reader = new RunDecoder(new RangeDecoder(bytes, 0, bytes.length), new RunBook())
  assert.equal(
    runs.map(() => reader.read()),
    runs,
  )
})

/** A field's articles, each with how often it has the term. */
const field = fc.uniqueArray(fc.nat(60_000), { minLength: 1, maxLength: 5 }).chain((articles) =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: articles.length, maxLength: articles.length })
    .map((frequencies) => ({
      articles: Uint32Array.from(articles.sort((a, b) => a - b)),
      sums: Uint32Array.from(
        frequencies.map((_, i) => frequencies.slice(0, i + 1).reduce((sum, count) => sum + count)),
      ),
      steps: new Uint8Array(),
    })),
)
const body = field.chain((postings) =>
  fc
    .uint8Array({ minLength: postings.articles.length, maxLength: postings.articles.length, max: DEEP })
    .map((steps) => ({ ...postings, steps })),
)
/** Bodies of all lengths. */
const bodyLength = (article: number) => article % 3_000

function writeRecord(fields: readonly FieldPostings[], articleCount: number): Uint8Array {
  const writer = new BitWriter()
  writePostings(writer, fields, { articleCount, bodyLength })
  return writer.toBytes()
}

test('postings are read as they were written, in an archive of any size', () => {
  const fields = fc.tuple(...FIELD_NAMES.map((_, i) => fc.oneof(fc.constant(NO_ARTICLES), i === BODY ? body : field)))
  fc.assert(
    fc.property(fields, fc.constantFrom(60_001, 65_536, 65_537, 5_000_000), (written, articleCount) => {
      const bytes = writeRecord(written, articleCount)
      const framed = Uint8Array.from([7, ...bytes, 9])
      assert.equal(readPostings(framed, { start: 1, end: 1 + bytes.length }, { articleCount, bodyLength }), written)
    }),
  )
})

test('a term that stands once, deep in a body, takes two bytes, and no other term of a small archive does', () => {
  const once = { articles: Uint32Array.of(700), sums: Uint32Array.of(1), steps: Uint8Array.of(DEEP) }
  const twice = { ...once, sums: Uint32Array.of(2) }
  const early = { ...once, steps: Uint8Array.of(DEEP - 1) }
  const inField = (postings: FieldPostings, own: number) =>
    FIELD_NAMES.map((_, i) => (i === own ? postings : NO_ARTICLES))
  assert.is(writeRecord(inField(once, BODY), 1_000).length, 2)
  const others = FIELD_NAMES.map((_, i) => inField(i === BODY ? twice : once, i))
  for (const fields of [...others, inField(early, BODY)]) assert.ok(writeRecord(fields, 1_000).length > 2)
})

test('what is likeliest takes no byte', () => {
  const encoder = new RangeEncoder()
  new RunEncoder(encoder, new RunBook()).write(0)
  assert.is(encoder.finish().length, 0)
})

test('any bytes are read as numbers in their range and runs that end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const decoder = new RangeDecoder(bytes, 0, bytes.length)
      for (const range of [1, 2, 300, 0x10000, 0x10001, 0x100000000]) assert.ok(decoder.readWithin(range) < range)
      const book = new RunBook()
      const reader = new RunDecoder(decoder, book)
      for (let i = 0; i < 200; i++) assert.ok(book.runOf(reader.read()).length <= LONGEST_RUN)
    }),
  )
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
      const written = await writeVocabulary({
        terms: encodeTerms(terms),
        postings: { lengths, breaks },
        places: { lengths, breaks: [] },
      })
      const shard = readVocabulary(written)
      assert.equal(
        Array.from({ length: shard.terms.count }, (_, i) => shard.terms.at(i)),
        terms,
      )
      for (const [i, term] of terms.entries()) {
        assert.is(shard.terms.firstFrom(term), i)
        assert.is(shard.postings.lengthAt(i), term.length)
        const sum = (from: number) => terms.slice(from, i).join('').length
        assert.equal(shard.places.find(i), { shard: 0, start: sum(0), end: sum(0) + term.length })
        const part = breaks.filter((at) => at <= i).length
        const start = sum([0, ...breaks][part] ?? 0)
        assert.equal(shard.postings.find(i), { shard: part, start, end: start + term.length })
      }
    }),
  )
})

test.run()

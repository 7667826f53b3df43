/** Copies: passages that an article has from an earlier one of its bucket. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findCopies } from '../../src/search/indexer/find-copies.js'
import { Occurrences } from '../../src/search/indexer/occurrences.js'
import { TokenTable } from '../../src/search/indexer/token-table.js'
import { SHORTEST_COPY } from '../../src/search/shards/copy.js'

const test = suite('copies')

const copiesOf = (...articles: readonly (readonly number[])[]) =>
  findCopies(articles.map((own) => Uint32Array.from(own)))

test('a passage of an earlier article is a copy of it', () => {
  const copies = copiesOf([9, 8, 1, 2, 3, 4, 5, 7], [6, 1, 2, 3, 4, 5, 6])
  assert.equal(copies, [[], [{ at: 1, length: 5, source: 0, start: 2 }]])
})

test('a passage that is too short is none, nor is one of the article itself', () => {
  assert.equal(copiesOf([1, 2, 3, 4, 9], [1, 2, 3, 4, 8]), [[], []])
  assert.equal(copiesOf([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]), [[]])
})

test('the longer of two passages is taken, also where it begins one later', () => {
  const copies = copiesOf([1, 2, 3, 4, 5, 20], [2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9])
  assert.equal(copies[2], [{ at: 1, length: 8, source: 1, start: 0 }])
})

test('no copy goes over the end of an article', () => {
  assert.equal(copiesOf([1, 2, 3], [4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7]), [[], [], []])
})

test('copies are of earlier articles, say what their sources say, are long enough and do not overlap', () => {
  const places = fc.array(fc.oneof(fc.constant([1, 2, 3, 4, 5, 6, 7]), fc.array(fc.nat(3), { maxLength: 9 })), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(fc.array(places, { maxLength: 6 }), (groups) => {
      const articles = groups.map((group) => group.flat())
      for (const [article, copies] of copiesOf(...articles).entries()) {
        let end = 0
        for (const { at, length, source, start } of copies) {
          assert.ok(at >= end && source < article && length >= SHORTEST_COPY)
          assert.equal(articles[article]?.slice(at, at + length), articles[source]?.slice(start, start + length))
          assert.is(articles[source]?.slice(start, start + length).length, length)
          end = at + length
        }
      }
    }),
  )
})

test('places have the same numbers whatever was indexed before: equal ones for equal terms after equal stop words', () => {
  const text = 'The spooler of foo.dll hums, a spooler of foo.dll or the spooler of foo'
  const numbers = (table: TokenTable) => {
    const occurrences = new Occurrences(table, 1)
    const extent = occurrences.addField(0, 0, [text])
    return occurrences.placesOf(0, [extent]).map((own) => [...own])
  }
  const used = new TokenTable()
  new Occurrences(used, 1).addField(0, 0, ['foo hums when you or your spooler hums of a zebra'])
  assert.equal(numbers(used), numbers(new TokenTable()))
  const [[spooler, file, hums, other, sameFile, third, part] = []] = numbers(new TokenTable())
  assert.is(file, sameFile)
  assert.is(new Set([spooler, file, hums, other, third, part]).size, 6)
})

test.run()

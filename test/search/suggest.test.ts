/** "Did you mean": the likeliest word for one that the archive does not have. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { editDistance, suggestWord } from '../../src/search/match/suggest.js'
import { ArchiveIndex } from '../../src/search/reader/index-reader.js'
import fc from '../support/property.js'
import { makeDocument, makeFiles, makeLoader } from './memory-index.js'

const test = suite('suggest')

/** Words by how many articles have them. */
const USED: Readonly<Record<string, number>> = {
  printer: 60,
  pointer: 20,
  exchange: 40,
  violation: 30,
  problem: 50,
  tray: 9,
}

const DOCUMENTS = Array.from({ length: 60 }, (_, i) =>
  makeDocument(
    10_001 + i,
    'Note',
    Object.entries(USED)
      .flatMap(([word, count]) => (i < count ? [word] : []))
      .join(' '),
  ),
)
const index = new ArchiveIndex(makeLoader(await makeFiles(DOCUMENTS)))

const suggest = async (typed: string) => (await suggestWord(index, typed))?.word ?? null

for (const [typed, word] of [
  ['prinetr', 'printer'],
  ['pritner', 'printer'],
  ['printrr', 'printer'],
  ['exchnage', 'exchange'],
  ['exhcange', 'exchange'],
  ['vioaltion', 'violation'],
  ['problme', 'problem'],
] as const)
  test(`takes ${typed} for ${word}`, async () => {
    assert.is(await suggest(typed), word)
  })

test('prefers the word that is used more where two are as near', async () => {
  assert.is(await suggest('prinner'), 'printer')
})

test('offers nothing for a word that the archive has', async () => {
  for (const word of Object.keys(USED)) assert.is(await suggest(word), null, word)
})

test('offers nothing for abbreviations, numbers, names with signs and long texts', async () => {
  for (const typed of ['tra', 'prn', '12345', 'mfc42x.dll', '', `prinner${':prinner'.repeat(1000)}`])
    assert.is(await suggest(typed), null, typed.slice(0, 20))
})

test('offers nothing where no word is near', async () => {
  assert.is(await suggest('zebrawood'), null)
})

/** The textbook's table, whole. */
function slowDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const row = rows[i]
      if (row !== undefined)
        row[j] = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + cost,
          isSwap ? at(i - 2, j - 2) + 1 : 99,
        )
    }
  return at(a.length, b.length)
}

test('counts edits as the textbook does, up to the most that are asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      const distance = slowDistance(a, b)
      assert.is(editDistance(a, b, most), distance <= most ? distance : null)
    }),
    { numRuns: 500 },
  )
})

test.run()

/** Each difference from Lunr: the hits and scores are those that Lunr has for another query, and not for this one. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DIFFERENCES } from './lunr-differences.js'
import { makeDocument, makeLunrIndex, makeSearch, scoresOf } from './memory-index.js'

const test = suite('lunr-differences')

const TEXTS = [
  ['Exchange fax', 'The fax service stops with error 1018.', 'exchange'],
  ['Services', 'Many services and faxes in the modem.', ''],
  ['Create a page', 'Create a fax page: chkdsk f, isinteg fix.', 'exchange'],
  ['Menu of a café', 'The cafe opens c:\\fax and foo:bar.', ''],
  ['Bar', 'A modem has no number 1018, tray_and_queue.', ''],
] as const
const documents = TEXTS.map(([title, body, product], i) => {
  const plain = makeDocument(10_022 + i * 397, title, body)
  return { ...plain, fields: { ...plain.fields, product } }
})

const [search, oracle] = [await makeSearch(documents), makeLunrIndex(documents)]

function lunrScores(query: string): ReadonlyMap<string, number> {
  try {
    return new Map(oracle.search(query).map(({ ref, score }) => [ref, score]))
  } catch {
    return new Map()
  }
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([id, score]) => Math.abs(score - (b.get(id) ?? Number.NaN)) < 1e-9)

for (const { says, query, lunr } of DIFFERENCES) {
  test(`${says}: \`${query}\``, async () => {
    const found = await scoresOf(search, query)
    assert.ok(found.size > 0)
    assert.not.ok(isSame(found, lunrScores(query)), 'Lunr finds the same')
    if (lunr !== null) assert.ok(isSame(found, lunrScores(lunr)), `Lunr finds something else for ${lunr}`)
  })
}

test.run()

/** Counts of articles with all words and with some, what hits lack, and lists by date. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SearchRequest } from '../../src/search/types.js'
import { makeCard, makeDocument, makeRequest, makeSearch } from './memory-index.js'

const test = suite('counts')

const TEXTS = [
  ['2001-01-01', 'BUG', 'The spooler of the tray stops.'],
  ['1999-01-01', 'PRB', 'The spooler hums at the tray.'],
  ['2003-01-01', 'PRB', 'The spooler is new.'],
  ['2004-01-01', 'INFO', 'A tray is a tray.'],
  ['1998-01-01', 'INFO', 'Nothing of that kind.'],
] as const
const documents = TEXTS.map(([, , body], i) => makeDocument(10_022 + i, `Article ${i}`, body))
const cards = documents.map((document, i) =>
  makeCard(document, { modified: TEXTS[i]?.[0] ?? null, type: TEXTS[i]?.[1] ?? null }),
)
const search = await makeSearch(documents, cards)
const find = (text: string, more: Partial<SearchRequest> = {}) => search.search(makeRequest(text, more))
const withType = (type: string) => ({ product: [], type: [type], year: [], issueType: [], filed: [] })

test('tells how many articles have all words, and how many have some', async () => {
  const { total, withAll, withSome } = await find('spooler tray')
  assert.equal({ total, withAll, withSome }, { total: 4, withAll: 2, withSome: 4 })
})

test('takes words that must be there, and a single word, for all', async () => {
  assert.is((await find('+spooler +tray')).withAll, 2)
  const { withAll, withSome } = await find('spooler')
  assert.equal([withAll, withSome], [3, 3])
})

test('counts the values of filters among articles with all words', async () => {
  const { facets } = await find('spooler tray')
  assert.equal(facets.type.map(({ value, count }) => [value, count]).toSorted(), [
    ['BUG', 1],
    ['PRB', 1],
  ])
})

test('counts the values of filters among articles with some words where none that passes has all', async () => {
  const { withAll, withSome, facets } = await find('spooler tray', { filters: withType('INFO') })
  assert.equal([withAll, withSome], [0, 1])
  assert.equal(facets.type.map(({ count }) => count).toSorted(), [1, 1, 2])
})

test('lists by date the articles with all words, the newest first, and no other', async () => {
  const { hits, total } = await find('spooler tray', { sort: 'date' })
  assert.equal(
    hits.map(({ id }) => id),
    ['Q10022', 'Q10023'],
  )
  assert.is(total, 2)
})

test('lists by date the articles with the most words where none has all', async () => {
  const { hits } = await find('spooler tray hums new xylophone', { sort: 'date' })
  assert.equal(
    hits.map(({ id }) => id),
    ['Q10023'],
  )
})

test('counts the likelier spelling of a word that the archive does not have', async () => {
  assert.is((await find('spoolre tray')).withAll, 2)
})

test('does not take a synonym for the word', async () => {
  const { hits, withAll } = await find('tray stops hangs')
  assert.is(withAll, 0)
  assert.equal(hits[0]?.missing, ['hangs'])
})

test('says of each hit which words it lacks', async () => {
  const { hits } = await find('the spooler tray -hums')
  assert.equal(Object.fromEntries(hits.map(({ id, missing }) => [id, missing])), {
    Q10022: [],
    Q10024: ['tray'],
    Q10025: ['spooler'],
  })
})

test('an empty query counts all articles', async () => {
  const { withAll, withSome } = await find('')
  assert.equal([withAll, withSome], [5, 5])
})

test.run()

/** An index that says of an article what its text does not is found, whatever it gets wrong. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compareIndex, sampleArticles } from '../../src/check/compare-index.js'
import { createPrints, type Prints, toPrint } from '../../src/check/index-print.js'
import { openIndex, performReadIndex } from '../../src/check/read-index.js'
import type { SearchCard, SearchDocument } from '../../src/search/types.js'
import { makeCard, makeDocument, makeFiles } from '../search/memory-index.js'
import { parseTexts } from '../support/small-data.js'
import { makeSite } from '../support/small-site.js'

const test = suite('compare index')

/** Articles of three buckets; each has words of its own and words of all. */
const DOCUMENTS: readonly SearchDocument[] = [108_014, 108_021, 108_028, 214_864, 214_865, 300_001].map((number) =>
  makeDocument(
    number,
    `The Tallybook stops at page ${number}`,
    `Cause of it: the lathe${number} and the spindle.\nStop the spindle, then the lathe${number}, and then stop the drum.`,
    {
      sections: [
        { name: 'cause', start: 0 },
        { name: 'resolution', start: 46 + 2 },
      ],
    },
  ),
)

async function readAll(target: string, wordShards: readonly number[]): Promise<Prints> {
  const read = await performReadIndex({ target, wordShards })
  return read.type === 'read' ? read.prints : createPrints(0)
}

/** What is found in an index of `indexed` in place of DOCUMENTS. */
async function findingsIn(
  indexed: readonly SearchDocument[],
  cards?: readonly SearchCard[],
): Promise<readonly string[]> {
  const files = await makeFiles(indexed, cards)
  const site = makeSite(Object.fromEntries(files.map(({ name, bytes }) => [`search/${name}.js`, bytes])))
  const index = openIndex({ type: 'folder', directory: site })
  const { words } = await index.manifest()
  const prints = await readAll(site, [...words.keys()])
  const sample = DOCUMENTS.map((document) => ({ title: document.fields.title, print: toPrint(document) }))
  return (await compareIndex(index, prints, sample)).map(({ code, found }) => `${code} ${found}`)
}

/** DOCUMENTS with another text in the body of one. */
function withBody(number: number, change: (body: string) => string): readonly SearchDocument[] {
  return DOCUMENTS.map((document) =>
    document.number === number
      ? { ...document, fields: { ...document.fields, body: change(document.fields.body) } }
      : document,
  )
}

/** DOCUMENTS in which two have each other's text. */
function swapped(a: number, b: number): readonly SearchDocument[] {
  const of = (number: number) => DOCUMENTS.find((document) => document.number === number)
  return DOCUMENTS.map((document) => {
    const other = document.number === a ? of(b) : document.number === b ? of(a) : undefined
    return other === undefined ? document : { ...other, number: document.number }
  })
}

const CARDS = DOCUMENTS.map((document) => makeCard(document))

test('finds nothing where the index has the articles', async () => {
  assert.equal(await findingsIn(DOCUMENTS), [])
})

test('finds two articles of one bucket that have changed places', async () => {
  const found = await findingsIn(swapped(108_021, 108_028), CARDS)
  assert.ok(found.includes('index-words-differ Q108021: title, keywords, body'), found.join('\n'))
  assert.ok(found.includes('index-words-differ Q108028: title, keywords, body'))
  assert.is(found.filter((line) => line.startsWith('index-words-differ')).length, 2)
})

test('finds two articles of different buckets that have changed places', async () => {
  const found = await findingsIn(swapped(108_014, 300_001), CARDS)
  assert.is(found.filter((line) => line.startsWith('index-words-differ')).length, 2)
})

test('finds a word that is missing, also where another stands in its place', async () => {
  const found = await findingsIn(withBody(214_864, (body) => body.replace('drum', 'reel')))
  assert.equal(
    found.filter((line) => line.startsWith('index-words')),
    ['index-words-differ Q214864: body'],
  )
})

test('finds a word too many', async () => {
  const found = await findingsIn(withBody(214_865, (body) => `${body} drum`))
  assert.ok(found.includes('index-words-differ Q214865: body'))
})

test('finds a frequency that is wrong though the length is right', async () => {
  const found = await findingsIn(withBody(108_014, (body) => body.replace('stop the drum', 'drum the drum')))
  assert.equal(
    found.filter((line) => line.startsWith('index-words')),
    ['index-words-differ Q108014: body'],
  )
})

test('finds sections that begin elsewhere', async () => {
  const moved = DOCUMENTS.map((document) => ({
    ...document,
    sections: document.sections.map((section, i) => (i === 0 ? section : { ...section, start: section.start + 6 })),
  }))
  const found = await findingsIn(moved)
  assert.is(found.filter((line) => line.startsWith('index-places-differ') && line.endsWith('sections')).length, 6)
})

test('finds an article that is not in the index', async () => {
  const found = await findingsIn(DOCUMENTS.filter(({ number }) => number !== 108_021))
  assert.equal(found, ['index-differs Q108021: in none of its columns'])
})

test('finds a hit that would show the title of another article', async () => {
  const wrong = CARDS.map((card, i) => (i === 1 ? { ...card, title: 'The Tallybook sleeps' } : card))
  assert.equal(await findingsIn(DOCUMENTS, wrong), ['index-card-differs Q108021: The Tallybook sleeps'])
})

/** Words that stand in another order: every one of them is there as often as it must be. */
const NUMBERS = Array.from({ length: 200 }, (_, i) => `word${i}`)

test('finds words that stand elsewhere, and other stop words before them', async () => {
  const toDocuments = (words: readonly string[]) => [makeDocument(214_864, 'Tallybook', words.join(' '))]
  const print = async (words: readonly string[]) => toDocuments(words).map((one) => toPrint(one).prints)
  const [[right], [reversed], [stopped]] = await Promise.all([
    print(NUMBERS),
    print([...NUMBERS].reverse()),
    print(NUMBERS.map((word) => `the ${word}`)),
  ])
  assert.equal(reversed?.terms, right?.terms)
  assert.equal(stopped?.terms, right?.terms)
  assert.not.equal(reversed?.places, right?.places)
  assert.not.equal(stopped?.places, right?.places)
})

test('makes the same print of a text and of its index, places and stop words included', async () => {
  const body = NUMBERS.map((word, i) => `${i % 3 === 0 ? 'of the ' : ''}${word} net\\${word}.dll`).join(', ')
  const documents = [makeDocument(214_864, 'Tallybook of the drum', body), makeDocument(214_865, 'Copy', body)]
  const files = await makeFiles(documents)
  const site = makeSite(Object.fromEntries(files.map(({ name, bytes }) => [`search/${name}.js`, bytes])))
  const index = openIndex({ type: 'folder', directory: site })
  const prints = await readAll(site, [...(await index.manifest()).words.keys()])
  const sample = documents.map((one) => ({ title: one.fields.title, print: toPrint(one) }))
  assert.ok(
    sample.every(({ print }) => print.prints.places.some((value) => value !== 0)),
    'some places are compared',
  )
  assert.equal(await compareIndex(index, prints, sample), [])
})

test('says why an index cannot be read whose files are whole', async () => {
  const [few, many] = await Promise.all([makeFiles(DOCUMENTS.slice(0, 1)), makeFiles(DOCUMENTS)])
  const ofFew = few.find(({ name }) => name === 'extents')
  const files = many.map(({ name, bytes }) => [
    `search/${name}.js`,
    name === 'extents' ? (ofFew?.bytes ?? bytes) : bytes,
  ])
  const read = await performReadIndex({ target: makeSite(Object.fromEntries(files)), wordShards: [0] })
  assert.is(read.type, 'unreadable')
})

test('takes some articles of each bucket, by their content and not by their order', () => {
  const articles = parseTexts()
  const numbers = (all: typeof articles) => sampleArticles(all).map(({ print }) => print.number)
  assert.is(numbers(articles).length, Math.min(2, articles.length))
  assert.equal(numbers([...articles].reverse()), numbers(articles))
  assert.equal(
    sampleArticles(articles).map(({ title }) => title),
    numbers(articles).map((number) => articles.find((article) => article.number === number)?.title),
  )
})

test.run()

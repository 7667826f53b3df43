/** Phrases are exact: what they find is what a reader who goes through every word of every article finds. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isStopWord, tokenize, toParts, toTerms } from '../../src/search/analysis/analysis.js'
import { LONGEST_RUN, STOP_WORDS } from '../../src/search/analysis/stop-words.js'
import type { SearchDocument } from '../../src/search/types.js'
import fc from '../support/property.js'
import { makeDocument, makeRequest, makeSearch } from './memory-index.js'

const test = suite('phrases')

/** Stop words, words, and tokens of several words or with parts. */
const token = fc.constantFrom(
  ...['the', 'to', 'of', 'a', 'is', 'when', 'you', 'use', 'The', 'her'],
  ...['file', 'files', 'access', 'server', 'denied', 'not', 'foo', 'bar'],
  ...['foo.dll', 'the\\foo.dll', 'and/or', 'access,the', 'c:\\bar', '--', '0x80004005', 'the.', 'of\\to'],
)
/** What several articles have word for word, or nearly. */
const passage = fc.constantFrom(
  'The file server denied access to the foo when you use the bar',
  'the file server denied access to a foo when you use the bar',
  'denied access to the foo when you use the bar, the\\foo.dll is not to be a file',
)
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: token }, { weight: 1, arbitrary: passage }), { maxLength: 24 })
  .map((tokens) => tokens.join(' '))
const phrase = fc.array(token, { minLength: 1, maxLength: 5 }).map((tokens) => tokens.join(' '))

/** The words of a text one after the other; a path of stop words is one of them. Each with all by which it is known. */
function spell(words: string): readonly (readonly string[])[] {
  return tokenize(words)
    .flatMap(toParts)
    .map((part) => (part.type === 'stop' ? [part.word] : part.terms))
}

/** Whether the words of a phrase, without the stop words at its end, stand in a text in line; null of stop words only. */
function hasPhrase(words: string, sought: string): boolean | null {
  const wanted = spell(sought).map(([word = '']) => word)
  while (wanted.length > 0 && isStopWord(wanted[wanted.length - 1] ?? '')) wanted.pop()
  if (wanted.length === 0) return null
  const all = spell(words)
  return all.some((_, begin) => wanted.every((word, i) => all[begin + i]?.includes(word) === true))
}

async function found(documents: readonly SearchDocument[], query: string): Promise<readonly number[]> {
  const { hits } = await (await makeSearch(documents)).search(makeRequest(query))
  return hits.map(({ number }) => number).sort((a, b) => a - b)
}

const RUNS = 400

test('a phrase finds the articles in whose title or body its words stand in line, stop words too', async () => {
  let [compared, withHits] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 6 }),
      phrase,
      async (texts, sought) => {
        const documents = texts.map(({ title, body }, i) => makeDocument(10_000 + 300 * i, title, body))
        const fields = (document: SearchDocument) => [document.fields.title, document.fields.body]
        const answers = documents.map((document) => fields(document).map((words) => hasPhrase(words, sought)))
        if (answers.flat().includes(null)) return
        const expected = documents.filter((_, i) => answers[i]?.includes(true)).map(({ number }) => number)
        assert.equal(await found(documents, `"${sought}"`), expected, sought)
        compared += 1
        if (expected.length > 0) withHits += 1
      },
    ),
    { numRuns: RUNS },
  )
  assert.ok(compared > RUNS / 2, `compared ${compared} of ${RUNS} phrases`)
  assert.ok(withHits > RUNS / 20, `${withHits} of ${RUNS} phrases were found`)
})

const BODIES = [
  'You have access to file shares.',
  'You have access to the file.',
  'You have access the file.',
  'Access file servers. The',
]
const articles = BODIES.map((body, i) => makeDocument(10_001 + i, `Note ${i}`, body))

test('a phrase tells one stop word between its words from another, and from none', async () => {
  assert.equal(await found(articles, '"access to file"'), [10_001])
  assert.equal(await found(articles, '"access to the file"'), [10_002])
  assert.equal(await found(articles, '"access the file"'), [10_003])
  assert.equal(await found(articles, '"access file"'), [10_004])
})

test('stop words before the first word of a phrase must be there', async () => {
  assert.equal(await found(articles, '"the file"'), [10_002, 10_003])
  assert.equal(await found(articles, '"to the file"'), [10_002])
})

test('a phrase with a minus leaves out the articles that have it, and no others', async () => {
  assert.equal(await found(articles, 'access -"access to file"'), [10_002, 10_003, 10_004])
})

test('a phrase combines with words', async () => {
  assert.equal(await found(articles, '"access the file" +note'), [10_003])
  assert.equal(await found(articles, '"the file" -"to the file"'), [10_003])
})

test('no phrase goes from one field to another', async () => {
  const split = [makeDocument(10_001, 'Access to the', 'file server')]
  assert.equal(await found(split, '"access to the file"'), [])
  assert.equal(await found(split, '"the file"'), [])
})

test('a phrase goes over the end of a section, and is where its first word is that is no stop word', async () => {
  const body = 'The printer is\nthe server.\n'
  const sections = [
    { name: 'symptoms', start: 0 },
    { name: 'cause', start: 15 },
  ] as const
  const own = [makeDocument(10_001, 'Queue', body, { sections })]
  assert.equal(await found(own, '"printer is the server"'), [10_001])
  assert.equal(await found(own, 'in:symptoms "the printer is the server"'), [10_001])
  assert.equal(await found(own, 'in:cause "is the server"'), [10_001])
  assert.equal(await found(own, 'in:symptoms "is the server"'), [])
})

test('stop words that a phrase ends with are said to be left out, those inside are not', async () => {
  const search = await makeSearch(articles)
  const leftOut = async (query: string) => (await search.search(makeRequest(query))).leftOut.map(({ text }) => text)
  assert.equal(await leftOut('"access to the"'), ['to', 'the'])
  assert.equal(await leftOut('"to the file"'), [])
  assert.equal(await leftOut('"to be or not to be"'), ['to', 'be'])
  assert.equal(await leftOut('"to be or to be"'), ['to', 'be', 'or'])
})

test('more stop words in a row than are kept are neither a shorter run nor an error', async () => {
  const long = 'the '.repeat(LONGEST_RUN + 9)
  const own = [makeDocument(10_001, 'Queue', `access ${long} file`), makeDocument(10_002, 'Queue', 'access the file')]
  assert.equal(await found(own, '"access the file"'), [10_002])
  assert.equal(await found(own, '"the the file"'), [10_001])
})

test('every stop word of the list is one, and stands for itself', () => {
  assert.is(new Set(STOP_WORDS).size, STOP_WORDS.length)
  for (const word of STOP_WORDS) assert.equal(toTerms(word).words, [word])
})

test.run()

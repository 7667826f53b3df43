/**
 * The promise of the index: for every query of Lunr's language the hits and scores are those of one `lunr.Index`, but for the
 * differences listed in `lunr-differences.ts`.
 */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import fc from '../support/property.js'
import { compareAll } from './exactness.js'
import { makeDocument, makeLunrIndex, makeSearch } from './memory-index.js'

const test = suite('exactness')

const WORDS = [
  'printer',
  'printing',
  'print',
  'driver',
  'drivers',
  'server',
  'serve',
  'net',
  'nets',
  'fax',
  'faxes',
  'the',
]
const NAMES = [
  'mfc42.dll',
  'mfc42u.dll',
  '0x80004005',
  'autoexec.bat',
  'c++',
  'nt4.0',
  'system\\current',
  'a/b',
  '1309',
]
const word = fc.constantFrom(...WORDS, ...NAMES)
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const documents = fc
  .array(fc.record({ title: text, body: text, keywords: text, product: text }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((fields, i) => ({ ...makeDocument(10_022 + i * 397, '', ''), fields })))

/** A term of the query language: `+title:prin*^2`. */
const term = fc
  .tuple(
    fc.constantFrom('', '', '', '+', '-'),
    fc.constantFrom('', '', '', 'title:', 'body:', 'keywords:', 'product:'),
    fc.constantFrom(...WORDS, 'mfc42.dll', '0x80004005', 'pritner', 'srever', 'zebra'),
    fc.constantFrom('none', 'none', 'prefix', 'suffix', 'infix', 'all', 'edit1', 'edit2', 'boost'),
    fc.nat(3),
  )
  .map(([sign, field, base, form, at]) => `${sign}${field}${inForm(base, form, at)}`)
  // A required stop word is an error in Lunr, or finds nothing; here it is ignored.
  .filter((typed) => !STOP_WORD_REQUIRED.test(typed))

const STOP_WORD_REQUIRED = /^\+.*the/

function inForm(base: string, form: string, at: number): string {
  switch (form) {
    case 'prefix':
      return `${base.slice(0, 1 + at)}*`
    case 'suffix':
      return `*${base.slice(at)}`
    case 'infix':
      return `${base.slice(0, at)}*${base.slice(at + 1)}`
    case 'all':
      return '*'
    case 'edit1':
      return `${base}~1`
    case 'edit2':
      return `${base}~2`
    case 'boost':
      return `${base}^${at}`
    default:
      return base
  }
}

const query = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => terms.join(' '))

const RUNS = 40
const QUERIES_A_RUN = 8

test('random documents and queries of every operator give the hits and scores of lunr.Index', async () => {
  let [compared, withHits] = [0, 0]
  const queries = fc.array(query, { minLength: QUERIES_A_RUN, maxLength: QUERIES_A_RUN })
  await fc.assert(
    fc.asyncProperty(documents, queries, async (list, asked) => {
      const counts = await compareAll(await makeSearch(list), makeLunrIndex(list), asked)
      compared += counts.compared
      withHits += counts.withHits
    }),
    { numRuns: RUNS },
  )
  const all = RUNS * QUERIES_A_RUN
  assert.ok(compared > all / 2, `compared ${compared} of ${all} queries`)
  assert.ok(withHits > all / 4, `${withHits} of ${all} queries had hits`)
})

test('a stop word in a field that must be there excludes no article, as in Lunr', async () => {
  const list = [
    ['Printer queue', 'the printer', 'printer'],
    ['Fax', 'the driver of the fax', 'the'],
    ['Server', 'the printer', ''],
  ].map(([title = '', body = '', keywords = ''], i) =>
    makeDocument(10_022 + i * 397, '', '', { fields: { title, body, keywords, product: '' } }),
  )
  const queries = [
    'keywords:printer keywords:the',
    'keywords:the keywords:printer',
    'keywords:the printer',
    'keywords:the^3 printer -body:the',
    'keywords:the',
  ]
  const { compared, withHits } = await compareAll(await makeSearch(list), makeLunrIndex(list), queries)
  assert.equal([compared, withHits], [5, 4])
})

test.run()

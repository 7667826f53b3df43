/**
 * The promise of the index: for every query of Lunr's language the hits and scores are those of one `lunr.Index`, but for the
 * differences listed in `lunr-differences.ts`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type lunr from 'lunr'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseArticle } from '../../src/article/parse.js'
import { toSearchDocument } from '../../src/search/analysis/documents.js'
import type { Search } from '../../src/search/engine.js'
import type { SearchDocument } from '../../src/search/types.js'
import fc from '../support/property.js'
import { asLunr } from './lunr-differences.js'
import { makeDocument, makeLunrIndex, makeSearch, scoresOf } from './memory-index.js'

const test = suite('exactness')

const TOLERANCE = 1e-9

/** Compares all hits and scores; false for a query that Lunr refuses, which says nothing. */
async function compares(search: Search, oracle: lunr.Index, query: string): Promise<boolean> {
  const asked = asLunr(query)
  const expected = asked === null ? null : lunrScores(oracle, asked)
  if (expected === null) return false
  const found = await scoresOf(search, query)
  assert.equal([...found.keys()].sort(), [...expected.keys()].sort(), query)
  for (const [id, score] of expected) {
    assert.ok(Math.abs(score - (found.get(id) ?? Number.NaN)) < TOLERANCE, `${query}: ${id} ${score} ${found.get(id)}`)
  }
  return true
}

/** Compares each query; says how many said something, and how many of those had hits. */
async function compareAll(search: Search, oracle: lunr.Index, queries: readonly string[]) {
  let [compared, withHits] = [0, 0]
  for (const query of queries)
    if (await compares(search, oracle, query)) {
      compared += 1
      if ((await scoresOf(search, query)).size > 0) withHits += 1
    }
  return { compared, withHits }
}

function lunrScores(oracle: lunr.Index, query: string): ReadonlyMap<string, number> | null {
  try {
    return new Map(oracle.search(query).map(({ ref, score }) => [ref, score]))
  } catch {
    return null
  }
}

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

/** 5,005 real articles, where they are. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/md.tar.xz', import.meta.url))

const REAL_QUERIES = [
  ...[
    'windows nt service',
    'general protection fault',
    'the printer',
    'mfc42.dll',
    '0x80004005',
    'C++',
    'quickc link error',
  ],
  ...[
    '+windows +print',
    '+windows -nt',
    'title:basic body:screen',
    'keywords:kbprint',
    'product:exchange^3 server',
    '-windows',
  ],
  ...[
    'prot*',
    '*basic',
    'w*s',
    'title:e*',
    'printr~1',
    'qbasik~2 editor',
    '+compiler~1 -error',
    'os/2 memory^10 model',
  ],
]

if (existsSync(CORPUS)) {
  test('5,000 real articles give the hits and scores of lunr.Index', async () => {
    const list = readRealDocuments()
    assert.ok(list.length > 5_000)
    const [search, oracle] = [await makeSearch(list), makeLunrIndex(list)]
    const { compared, withHits } = await compareAll(search, oracle, REAL_QUERIES)
    assert.is(compared, REAL_QUERIES.length)
    assert.is(withHits, REAL_QUERIES.length)
  })
} else process.stdout.write('exactness: left out the real articles, ../shared/corpus is not there\n')

function readRealDocuments(): readonly SearchDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'kb-exactness-'))
  try {
    execFileSync('tar', ['-xJf', CORPUS, '-C', folder])
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    const documents = files.map((name) => {
      const raw = { form: 'md', name, bytes: readFileSync(join(folder, name)), sha256: '' } as const
      return toSearchDocument(parseArticle(raw))
    })
    return documents.sort((a, b) => a.number - b.number)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.run()

/** The promise of the index, on real articles where they lie beside the project. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseArticle } from '../../src/article/parse.js'
import { toSearchDocument } from '../../src/search/analysis/documents.js'
import type { SearchDocument } from '../../src/search/types.js'
import { findCorpus, findTool } from '../support/tool.js'
import { compareAll } from './exactness.js'
import { makeLunrIndex, makeSearch } from './memory-index.js'

const test = suite('exactness on the corpus')

/** 5,005 real articles, where they are. */
const corpus = findCorpus()

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

if (corpus !== null && findTool('xz', 'xz-utils') !== null) {
  test('5,000 real articles give the hits and scores of lunr.Index', async () => {
    const list = readRealDocuments(corpus)
    assert.ok(list.length > 5_000)
    const [search, oracle] = [await makeSearch(list), makeLunrIndex(list)]
    const { compared, withHits } = await compareAll(search, oracle, REAL_QUERIES)
    assert.is(compared, REAL_QUERIES.length)
    assert.is(withHits, REAL_QUERIES.length)
  })
}

function readRealDocuments(folderOfCorpus: string): readonly SearchDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'kb-exactness-'))
  try {
    execFileSync('tar', ['-xJf', join(folderOfCorpus, 'md.tar.xz'), '-C', folder])
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

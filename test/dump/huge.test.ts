/** Articles and files of absurd size: read, or named as too large; never held more often than needed. Made here, as big as they are. */
import { ftruncateSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkLossless } from '../../src/article/lossless.js'
import { parseArticle } from '../../src/article/parse.js'
import { renderBody } from '../../src/render/body/body.js'
import { printHtml } from '../../src/render/print-html.js'
import { makeScratch, toRawText } from '../support/small-dump.js'
import { readAll, readBytes, skippedOnce, toZip } from './tiny-archives.js'

const huge = suite('huge inputs')

const COLUMNS = Array.from({ length: 5000 }, (_, column) => `value${column}`)

for (const [title, text] of Object.entries({
  '100,000 headings': 'Heading\n-------\n\nText.\n\n'.repeat(100_000),
  '4,000 levels of nesting': Array.from({ length: 4000 }, (_, depth) => `${' '.repeat(depth)}- level ${depth}\n`).join(
    '',
  ),
  'steps in 2,000 levels': Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(3 * depth)}1. step\n`).join(''),
  'a table of 5,000 columns': `${[COLUMNS, COLUMNS.map(() => '------'), COLUMNS].map((row) => `   ${row.join('  ')}`).join('\n')}\n`,
  'a box of 5,000 columns': `${[COLUMNS, COLUMNS.map(() => '------'), COLUMNS].map((row) => `|${row.join('|')}|`).join('\n')}\n`,
  '100,000 references': '   Q100001 Title of an article\n'.repeat(100_000),
}))
  huge(`with ${title} lose nothing, and have a page`, () => {
    const raw = toRawText({ number: 214_864, text })
    const article = parseArticle({ form: 'txt', name: 'a', bytes: Buffer.from(raw), sha256: '' })
    assert.equal(checkLossless(raw, article), [])
    const page = printHtml(renderBody(article, { root: '../../../', targets: new Map() }))
    assert.ok(page.length > 100)
  })

/** A file of 2 GB that takes no room: an article, or nothing, and then nothing more. */
function makeSparseFile(path: string, head: string): void {
  const file = openSync(path, 'w')
  writeSync(file, head)
  ftruncateSync(file, 2_147_483_648)
}

huge('files of 2 GB are named, and not read but for their beginning', async () => {
  const folder = makeScratch()
  makeSparseFile(join(folder, 'article.txt'), toRawText({ number: 214_864 }))
  makeSparseFile(join(folder, 'zeros.bin'), '')
  assert.equal(await readAll([folder]), {
    articles: [],
    skipped: [skippedOnce('not-an-article', 'zeros.bin'), skippedOnce('too-large', 'article.txt')],
  })
})

huge('archives of 60,000 empty files cost nothing but their counting', async () => {
  const empty = Array.from({ length: 60_000 }, (_, index) => ({
    name: `${index}`,
    content: '',
    method: 'stored' as const,
  }))
  const { articles, skipped } = await readBytes(
    'kb.zip',
    toZip([...empty, { name: 'a', content: toRawText({ number: 1 }) }]),
  )
  assert.equal(articles, ['1 a'])
  assert.equal(
    skipped.map(({ reason, count, names }) => [reason, count, names.length]),
    [['not-an-article', 60_000, 10]],
  )
})

huge('archives in archives are opened at no depth', async () => {
  let bytes = toZip([{ name: 'a.txt', content: toRawText({ number: 1 }) }])
  for (let depth = 0; depth < 50; depth++) bytes = toZip([{ name: `${depth}.zip`, content: bytes }])
  assert.equal((await readBytes('kb.zip', bytes)).skipped, [skippedOnce('archive-inside', '49.zip')])
})

huge.run()

/** Folders as strangers leave them: links, loops, pipes, what may not be read, what is gone when it is read. */
import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readFiles } from '../../src/dump/read-dump.js'
import { FileReader } from '../../src/dump/read-file.js'
import { walkSlices } from '../../src/dump/walk.js'
import { makeScratch, toRawText, writeDump } from '../support/small-dump.js'
import { readAll, skippedOnce } from './tiny-archives.js'

const folders = suite('folders')

const ARTICLE = toRawText({ number: 100_101 })
const ARTICLES = ['100101 good.txt']

/** A folder with one good article in it. */
function makeFolder(): string {
  const folder = makeScratch()
  writeDump(folder, { 'good.txt': ARTICLE })
  return folder
}

folders('have their links named and not followed', async () => {
  const [folder, other] = [makeFolder(), makeFolder()]
  symlinkSync(join(other, 'good.txt'), join(folder, 'file'))
  symlinkSync(other, join(folder, 'folder'))
  symlinkSync('/nowhere', join(folder, 'nowhere'))
  const skipped = [{ reason: 'link' as const, count: 3, names: ['file', 'folder', 'nowhere'] }]
  assert.equal(await readAll([folder]), { articles: ARTICLES, skipped })
})

folders('that link to themselves are read once', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'a/b'), { recursive: true })
  symlinkSync(folder, join(folder, 'a/b/loop'))
  symlinkSync('self', join(folder, 'self'))
  assert.equal(await readAll([folder]), {
    articles: ARTICLES,
    skipped: [{ reason: 'link', count: 2, names: ['a/b/loop', 'self'] }],
  })
})

folders('may be named by a link, and a hard link is a file like any other', async () => {
  const folder = makeFolder()
  const link = join(makeScratch(), 'link')
  symlinkSync(folder, link)
  linkSync(join(folder, 'good.txt'), join(folder, 'hard.txt'))
  assert.equal(await readAll([link]), { articles: [...ARTICLES, '100101 hard.txt'], skipped: [] })
})

if (process.platform !== 'win32')
  folders('with pipes in them are read without waiting for a writer', async () => {
    const folder = makeFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    assert.equal(await readAll([folder]), { articles: ARTICLES, skipped: [skippedOnce('special', 'pipe')] })
    const [swapped] = readFiles(folder, ['pipe'], new FileReader(1000))
    assert.equal(swapped, { name: 'pipe', type: 'skipped', reason: 'special' }, 'a file that has become a pipe')
  })

folders('whose files become links or vanish between listing and reading are read on', () => {
  const folder = makeFolder()
  writeDump(folder, { 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'c.txt': ARTICLE })
  const names = [...walkSlices(folder, 100, () => {})].flat()
  rmSync(join(folder, 'a.txt'))
  rmSync(join(folder, 'b.txt'))
  symlinkSync('/etc/passwd', join(folder, 'b.txt'))
  truncateSync(join(folder, 'c.txt'))
  const read = [...readFiles(folder, names, new FileReader(100_000))]
  assert.equal(
    read.map((file) => (file.type === 'read' ? file.bytes.length : file.reason)),
    ['vanished', 'link', 0, ARTICLE.length],
  )
})

/** Permissions do not hold an administrator back. */
if (process.getuid !== undefined && process.getuid() !== 0)
  folders('with files and folders that may not be read give the rest', async () => {
    const folder = makeFolder()
    writeDump(folder, { 'file.txt': ARTICLE, 'inner/file.txt': ARTICLE })
    chmodSync(join(folder, 'file.txt'), 0)
    chmodSync(join(folder, 'inner'), 0)
    const reading = await readAll([folder])
    chmodSync(join(folder, 'inner'), 0o755)
    const skipped = [{ reason: 'unreadable' as const, count: 2, names: ['file.txt', 'inner/'] }]
    assert.equal(reading, { articles: ARTICLES, skipped })
  })

if (process.platform === 'linux')
  folders('with names that are no UTF-8 say so, and read names with the sign for that', async () => {
    const folder = makeFolder()
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('\xdcbersicht.txt', 'latin1')])
    writeFileSync(name, ARTICLE)
    writeDump(folder, { '\ufffd.txt': ARTICLE })
    assert.equal(await readAll([folder]), {
      articles: [...ARTICLES, '100101 \ufffd.txt'],
      skipped: [skippedOnce('name-bytes', '\ufffdbersicht.txt')],
    })
  })

folders('with odd names are read', async () => {
  const folder = makeScratch()
  const names = ['CON', 'SAME.TXT', 'same.txt', 'a\u001b[2J\nb.txt', ' ', '\u202etxt', `${'x'.repeat(200)}.txt`, '-rf']
  writeDump(folder, Object.fromEntries(names.map((name) => [name, ARTICLE])))
  const { articles, skipped } = await readAll([folder])
  assert.equal(articles.map((article) => article.slice(7)).sort(), [...names].sort())
  assert.equal(skipped, [])
})

folders('are read to hundreds of levels of depth', async () => {
  const folder = makeFolder()
  const deep = 'd/'.repeat(500)
  writeDump(folder, { [`${deep}deep.txt`]: ARTICLE })
  assert.is((await readAll([folder])).articles.length, 2)
})

folders('give no more files than they may', async () => {
  const folder = makeScratch()
  for (let index = 0; index < 20; index++) writeDump(folder, { [`${10 + index}.txt`]: ARTICLE })
  const { articles, skipped } = await readAll([folder], { maxFiles: 5 })
  assert.is(articles.length, 5)
  assert.equal(skipped, [skippedOnce('too-many-files', '15.txt')])
})

folders('are read in an order of their own, which is the same everywhere', () => {
  const folder = makeScratch()
  for (const name of ['b/2.txt', 'a.txt', 'B.txt', 'b/1.txt', 'b.txt']) writeDump(folder, { [name]: ARTICLE })
  assert.equal([...walkSlices(folder, 2, () => {})], [['B.txt', 'a.txt'], ['b.txt', 'b/1.txt'], ['b/2.txt']])
})

folders.run()

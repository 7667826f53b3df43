/** Archives give what the folder gives that they were made of; what is wrong in them is named, and the rest is read. */
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DEFAULT_LIMITS } from '../../src/dump/limits.js'
import { readDump } from '../../src/dump/read-dump.js'
import { findSources } from '../../src/dump/sources.js'
import { makeScratch, SMALL_DUMP, toRawText, writeDump } from '../support/small-dump.js'
import { readBytes, skippedOnce, toTar, toZip } from './tiny-archives.js'

const archives = suite('archives')

const FILES = Object.entries(SMALL_DUMP).map(([name, content]) => ({ name, content }))
const GOOD = { name: 'good.txt', content: toRawText({ number: 100_101 }) }
const NEXT = { name: 'next.txt', content: toRawText({ number: 100_102 }) }
const READ = ['100101 good.txt', '100102 next.txt']
const FIRST = ['100101 good.txt']
const SECOND = ['100102 next.txt']

/** A line an article: its form, number, date, file and the checksum of its bytes. */
async function listArticles(name: string, bytes: Buffer | null): Promise<string[]> {
  const folder = makeScratch()
  writeDump(folder, bytes === null ? SMALL_DUMP : { [name]: bytes })
  const sources = findSources([bytes === null ? folder : join(folder, name)])
  const lines: string[] = []
  const complain = ({ name, reason }: { readonly name: string; readonly reason: string }) => {
    throw new Error(`${name}: ${reason}`)
  }
  for await (const { bytes, ...article } of readDump(sources, DEFAULT_LIMITS, complain)) {
    assert.is(article.sha256, hash('sha256', bytes, 'hex'))
    lines.push(JSON.stringify(article))
  }
  return lines.sort()
}

archives('of every kind give the same articles as the folder', async () => {
  const folder = await listArticles('', null)
  assert.is(folder.length, 8)
  const tar = await toTar(FILES)
  assert.equal(await listArticles('deflated.zip', toZip(FILES)), folder)
  assert.equal(await listArticles('stored.zip', toZip(FILES.map((file) => ({ ...file, method: 'stored' })))), folder)
  assert.equal(await listArticles('kb.tar', tar), folder)
  assert.equal(await listArticles('kb.tar.gz', gzipSync(tar)), folder)
  assert.equal(await listArticles('not-by-its-name.txt', gzipSync(tar)), folder)
})

archives('inside a source are named and not read', async () => {
  const inner = toZip([NEXT])
  const tgz = gzipSync(await toTar([NEXT]))
  const expected = { articles: FIRST, skipped: [{ reason: 'archive-inside', count: 2, names: ['a.zip', 'b.tgz'] }] }
  const files = [GOOD, { name: 'a.zip', content: inner }, { name: 'b.tgz', content: tgz }]
  assert.equal(await readBytes('kb.zip', toZip(files)), expected)
  assert.equal(await readBytes('kb.tar', await toTar(files)), expected)
})

/** Names that would leave a folder, or that some system cannot have; to read an article none of them matters. */
const HOSTILE_NAMES = [
  '../../escape.txt',
  '/etc/absolute.txt',
  'C:\\Windows\\drive.txt',
  '..\\..\\backslash.txt',
  '\\\\server\\share\\unc.txt',
  'CON',
  'aux.txt',
  'same.txt',
  'SAME.TXT',
  'same.txt',
  `${'long/'.repeat(40)}${'x'.repeat(300)}.txt`,
  'esc\u001b[2J.txt',
  'line\nbreak.txt',
  '__proto__',
  '\u202etxt.exe',
]

archives('are read whatever their files are called', async () => {
  const files = HOSTILE_NAMES.map((name, index) => ({ name, content: toRawText({ number: 100_200 + index }) }))
  const numbers = files.map((_, index) => String(100_200 + index))
  for (const [name, bytes] of [
    ['kb.zip', toZip(files)],
    ['kb.tar', await toTar(files)],
  ] as const) {
    const { articles, skipped } = await readBytes(name, bytes)
    assert.equal(skipped, [])
    assert.equal(
      articles.map((article) => article.slice(0, 6)),
      numbers,
    )
  }
})

archives('have their links and devices skipped', async () => {
  const tar = await toTar([
    { name: 'soft', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'hard', type: 'link', linkname: '../../etc/passwd' },
    { name: 'null', type: 'character-device', devmajor: 1, devminor: 3 },
    { name: 'pipe', type: 'fifo' },
    GOOD,
  ])
  assert.equal(await readBytes('kb.tar', tar), {
    articles: FIRST,
    skipped: [
      { reason: 'link', count: 2, names: ['hard', 'soft'] },
      { reason: 'special', count: 2, names: ['null', 'pipe'] },
    ],
  })
  const zip = toZip([{ name: 'soft', content: '/etc/passwd', mode: 0o120777 }, GOOD])
  assert.equal(await readBytes('kb.zip', zip), { articles: FIRST, skipped: [skippedOnce('link', 'soft')] })
})

archives('are read around a wrong checksum, a wrong size, an encrypted file and an unknown packing', async () => {
  const bad = { ...GOOD, name: 'bad.txt' }
  for (const [reason, file] of [
    ['damaged', { ...bad, crc: 1 }],
    ['damaged', { ...bad, size: 5 }],
    ['damaged', { ...bad, size: 5_000_000 }],
    ['damaged', { ...bad, method: 'stored', size: 5 }],
    ['damaged', { ...bad, content: 'no deflated text', method: 'stored', methodNumber: 8 }],
    ['encrypted', { ...bad, flags: 1 }],
    ['packing', { ...bad, methodNumber: 9 }],
  ] as const)
    assert.equal(await readBytes('kb.zip', toZip([GOOD, file, NEXT])), {
      articles: READ,
      skipped: [skippedOnce(reason, 'bad.txt')],
    })
})

archives('give nothing of a ZIP whose end is cut off, and what stands before a break in its directory', async () => {
  const zip = toZip([GOOD, NEXT])
  const cut = await readBytes('kb.zip', zip.subarray(0, zip.length - 30))
  assert.equal(cut, { articles: [], skipped: [skippedOnce('damaged', 'kb.zip (its beginning)')] })
  zip[zip.lastIndexOf('PK\x01\x02')] = 0
  assert.equal(await readBytes('kb.zip', zip), {
    articles: FIRST,
    skipped: [skippedOnce('damaged', 'kb.zip (after good.txt)')],
  })
})

archives('give what stands before the place where a TAR is cut', async () => {
  const tar = await toTar([GOOD, NEXT])
  const next = tar.indexOf('next.txt')
  const skipped = [skippedOnce('damaged', 'kb (after good.txt)')]
  for (const length of [next, next + 100, next + 512, next + 700])
    for (const bytes of [tar.subarray(0, length), gzipSync(tar.subarray(0, length)), cutGzip(tar, length)])
      assert.equal(await readBytes('kb', bytes), { articles: FIRST, skipped }, `${length}`)
})

archives('tell of a TAR that is cut between its last file and its end', async () => {
  const tar = await toTar([GOOD, NEXT])
  const cut = tar.subarray(0, tar.length - 1024)
  const skipped = [skippedOnce('damaged', 'kb (after next.txt)')]
  assert.equal(await readBytes('kb', cut), { articles: READ, skipped })
  assert.equal(await readBytes('kb', cutGzip(tar, cut.length)), { articles: READ, skipped })
})

/** A GZIP stream that ends, without its last block and checksum, after the first `length` bytes. */
function cutGzip(bytes: Buffer, length: number): Buffer {
  const empty = gzipSync('')
  return Buffer.concat([
    gzipSync(bytes.subarray(0, length), { level: 0 }).subarray(0, -8),
    empty.subarray(empty.length),
  ])
}

archives('give what stands before a TAR header that is wrong', async () => {
  const tar = await toTar([GOOD, NEXT])
  tar[tar.indexOf('next.txt')] = 0x41
  assert.equal(await readBytes('kb.tar', tar), {
    articles: FIRST,
    skipped: [skippedOnce('damaged', 'kb.tar (after good.txt)')],
  })
})

archives('that are no archive after their first bytes are named', async () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1000, 7)])
  assert.equal((await readBytes('kb', zip)).skipped, [skippedOnce('damaged', 'kb (its beginning)')])
  const gzip = Buffer.concat([Buffer.from('\x1f\x8b', 'latin1'), Buffer.alloc(1000, 7)])
  assert.equal((await readBytes('kb', gzip)).skipped, [skippedOnce('damaged', 'kb (its beginning)')])
})

const MB = 1_048_576
const BOMB = { name: 'bomb.txt', content: Buffer.alloc(200 * MB) }

/** Memory that the process holds beyond what it held, in MB, at the most that `work` shows between two turns. */
async function measureMemory(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  await work()
  clearInterval(timer)
  return (Math.max(most, process.memoryUsage().rss) - before) / MB
}

archives('cut a file of 200 MB of zeros at the limit and never hold it whole', async () => {
  const zip = toZip([BOMB, GOOD])
  const tgz = gzipSync(await toTar([BOMB, GOOD]))
  for (const bytes of [zip, tgz]) {
    assert.ok(bytes.length < MB)
    const used = await measureMemory(async () => {
      const reading = await readBytes('kb', bytes, { maxFileBytes: MB })
      assert.equal(reading, { articles: FIRST, skipped: [skippedOnce('not-an-article', 'bomb.txt')] })
    })
    assert.ok(used < 100, `${used} MB`)
  }
})

archives('name a file beyond the limit that would be an article', async () => {
  const large = { name: 'large.txt', content: toRawText({ number: 100_103, text: 'x'.repeat(2 * MB) }) }
  const expected = { articles: FIRST, skipped: [skippedOnce('too-large', 'large.txt')] }
  assert.equal(await readBytes('kb.zip', toZip([large, GOOD]), { maxFileBytes: MB }), expected)
  assert.equal(await readBytes('kb.tar', await toTar([large, GOOD]), { maxFileBytes: MB }), expected)
})

archives('that lie about the size of a file are unpacked no further than it', async () => {
  const zip = toZip([{ ...BOMB, size: 10 }])
  const used = await measureMemory(async () => {
    const { skipped } = await readBytes('kb.zip', zip)
    assert.equal(skipped, [skippedOnce('damaged', 'bomb.txt')])
  })
  assert.ok(used < 100, `${used} MB`)
})

archives('are left where they have unpacked to more than an archive may', async () => {
  const pad = { name: 'pad.txt', content: Buffer.alloc(MB) }
  const limits = { maxArchiveBytes: MB / 2 }
  assert.equal((await readBytes('kb.zip', toZip([GOOD, pad, NEXT]), limits)).skipped, [
    skippedOnce('not-an-article', 'pad.txt'),
    skippedOnce('archive-too-large', 'next.txt'),
  ])
  const tar = await toTar([GOOD, pad, NEXT])
  assert.equal(await readBytes('kb.tgz', gzipSync(tar), limits), {
    articles: FIRST,
    skipped: [skippedOnce('archive-too-large', 'kb.tgz (after good.txt)')],
  })
})

archives('count damaged files too against what they may unpack to', async () => {
  const pad = { name: 'pad.txt', content: Buffer.alloc(MB), crc: 1 }
  const { skipped } = await readBytes('kb.zip', toZip([pad, NEXT]), { maxArchiveBytes: MB / 2 })
  assert.equal(skipped, [skippedOnce('archive-too-large', 'next.txt'), skippedOnce('damaged', 'pad.txt')])
})

archives('give no more files than they may', async () => {
  const files = Array.from({ length: 50 }, (_, index) => ({ name: `${index}.txt`, content: GOOD.content }))
  const expected = {
    articles: ['100101 0.txt', '100101 1.txt', '100101 2.txt'],
    skipped: [skippedOnce('too-many-files', '3.txt')],
  }
  assert.equal(await readBytes('kb.zip', toZip(files), { maxFiles: 3 }), expected)
  assert.equal(await readBytes('kb.tar', await toTar(files), { maxFiles: 3 }), expected)
})

archives('of no file at all are no error', async () => {
  assert.equal(await readBytes('kb.zip', toZip([])), { articles: [], skipped: [] })
  assert.equal(await readBytes('kb.zip', toZip([{ ...GOOD, content: '' }, NEXT])), {
    articles: SECOND,
    skipped: [skippedOnce('not-an-article', 'good.txt')],
  })
})

archives.run()

/** Files of odd bytes: what is an article is read as well as can be, what is none is named, nothing throws. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseArticle } from '../../src/article/parse.js'
import { DEFAULT_LIMITS } from '../../src/dump/limits.js'
import { readDump } from '../../src/dump/read-dump.js'
import { findSources } from '../../src/dump/sources.js'
import { makeScratch, toPageText, toRawText, writeDump } from '../support/small-dump.js'
import { readAll, readBytes, skippedOnce } from './tiny-archives.js'

const odd = suite('odd files')

const TEXT = toRawText({ number: 214_864, title: 'The printer hums' })

/** Reads a folder of one file and parses what is in it. */
async function parseBytes(bytes: string | Buffer) {
  const folder = makeScratch()
  writeDump(folder, { 'a.txt': bytes })
  for await (const raw of readDump(findSources([folder]), DEFAULT_LIMITS, () => {})) return parseArticle(raw)
  throw new Error('no article')
}

for (const [title, bytes] of Object.entries<string | Buffer>({
  empty: '',
  'of blank lines': '\r\n\r\n\r\n',
  'of zeros': Buffer.alloc(100_000),
  'of every byte': Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 7) & 255)),
  'of a header and no number': 'DOCUMENT:Q../../x  11-JUN-2001\r\nTITLE   :x\r\n',
  'of a number that no article has': 'DOCUMENT:Q99999999  11-JUN-2001\r\nTITLE   :x\r\n',
}))
  odd(`${title} are named and skipped`, async () => {
    const folder = makeScratch()
    writeDump(folder, { 'a.txt': bytes })
    assert.equal(await readAll([folder]), { articles: [], skipped: [skippedOnce('not-an-article', 'a.txt')] })
  })

for (const [title, bytes, reason] of [
  ['a letter that quotes an article', TEXT.replace(/^/gm, '> '), 'quotation'],
  ['source code with an article in a comment', TEXT.replace(/^/gm, '// '), 'quotation'],
  ['a 7z archive', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 'archive-unread'],
  ['a rar archive', 'Rar!\x1a\x07', 'archive-unread'],
] as const)
  odd(`${title} is named as what it is`, async () => {
    const folder = makeScratch()
    writeDump(folder, { 'a.txt': bytes })
    assert.equal(await readAll([folder]), { articles: [], skipped: [skippedOnce(reason, 'a.txt')] })
  })

for (const [title, bytes] of Object.entries<string | Buffer>({
  'of UTF-16, little end first': Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  'of UTF-16, big end first': Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(),
  'of UTF-8 with its mark': `\ufeff${TEXT}`,
  'of lines that end with CR': TEXT.replaceAll('\r\n', '\r'),
  'of lines that end with LF': TEXT.replaceAll('\r\n', '\n'),
  'without an end of line at the end': TEXT.trimEnd(),
  'with NULs in the body': TEXT.replace('says that', 'says\0\0\0 that'),
  'with bytes that are no UTF-8': Buffer.from(TEXT.replace('says that', 'says \xff\xfe\x81 that'), 'latin1'),
  'with an end of file from DOS': `${TEXT}\u001a`,
  'with a page feed in front': `\f${TEXT}`,
  'with 60 KB of other text in front': `${'KEYWORDS: none\r\n'.repeat(4000)}${TEXT}`,
}))
  odd(`${title} are read`, async () => {
    const article = await parseBytes(bytes)
    assert.is(article.number, 214_864)
    assert.is(article.title, 'The printer hums')
    assert.is(article.modified, '2001-06-11')
    assert.ok(article.sections.some(({ name }) => name === 'symptoms'))
  })

odd('of a text in UTF-16 that is cut within a character are read', async () => {
  const bytes = Buffer.from(`\ufeff${TEXT}`, 'utf16le')
  assert.is((await parseBytes(bytes.subarray(0, bytes.length - 1))).number, 214_864)
})

odd('of one line of 15 MB are read, and skipped where they are no article', async () => {
  const line = 'word '.repeat(3_000_000)
  assert.is((await parseBytes(TEXT.replace('says that', line))).number, 214_864)
  assert.equal((await readBytes('a.txt', line)).articles, [])
})

odd('with an article beyond the limit name it and give the others', async () => {
  const large = toRawText({ number: 214_865, text: 'word '.repeat(1000) })
  const limits = { maxArticleBytes: 4000 }
  const folder = makeScratch()
  writeDump(folder, { 'a.txt': TEXT + large + TEXT })
  assert.equal(await readAll([folder], limits), {
    articles: ['214864 a.txt', '214864 a.txt'],
    skipped: [skippedOnce('article-too-large', 'a.txt')],
  })
})

odd('of many articles give each of them', async () => {
  const many = [214_864, 214_865, 214_866].map((number) => toRawText({ number })).join('')
  const folder = makeScratch()
  writeDump(folder, { 'many.txt': many, 'page.md': toPageText({ number: 214_870 }) })
  const numbers: number[] = []
  for await (const { number } of readDump(findSources([folder]), DEFAULT_LIMITS, () => {})) numbers.push(number)
  assert.equal(numbers, [214_864, 214_865, 214_866, 214_870])
})

odd('with white space beyond ASCII before a number are found under the number that the parser reads', async () => {
  const page = toPageText({ number: 214_870 }).replace('\tArticle:', '\u2003Article: Q100001\n\tArticle:')
  const folder = makeScratch()
  writeDump(folder, { 'page.md': page })
  const article = await parseBytes(page)
  assert.equal((await readAll([folder])).articles, [`${article.number} page.md`])
})

odd('that are cut anywhere are an article or none, and never an error', async () => {
  for (let length = 0; length < TEXT.length; length += 7) {
    const { articles, skipped } = await readBytes('a.txt', TEXT.slice(0, length))
    assert.is(articles.length + skipped.length, 1)
  }
  assert.is((await readBytes('a.txt', TEXT)).articles.length, 1)
})

odd.run()

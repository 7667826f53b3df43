/** One archive from several dumps of the same articles: which text is shown, what the page says of it, what is counted. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DumpRow } from '../../src/pipeline/run/dump-table.js'
import { toZip } from '../dump/tiny-archives.js'
import { buildHere } from '../support/build-here.js'
import { compareTrees, makeScratch, writeDump } from '../support/small-dump.js'

const test = suite('many dumps, one archive')

const BODY = ['SYMPTOMS', '========', '', 'The spooler of Contoso waits for', 'paper, and hums.', '']

function toRaw(number: number, date = '11-JUN-2001', body: readonly string[] = BODY): string {
  const header = [`DOCUMENT:Q${number}  ${date}  [contprn]`, 'TITLE   :The Printer Hums', 'PRODUCT :Contoso Printing']
  return [...header, 'PROD/VER:WINDOWS:4.0', 'OPER/SYS:', 'KEYWORDS:kbprint', '', ...body].join('\r\n')
}

/** The same article as a page of Markdown, wrapped otherwise. */
function toMarkdown(number: number): string {
  const fields = [
    `Article: Q${number}`,
    'Product(s): Contoso Printing',
    'Version(s): WINDOWS:4.0',
    'Operating System(s): ',
  ]
  const text = ['SYMPTOMS', '========', '', 'The spooler of Contoso', 'waits for paper, and hums.']
  const lines = [...fields, 'Keyword(s): kbprint', 'Last Modified: 11-JUN-2001', '', ...text]
  const front = ['---', 'layout: page', `title: "Q${number}: The Printer Hums"`, '---', '']
  return [...front, `## Q${number}: The Printer Hums`, '', ...lines.map((line) => `\t${line}`), ''].join('\n')
}

/** The raw text inside a page of HTML. */
function toHtml(number: number): string {
  return `<html><body><pre>\n${toRaw(number)}\n</pre></body></html>\n`
}

/** Three dumps: raw texts, a ZIP of Markdown pages with a damaged file, HTML pages with a newer text of 100002. */
function makeDumps() {
  const folder = makeScratch()
  const page = (number: number, crc?: number) => ({
    ...{ name: `kb/Q${number}.md`, content: toMarkdown(number) },
    ...(crc === undefined ? {} : { crc }),
  })
  const newer = toRaw(100_002, '12-JUN-2002', [...BODY, 'It no longer hums.'])
  writeDump(folder, {
    'old/raw/Q100001.TXT': toRaw(100_001),
    'old/raw/Q100002.TXT': toRaw(100_002),
    'pages.zip': toZip([page(100_001), page(100_002), page(100_004, 1)]),
    'new/raw/Q100001.htm': toHtml(100_001),
    'new/raw/Q100002.TXT': newer,
    'new/raw/Q100003.TXT': toRaw(100_003),
  })
  return { folder, sources: ['old/raw', 'pages.zip', 'new/raw'].map((name) => join(folder, name)) }
}

const articlesIn = (out: string, bucket: string) =>
  readFileSync(join(out, `data/${bucket}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const pageOf = (out: string, id: string) => readFileSync(join(out, `site/kb/100/${id}/index.html`), 'utf8')

const figuresOf = ({ name, ...counts }: DumpRow) => [name, ...Object.values(counts)]

test('takes one text from three dumps, and says on its page where it stands', async () => {
  const { folder, sources } = makeDumps()
  const out = join(folder, 'out')
  const { summary } = await buildHere({ sources, out })
  const [first, second] = articlesIn(out, '100')
  const { dump, form, copies } = first.source
  assert.equal([dump, form], ['old/raw', 'txt'])
  assert.equal(
    copies.map((copy: typeof first.source) => [copy.dump, copy.form, copy.name]),
    [
      ['pages.zip', 'md', 'kb/Q100001.md'],
      ['new/raw', 'html-pre', 'Q100001.htm'],
    ],
  )
  const page = pageOf(out, 'Q100001')
  for (const text of ['From Q100001.TXT in old/raw.', 'in 2 other files', 'kb/Q100001.md in pages.zip'])
    assert.match(page, text)
  assert.not.match(page, 'Other revisions')
  assert.equal([second.modified, second.source.dump], ['2002-06-12', 'new/raw'])
  assert.match(pageOf(out, 'Q100002'), /Other revisions[\s\S]*Q100002\.TXT in old\/raw, and 1 other file</)
  assert.equal([summary.revised, summary.copies, summary.nearCopies], [[100_002], 0, 3])
  assert.equal(summary.dumps.map(figuresOf), [
    ['old/raw', 2, 0, 2, 0, 0],
    ['pages.zip', 2, 0, 2, 0, 1],
    ['new/raw', 3, 1, 2, 1, 0],
  ])
})

test('makes the same bytes in any order of the sources, and again from its cache', async () => {
  const { folder, sources } = makeDumps()
  const [out, other] = [join(folder, 'out'), join(folder, 'other')]
  const { summary } = await buildHere({ sources, out })
  await buildHere({ sources: [...sources].reverse(), out: other })
  assert.equal(compareTrees(join(out, 'site'), join(other, 'site')), [])
  assert.equal(compareTrees(join(out, 'data'), join(other, 'data')), [])
  const again = await buildHere({ sources, out })
  assert.is(again.summary.published.written, 0)
  assert.equal(again.summary.dumps, summary.dumps)
  assert.is(
    again.summary.steps.some(({ name }) => name === 'compare'),
    false,
    'the wordings are in the cache',
  )
  // An edit makes a build that reads the cached wordings of all other texts.
  writeDump(folder, { 'old/raw/Q100001.TXT': toRaw(100_001, '12-JUN-2001') })
  await buildHere({ sources, out })
  await buildHere({ sources, out: other, cache: false })
  assert.equal(compareTrees(join(out, 'data'), join(other, 'data')), [])
  assert.equal(compareTrees(join(out, 'site'), join(other, 'site')), [])
})

test('takes a dump that is given twice once, and a copy of it as one that adds nothing', async () => {
  const folder = makeScratch()
  const files = { 'Q100001.TXT': toRaw(100_001), 'Q100002.TXT': toRaw(100_002) }
  for (const name of ['a/kb', 'b/kb']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeDump(join(folder, name), files)
  }
  const [a, b, out] = [join(folder, 'a/kb'), join(folder, 'b/kb'), join(folder, 'out')]
  const twice = await buildHere({ sources: [a, a, `${a}/.`], out })
  assert.equal([twice.summary.dumps, twice.summary.copies, twice.summary.articles], [[], 0, 2])
  assert.is(articlesIn(out, '100')[0].source.dump, undefined)
  const both = await buildHere({ sources: [a, b], out })
  assert.is(both.summary.copies, 2)
  assert.equal(both.summary.dumps.map(figuresOf), [
    ['a/kb', 2, 0, 2, 0, 0],
    ['b/kb', 2, 0, 2, 0, 0],
  ])
  assert.match(pageOf(out, 'Q100001'), 'From Q100001.TXT in a/kb.')
})

test('shows a text that stands a thousand times once', async () => {
  const folder = makeScratch()
  const body = (at: number) => BODY.join(' '.repeat(at + 1)).replace('waits', `waits${'\n'.repeat(at)}`)
  const files = Array.from({ length: 1_000 }, (_, at) => [`${at}.TXT`, toRaw(100_001, '11-JUN-2001', [body(at)])])
  writeDump(join(folder, 'kb'), Object.fromEntries(files))
  const { summary } = await buildHere({ sources: [join(folder, 'kb')], out: join(folder, 'out') })
  assert.equal([summary.articles, summary.revised, summary.nearCopies], [1, [], 999])
  const [{ source }] = articlesIn(join(folder, 'out'), '100')
  assert.equal([source.copies.length, source.moreCopies], [100, 899])
  assert.match(pageOf(join(folder, 'out'), 'Q100001'), 'The same text in 999 other files')
})

test.run()

/** `kb build`, from outside: what it makes, that it makes it again the same, and what it says when it cannot. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askKb, runKb } from '../support/run-kb.js'
import {
  compareTrees,
  makeScratch,
  readTree,
  SMALL_DUMP,
  toPageText,
  toRawText,
  writeDump,
} from '../support/small-dump.js'

const build = suite('kb build')

/** A folder with the small dump in it, and where its archive goes. */
function makeDump(files: Readonly<Record<string, string | Uint8Array>> = SMALL_DUMP) {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  mkdirSync(dump)
  writeDump(dump, files)
  return { dump, out: join(folder, 'out'), again: join(folder, 'again') }
}

/** Builds; with an environment, in a process of its own and with threads. */
function mustBuild(args: readonly string[], env: Readonly<Record<string, string>> | null = null): string {
  const run = env === null ? askKb(['build', ...args]) : runKb(['build', ...args], env)
  assert.is(run.status, 0, run.stderr)
  assert.is(run.stdout, '')
  return run.stderr
}

build('puts every article at its permalink and every bucket into a file of data', () => {
  const { dump, out } = makeDump()
  mustBuild([dump, '--out', out], {})
  assert.match(readFileSync(join(out, 'site/kb/214/Q214864/index.html'), 'utf8'), 'hums at 214864')
  assert.ok(existsSync(join(out, 'site/kb/100/index.html')))
  assert.ok(existsSync(join(out, 'site/search/manifest.js')))
  assert.is(JSON.parse(readFileSync(join(out, 'site/site.json'), 'utf8')).articles, 8)
  const lines = readFileSync(join(out, 'data/101.ndjson'), 'utf8').trim().split('\n')
  assert.equal(
    lines.map((line) => JSON.parse(line).id),
    ['Q101001', 'Q101002', 'Q101003'],
  )
})

build('makes the same bytes with any number of workers, in any time zone and language', () => {
  const { dump, out, again } = makeDump()
  mustBuild([dump, '--out', out, '--jobs', '2'], { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' })
  mustBuild([dump, '--out', again, '--jobs', '1'], { TZ: 'America/New_York', LANG: 'C' })
  assert.equal(compareTrees(join(out, 'site'), join(again, 'site')), [])
  assert.equal(compareTrees(join(out, 'data'), join(again, 'data')), [])
  mustBuild([dump, '--out', again, '--jobs', '0', '--no-cache'])
  assert.equal(compareTrees(join(out, 'site'), join(again, 'site')), [])
  assert.not(existsSync(join(again, '.kb-cache')), 'keeps no cache')
})

build('writes nothing where nothing has changed, and only what depends on it where an article has', () => {
  const { dump, out, again } = makeDump()
  mustBuild([dump, '--out', out])
  assert.match(mustBuild([dump, '--out', out]), ' 0 written')
  const other = join(out, 'site/kb/100/Q100101/index.html')
  const before = statSync(other).mtimeMs
  writeDump(dump, { '214/Q214864.TXT': toRawText({ number: 214_864, text: 'Another text of the same title.' }) })
  mustBuild([dump, '--out', out])
  assert.is(statSync(other).mtimeMs, before)
  mustBuild([dump, '--out', again])
  assert.equal(compareTrees(join(out, 'site'), join(again, 'site')), [])
})

build('removes the pages of articles that are gone', () => {
  const { dump, out, again } = makeDump()
  mustBuild([dump, '--out', out])
  rmSync(join(dump, '214'), { recursive: true })
  assert.match(mustBuild([dump, '--out', out]), 'removed')
  assert.not(existsSync(join(out, 'site/kb/214')))
  assert.not(existsSync(join(out, 'data/214.ndjson')))
  mustBuild([dump, '--out', again])
  assert.equal(compareTrees(join(out, 'site'), join(again, 'site')), [])
})

build('mends what others have changed or removed in the site', () => {
  const { dump, out } = makeDump()
  mustBuild([dump, '--out', out])
  const before = readTree(join(out, 'site'))
  writeFileSync(join(out, 'site/kb/214/Q214864/index.html'), 'broken')
  rmSync(join(out, 'site/search/manifest.js'))
  mustBuild([dump, '--out', out])
  assert.equal(readTree(join(out, 'site')), before)
})

build('takes the raw text where an id is there in both forms, and says so', () => {
  const { dump, out } = makeDump({
    'a.txt': toRawText({ number: 214_864 }),
    'pages/214/README.md': toPageText({ number: 214_864 }),
  })
  assert.match(mustBuild([dump, '--out', out]), '1 ids: built from the raw text')
  assert.is(JSON.parse(readFileSync(join(out, 'data/214.ndjson'), 'utf8')).source.form, 'txt')
})

build('counts and names what is no article, and builds the rest', () => {
  const { dump, out } = makeDump({ ...SMALL_DUMP, 'README.txt': 'About this dump.', 'empty.txt': '' })
  assert.match(mustBuild([dump, '--out', out]), '2 not an article: README.txt, empty.txt')
})

build('keeps older texts of the same id as revisions', () => {
  const { dump, out } = makeDump({
    'new/a.txt': toRawText({ number: 214_864, date: '11-JUN-2002', text: 'The newer text.' }),
    'old/a.txt': toRawText({ number: 214_864, date: '11-JUN-2000', text: 'The older text.' }),
  })
  assert.match(mustBuild([dump, '--out', out]), '1 ids with several texts')
  assert.is(JSON.parse(readFileSync(join(out, 'data/214.ndjson'), 'utf8')).modified, '2002-06-11')
})

/** Builds a site, then runs what must fail, and makes sure that the site is untouched and one line is said. */
function mustFail(status: number, args: (folders: ReturnType<typeof makeDump>) => string[], message: RegExp): void {
  const folders = makeDump({ 'a.txt': toRawText({ number: 214_864 }) })
  mustBuild([folders.dump, '--out', folders.out, '--quiet'])
  const before = readTree(join(folders.out, 'site'))
  const run = askKb(['build', ...args(folders)])
  assert.is(run.status, status, run.stderr)
  const errors = run.stderr.split('\n').filter((line) => line.startsWith('kb: '))
  assert.is(errors.length, 1, run.stderr)
  assert.match(errors[0] ?? '', message)
  assert.equal(readTree(join(folders.out, 'site')), before)
}

build('says which source is missing', () => {
  mustFail(1, ({ dump, out }) => [`${dump}-not`, '--out', out], /Cannot find the source `.*dump-not`\. Name a folder/)
})

build('says that a source is empty', () => {
  const args = ({ again, out }: ReturnType<typeof makeDump>) => {
    mkdirSync(again)
    return [again, '--out', out]
  }
  mustFail(1, args, /Expected articles, found no file\./)
})

build('says that a source has no articles', () => {
  const args = ({ again, out }: ReturnType<typeof makeDump>) => {
    writeDump(again, { 'a.txt': 'nothing', 'b.txt': 'nothing' })
    return [again, '--out', out]
  }
  mustFail(1, args, /Expected articles, found 2 files, none of which is one\./)
})

build('says what stands in the way of writing', () => {
  const args = ({ dump, again }: ReturnType<typeof makeDump>) => {
    writeFileSync(again, 'a file')
    return [dump, '--out', join(again, 'below')]
  }
  mustFail(1, args, /Cannot write `.*`: a file stands where a folder is needed/)
})

build('names an unknown flag and a wrong value', () => {
  mustFail(2, ({ dump, out }) => [dump, '--out', out, '--fast'], /Unknown option '--fast'/)
  mustFail(2, ({ dump, out }) => [dump, '--out', out, '--jobs', 'many'], /--jobs: Expected a number, found `many`/)
  mustFail(2, ({ dump, out }) => [dump, '--out', out, '--site-url', 'kb'], /--site-url: Expected an address/)
})

build('leaves a folder alone that it has not made', () => {
  const { dump, out } = makeDump()
  writeDump(out, { 'site/thesis.txt': 'ten years of work' })
  const run = askKb(['build', dump, '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected an empty folder or a site made by kb, found `thesis.txt`')
  assert.is(readFileSync(join(out, 'site/thesis.txt'), 'utf8'), 'ten years of work')
})

for (const [name, content] of [
  ['214.ndjson', '{"mine":1}\n'],
  ['999.ndjson', 'ten years of work'],
  ['problems.json', '["mine"]'],
  ['article.schema.json', '{}'],
] as const)
  build(`leaves somebody's data/${name} alone`, () => {
    const { dump, out } = makeDump()
    writeDump(out, { [`data/${name}`]: content })
    const run = askKb(['build', dump, '--out', out])
    assert.is(run.status, 1)
    assert.match(run.stderr, 'Expected no file in this place or one that kb has written')
    assert.is(readFileSync(join(out, 'data', name), 'utf8'), content)
  })

build("leaves somebody's data alone where its name is one that only this build needs", () => {
  const { dump, out } = makeDump()
  mustBuild([dump, '--out', out])
  writeDump(dump, { 'new.txt': toRawText({ number: 777_001 }) })
  writeDump(out, { 'data/777.ndjson': 'mine', 'data/999.ndjson': 'mine' })
  const run = askKb(['build', dump, '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'data/777.ndjson: Expected no file in this place')
  rmSync(join(out, 'data/777.ndjson'))
  mustBuild([dump, '--out', out])
  assert.is(readFileSync(join(out, 'data/999.ndjson'), 'utf8'), 'mine')
})

/** What a build of this very process would have written. */
function lockText(pid: number): string {
  const status = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
  const processStart = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return JSON.stringify({ pid, host: hostname(), processStart, since: '2002-06-11T00:00:00.000Z' })
}

build('says who holds the folder while another build is at work', () => {
  const { dump, out } = makeDump()
  writeDump(out, { '.kb-cache/lock': lockText(process.pid) })
  const run = runKb(['build', dump, '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, `Another run of kb is at work here: process ${process.pid} on ${hostname()}`)
})

build('takes over the lock of a build that is gone', () => {
  const { dump, out } = makeDump()
  writeDump(out, { '.kb-cache/lock': lockText(2 ** 22 - 1) })
  mustBuild([dump, '--out', out])
  assert.not(existsSync(join(out, '.kb-cache/lock')))
})

build('fails with --strict where problems exceed the accepted ones', () => {
  const { dump, out } = makeDump()
  const run = runKb(['build', dump, '--out', out, '--strict'])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected no more problems than in `kb-problems.json`')
})

build('puts the profile over its own kind, and over no other file', () => {
  const { dump, out } = makeDump()
  const file = join(out, '..', 'profile.json')
  const args = [dump, '--out', out, '--profile', file]
  mustBuild(args)
  mustBuild(args)
  assert.type(JSON.parse(readFileSync(file, 'utf8')).peakMemoryBytes, 'number')
  writeFileSync(file, '{ "articles": 1 }\n')
  const run = runKb(['build', ...args])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected no file or a profile of `kb build` in this place')
  assert.is(readFileSync(file, 'utf8'), '{ "articles": 1 }\n')
})

build('builds the same from a renamed folder', () => {
  const { dump, out, again } = makeDump()
  mustBuild([dump, '--out', out])
  renameSync(dump, `${dump}-2`)
  mustBuild([`${dump}-2`, '--out', again])
  assert.equal(compareTrees(join(out, 'site'), join(again, 'site')), [])
})

build.run()

/** `kb export`, from outside: each format as the program that reads it would see it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lunr from 'lunr'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import '../../src/search/analysis/analysis.js'
import { askKb, runKb } from '../support/run-kb.js'
import { makeData } from '../support/small-data.js'
import { makeFolder } from '../support/small-site.js'
import { testWithTool } from '../support/tool.js'

const exporting = suite('kb export')

/** Runs an export into a new place and returns that. */
function exportTo(format: string): string {
  const out = join(makeFolder(), 'out')
  const run = runKb(['export', '--format', format, '--site', makeData(), '--out', out])
  assert.is(run.status, 0, run.stderr)
  return out
}

exporting('prints the articles as JSON lines in id order', () => {
  const run = askKb(['export', '--format', 'ndjson', '--site', makeData()])
  const ids = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  assert.equal(ids, ['Q152734', 'Q214864'])
})

exporting('prints what is indexed of each article, and a Lunr index that finds it', () => {
  const data = makeData()
  const lines = askKb(['export', '--format', 'search-docs', '--site', data]).stdout.trim().split('\n')
  assert.equal(
    lines.map((line) => Object.keys(JSON.parse(line))),
    [0, 1].map(() => ['id', 'title', 'keywords', 'product', 'body']),
  )
  const index = lunr.Index.load(JSON.parse(askKb(['export', '--format', 'lunr', '--site', data]).stdout))
  assert.equal(
    index.search('+keywords:214864 +tallybook').map(({ ref }) => ref),
    ['Q214864'],
  )
})

exporting('writes the same lines into a file, and over such a file only', () => {
  const out = join(makeFolder(), 'kb.ndjson')
  for (const expected of [0, 0])
    assert.is(askKb(['export', '--format', 'ndjson', '--site', makeData(), '--out', out]).status, expected)
  assert.is(readFileSync(out, 'utf8').trim().split('\n').length, 2)
  writeFileSync(out, 'my notes')
  const run = askKb(['export', '--format', 'ndjson', '--site', makeData(), '--out', out])
  assert.match(run.stderr, 'Expected no file or a file of JSON lines')
  assert.is(readFileSync(out, 'utf8'), 'my notes')
})

exporting('writes a Markdown file an article, with front matter and links to files that are there', () => {
  const out = exportTo('markdown')
  assert.match(readFileSync(join(out, '214', 'Q214864.md'), 'utf8'), '(../152/Q152734.md)')
  const other = readFileSync(join(out, '152', 'Q152734.md'), 'utf8')
  assert.match(other, '(../214/Q214864.md)')
  assert.not.match(other, 'Q999999.md')
})

exporting('writes no Markdown into a folder that holds something', () => {
  const out = makeFolder()
  writeFileSync(join(out, 'notes.md'), 'mine')
  const run = askKb(['export', '--format', 'markdown', '--site', makeData(), '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected a new or an empty folder')
  assert.equal(readdirSync(out), ['notes.md'])
})

testWithTool(exporting, 'sqlite3')('writes a database that sqlite3 reads and searches', (sqlite3) => {
  const ask = (sql: string) => execFileSync(sqlite3, [out, sql], { encoding: 'utf8' }).trim()
  const out = exportTo('sqlite')
  assert.is(ask('PRAGMA integrity_check'), 'ok')
  assert.is(ask("SELECT id FROM search WHERE search MATCH 'printers stopping' ORDER BY rank"), 'Q214864')
  assert.is(ask('SELECT cited FROM "references" WHERE number = 214864'), 'Q152734')
  assert.is(ask("SELECT json_extract(json, '$.title') FROM articles WHERE number = 152734"), 'How to Empty the Queue')
  assert.is(ask("SELECT count(*) FROM keywords WHERE keyword = 'kbspooler'"), '2')
})

exporting('writes bulk lines with the Q-number as id, and fields that the mapping knows', () => {
  const out = exportTo('opensearch')
  const { mappings } = JSON.parse(readFileSync(join(out, 'mapping.json'), 'utf8'))
  const lines = readFileSync(join(out, 'bulk-000.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(lines[0], { index: { _id: 'Q152734' } })
  assert.equal(Object.keys(lines[3]).sort(), Object.keys(mappings.properties).sort())
  assert.match(lines[3].body, 'The Tallybook printer stops')
})

exporting('writes a database with the permissions of any new file', () => {
  const plain = join(makeFolder(), 'plain')
  writeFileSync(plain, '')
  assert.is(statSync(exportTo('sqlite')).mode, statSync(plain).mode)
})

exporting('says that the disk is full, and leaves nothing', () => {
  if (!existsSync('/dev/full')) return
  for (const format of ['ndjson', 'search-docs', 'lunr']) {
    const folder = makeFolder()
    symlinkSync('/dev/full', join(folder, 'out.partial'))
    const run = askKb(['export', '--format', format, '--site', makeData(), '--out', join(folder, 'out')])
    assert.is(run.status, 1)
    assert.match(run.stderr, /^kb: Cannot write .* the disk is full/)
    assert.equal(readdirSync(folder), [])
  }
})

exporting('writes a database where a run that was killed has left its half and its lock', () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'out.partial.lock'))
  writeFileSync(join(folder, 'out.partial'), 'half')
  const run = askKb(['export', '--format', 'sqlite', '--site', makeData(), '--out', join(folder, 'out')])
  assert.is(run.status, 0, run.stderr)
  assert.equal(readdirSync(folder), ['out'])
})

exporting('names the formats when given none', () => {
  const run = askKb(['export'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Expected --format ndjson, search-docs, lunr, markdown')
})

exporting('says where the data is missing', () => {
  const out = join(makeFolder(), 'kb.sqlite')
  const run = askKb(['export', '--format', 'sqlite', '--site', '/nowhere/site', '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, '/nowhere/data: Cannot find the data of the archive')
  assert.not.ok(existsSync(out))
})

exporting.run()

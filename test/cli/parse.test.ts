/** `kb parse`, from outside. */
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askKb, runKb } from '../support/run-kb.js'
import { makeScratch, readTree, toRawText, writeDump } from '../support/small-dump.js'

const parse = suite('kb parse')
const idOf = (line: string): unknown => JSON.parse(line).id

parse('prints an article a line, in id order, also those that share a file', () => {
  const run = runKb(['parse', 'kb/214', 'kb/167'])
  assert.is(run.status, 0, run.stderr)
  assert.equal(run.stdout.trim().split('\n').map(idOf), ['Q167005', 'Q167006', 'Q214001', 'Q214017'])
})

parse('prints both revisions of an article', () => {
  const run = askKb(['parse', 'kb/187'])
  assert.equal(run.stdout.trim().split('\n').map(idOf), ['Q187240', 'Q187240'])
})

parse('names the files that are no articles and prints the rest', () => {
  const run = askKb(['parse', 'LICENSE', 'kb/214/Q214001.TXT'])
  assert.is(run.status, 0)
  assert.match(run.stderr, 'LICENSE: not an article')
  assert.is(run.stdout.trim().split('\n').length, 1)
})

parse('fails where there is no article at all', () => {
  const run = askKb(['parse', 'LICENSE'])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'LICENSE: Expected articles, found none.')
})

parse('fails on a source that is not there', () => {
  const run = askKb(['parse', 'no-such-folder'])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Cannot find the source `no-such-folder`')
})

parse('wants at least one source', () => {
  const run = askKb(['parse'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Usage: kb parse')
})

parse('wants an encoding that it knows', () => {
  const run = askKb(['parse', '--encoding', 'cp1', 'kb'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'found `cp1`')
})

parse('reads as a build does: several articles in a file, and all in the encoding that is named', () => {
  const folder = makeScratch()
  const [dump, out] = [join(folder, 'dump'), join(folder, 'out')]
  const inCp437 = [{ number: 100_102, text: 'Das Ger\x84t wartet.' }, { number: 100_101 }].map(toRawText).join('\r\n')
  writeDump(dump, { 'two.txt': Buffer.from(inCp437, 'latin1'), 'sub/Q214864.TXT': toRawText({ number: 214_864 }) })
  const parsed = askKb(['parse', dump, '--encoding', 'cp437'])
  assert.equal(parsed.stdout.trim().split('\n').map(idOf), ['Q100101', 'Q100102', 'Q214864'])
  assert.match(parsed.stdout, 'Das Gerät wartet.')
  assert.is(askKb(['build', dump, '--encoding', 'cp437', '--out', out, '--quiet']).status, 0)
  const data = readTree(join(out, 'data'))
  const built = `${data['100.ndjson']}${data['214.ndjson']}`
  assert.is(Buffer.from(built, 'latin1').toString(), parsed.stdout)
})

parse.run()

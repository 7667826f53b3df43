/** Folders whose names mean something to a glob, an address or a shell: the site is the same, and it is whole. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planPages, refuseMissing } from '../../src/pipeline/pages/run-eleventy.js'
import { assertSame, makeDump, mustBuild } from '../support/built-twice.js'
import { copyProgram } from '../support/copy-program.js'
import { makeScratch } from '../support/small-dump.js'
import { isThorough } from '../support/thorough.js'

const test = suite('odd folders')

/** Windows has no `?`, and Node itself loads no package from a folder with `*`. */
const FOLDERS = ['kb-archive (1)', '[a] {b,c} !(d)', 'C# 50%20 + ~e', ...(process.platform === 'win32' ? [] : ['why?'])]

test('a build makes the same site with program, output and current folder in any of them', () => {
  const { dump, out } = makeDump()
  const options = ['--site-url', 'https://example.org/']
  mustBuild([dump, '--out', out, ...options])
  for (const name of isThorough ? FOLDERS : FOLDERS.slice(1, 2)) {
    const odd = join(makeScratch(), name)
    const program = copyProgram(odd)
    const current = join(odd, 'current')
    mkdirSync(current)
    const args = ['build', dump, '--out', 'out', ...options, '--quiet']
    const run = spawnSync(process.execPath, [program, ...args], { cwd: current, encoding: 'utf8' })
    assert.is(run.status, 0, `${name}: ${run.stderr}`)
    assertSame(out, join(current, 'out'))
  }
})

const NOTHING = { articles: [], lists: [], originals: [], facetIndexes: [], single: true }

test('a template plans the files of its entries', () => {
  const paged = { permalink: ({ entry }: { entry: unknown }) => `${entry}.html`, pagination: { data: 'archive.lists' } }
  assert.equal(planPages({ data: paged }, { ...NOTHING, lists: [3, 4] }), ['3.html', '4.html'])
  const counted = { permalink: 'index.html', pagination: { data: 'pages', before: () => [1] } }
  assert.equal(planPages({ data: counted }, NOTHING), ['index.html'])
})

test('a planned page that was not made is an error, and so is one that nobody planned', () => {
  refuseMissing(['index.html', '404.html'], [{ path: '404.html' }, { path: 'index.html' }])
  assert.throws(() => refuseMissing(['index.html', '404.html'], [{ path: '404.html' }]), /`index.html` is missing/)
  assert.throws(() => refuseMissing([], [{ path: '404.html' }]), /Expected 0 pages of Eleventy, found 1/)
})

test.run()

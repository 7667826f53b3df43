/** Laws of building again: after any edits a warm build equals a cold one, and so does the build after one that was killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runKb } from '../cli/run-kb.js'
import { compareTrees, makeScratch, readTree, SMALL_DUMP, toRawText, writeDump } from './small-dump.js'

const rebuild = suite('building again')

/** More with `KB_THOROUGH=50`: each costs two builds. */
const RUNS = Number(process.env.KB_THOROUGH ?? 4)
const KB = fileURLToPath(new URL('../../scripts/kb.mjs', import.meta.url))

const file = fc.constantFrom(...Object.keys(SMALL_DUMP), 'new/Q299999.TXT', 'new/Q100102.TXT')
const article = fc.record({
  number: fc.constantFrom(100_101, 100_102, 101_001, 214_864, 299_999, 300_000),
  title: fc.constantFrom('PRB: Contoso hums', 'BUG: Contoso is silent', 'Contoso hums at night'),
  date: fc.constantFrom('11-JUN-2001', '12-JUN-2001', '01-JAN-1999'),
  text: fc.constantFrom('The spooler waits.', 'The queue is stuck: 0x80004005.', 'See Q101002 for more.'),
  cites: fc.subarray([100_900, 214_865, 299_999]),
})
const edit = fc.oneof(
  fc.record({ type: fc.constant('write' as const), file, article }),
  fc.record({ type: fc.constant('remove' as const), file }),
  fc.record({ type: fc.constant('rename' as const), file }),
)
const options = fc.constantFrom<readonly string[]>(
  [],
  ['--no-originals'],
  ['--site-url', 'https://example.org/kb/'],
  ['--publish-data'],
)

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function apply(dump: string, change: Edit): void {
  const path = join(dump, change.file)
  if (change.type === 'write') writeDump(dump, { [change.file]: toRawText(change.article) })
  else if (change.type === 'remove') rmSync(path, { force: true })
  else if (change.file in readTree(dump)) renameSync(path, `${path}.renamed`)
}

function mustBuild(args: readonly string[]): void {
  const run = runKb(['build', ...args, '--quiet'])
  assert.is(run.status, 0, run.stderr)
}

/** A dump, and a folder for an archive of it. */
function makeDump() {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  mkdirSync(dump)
  writeDump(dump, { ...SMALL_DUMP, 'kept.txt': toRawText({ number: 250_000 }) })
  return { dump, out: join(folder, 'out'), cold: join(folder, 'cold') }
}

function assertSame(out: string, cold: string): void {
  assert.equal(compareTrees(join(out, 'site'), join(cold, 'site')), [])
  assert.equal(compareTrees(join(out, 'data'), join(cold, 'data')), [])
}

rebuild('a warm build equals a cold one after any edits, removals, renames and changes of options', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', out])
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), options, (edits, given) => {
      for (const change of edits) apply(dump, change)
      mustBuild([dump, '--out', out, ...given])
      mustBuild([dump, '--out', cold, '--no-cache', ...given])
      assertSame(out, cold)
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
})

rebuild(
  'the build after one that was killed at any moment equals a cold one, and no site is seen half written',
  async () => {
    const { dump, out, cold } = makeDump()
    mustBuild([dump, '--out', out])
    for (let run = 0; run < RUNS; run++) {
      writeDump(dump, { [`more/${run}.txt`]: toRawText({ number: 300_100 + run, cites: [214_864] }) })
      const killed = spawn(process.execPath, [KB, 'build', dump, '--out', out, '--quiet'], { stdio: 'ignore' })
      await setTimeout(Math.random() * LONGEST_BUILD_MS)
      killed.kill('SIGKILL')
      if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit')
      const pages = Object.entries(readTree(join(out, 'site'))).filter(([name]) => name.endsWith('.html'))
      assert.ok(pages.every(([, text]) => text.endsWith('</html>')))
      mustBuild([dump, '--out', out])
    }
    mustBuild([dump, '--out', cold, '--no-cache'])
    assertSame(out, cold)
  },
)

const LONGEST_BUILD_MS = 3_000

rebuild.run()

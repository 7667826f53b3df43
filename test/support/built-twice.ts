/** A small dump, an archive that is built from it again and again, and one that is built once: what they must agree on. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { askKb } from './run-kb.js'
import { compareTrees, makeScratch, SMALL_DUMP, toRawText, writeDump } from './small-dump.js'

/** A dump, and a folder for an archive of it, and one for another. */
export function makeDump() {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  mkdirSync(dump)
  writeDump(dump, { ...SMALL_DUMP, 'kept.txt': toRawText({ number: 250_000 }) })
  return { dump, out: join(folder, 'out'), cold: join(folder, 'cold') }
}

export function mustBuild(args: readonly string[]): void {
  const run = askKb(['build', ...args, '--quiet'])
  assert.is(run.status, 0, run.stderr)
}

export function assertSame(out: string, cold: string): void {
  assert.equal(compareTrees(join(out, 'site'), join(cold, 'site')), [])
  assert.equal(compareTrees(join(out, 'data'), join(cold, 'data')), [])
}

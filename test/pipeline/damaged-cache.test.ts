/** Whatever has become of the files of the cache, a build makes the site that a build without one makes. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Random } from '../fuzz/random.js'
import { buildHere } from '../support/build-here.js'
import { assertSame, makeDump } from '../support/built-twice.js'
import { random } from '../support/property.js'
import { readTree, toRawText, writeDump } from '../support/small-dump.js'
import { runs } from '../support/thorough.js'

const test = suite('a damaged cache')

const DAMAGES = runs(12)

/** Flips a bit, cuts the end off, or removes the file; says what it did. */
function damage(cache: string, name: string, random: Random): string {
  const file = join(cache, name)
  const bytes = readFileSync(file)
  const kind = random.below(10)
  const at = random.below(Math.max(1, bytes.length))
  if (kind < 8) {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(file, bytes)
    return `${name}: a bit of byte ${at} flipped`
  }
  if (kind < 9) truncateSync(file, at)
  else rmSync(file)
  return `${name}: ${kind < 9 ? `cut at ${at}` : 'removed'}`
}

test(`a warm build equals a cold one after ${DAMAGES} random damages`, async () => {
  const { dump, out, cold } = makeDump()
  const more = join(dump, 'more.txt')
  const change = (has: boolean) => {
    if (has) writeDump(dump, { 'more.txt': toRawText({ number: 100_103, cites: [214_864] }) })
    else rmSync(more, { force: true })
  }
  for (const has of [true, false]) {
    change(has)
    await buildHere({ sources: [dump], out: join(cold, String(has)) })
  }
  await buildHere({ sources: [dump], out })
  for (let run = 0; run < DAMAGES; run++) {
    const cache = join(out, '.kb-cache')
    const names = Object.keys(readTree(cache))
    const done = damage(cache, names[random.below(names.length)] ?? '', random)
    // Most builds have something to do; some find nothing changed but the cache.
    const has = random.below(10) < 7 ? run % 2 === 0 : run % 2 === 1
    change(has)
    try {
      await buildHere({ sources: [dump], out })
      assertSame(out, join(cold, String(has)))
    } catch (error) {
      throw new Error(`damage ${run}: ${done}`, { cause: error })
    }
  }
})

test('a text that is no longer what it was is read again from its source', async () => {
  const { dump, out, cold } = makeDump()
  await buildHere({ sources: [dump], out, originals: false })
  const pack = join(out, '.kb-cache/raw/0.pack')
  writeFileSync(
    pack,
    readFileSync(pack).map((byte) => (byte === 0x77 ? 0x78 : byte)),
  )
  const { notes } = await buildHere({ sources: [dump], out })
  assert.equal(notes, ['A file of the cache is damaged: everything is made anew.'])
  await buildHere({ sources: [dump], out: cold })
  assertSame(out, cold)
})

test.run()

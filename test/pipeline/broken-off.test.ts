/** What is left of a build that did not come to its end: nothing half written under a final name, and the next build mends all. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { assertSame, makeDump, mustBuild } from '../support/built-twice.js'
import { random } from '../support/property.js'
import { runKb } from '../support/run-kb.js'
import { readTree, toRawText, writeDump } from '../support/small-dump.js'
import { isThorough, runs } from '../support/thorough.js'

const test = suite('a build that is broken off')

/** Each costs two builds. */
const RUNS = runs(1)
const KB = fileURLToPath(new URL('../../scripts/kb.mjs', import.meta.url))
/** About what a build of the small dump takes. */
const LONGEST_BUILD_MS = 3_000

/** Every page that readers may see is whole. */
function assertWholePages(out: string): void {
  const pages = Object.entries(readTree(join(out, 'site'))).filter(([name]) => name.endsWith('.html'))
  assert.ok(pages.length > 0)
  assert.equal(
    pages.filter(([, text]) => !text.endsWith('</html>')).map(([name]) => name),
    [],
  )
}

/** Adds an article, builds, and ends the build with a signal at some moment. */
async function breakOff(dump: string, out: string, { run, signal }: { run: number; signal: NodeJS.Signals }) {
  writeDump(dump, { [`more/${run}.txt`]: toRawText({ number: 300_100 + run, cites: [214_864] }) })
  const build = spawn(process.execPath, [KB, 'build', dump, '--out', out, '--quiet'], { stdio: 'ignore' })
  await setTimeout(random.below(LONGEST_BUILD_MS))
  build.kill(signal)
  if (build.exitCode === null && build.signalCode === null) await once(build, 'exit')
}

for (const signal of isThorough ? (['SIGKILL', 'SIGINT', 'SIGTERM'] as const) : (['SIGKILL', 'SIGTERM'] as const))
  test(`leaves whole pages after ${signal} at any moment, and the next build equals a cold one`, async () => {
    const { dump, out, cold } = makeDump()
    mustBuild([dump, '--out', out])
    for (let run = 0; run < RUNS; run++) {
      await breakOff(dump, out, { run, signal })
      assertWholePages(out)
      if (run % 2 === 0) mustBuild([dump, '--out', out])
    }
    mustBuild([dump, '--out', out])
    mustBuild([dump, '--out', cold, '--no-cache'])
    assertSame(out, cold)
  })

/**
 * A module, loaded before the program and in its threads, with which the disk is full after so many bytes of each thread: the
 * write that is too much writes half of what it should.
 */
function fullAfter(bytes: number): string {
  const module = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    let left = ${bytes}
    for (const name of ['writeSync', 'writeFileSync']) {
      const write = fs[name]
      fs[name] = (file, content, ...rest) => {
        left -= content.length
        if (left >= 0 || file === 1 || file === 2) return write(file, content, ...rest)
        write(file, content.slice(0, content.length / 2))
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      }
    }
    syncBuiltinESMExports()`
  return `--import data:text/javascript,${encodeURIComponent(module)}`
}

/**
 * A module, loaded before the program, that kills it when it has moved so many files to their final places: the last one just
 * before (`before`) or just after it is moved.
 */
function killAtMove(move: number, before: boolean): string {
  const module = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    import { isMainThread } from 'node:worker_threads'
    const { renameSync } = fs
    let left = ${move}
    fs.renameSync = (from, to) => {
      const counts = isMainThread && /kb-cache.stage|site\\.json/.test(from) && --left === 0
      if (counts && ${before}) process.kill(process.pid, 'SIGKILL')
      renameSync(from, to)
      if (counts) process.kill(process.pid, 'SIGKILL')
    }
    syncBuiltinESMExports()`
  return `--import data:text/javascript,${encodeURIComponent(module)}`
}

/** Every move of a first build, and some of a build over a site whose cache is gone; `npm test` tries every fifth. */
const KILLS = [1, 2, 3, 9, 30]
  .flatMap((move) => [true, false].map((before) => ({ move, before })))
  .flatMap((kill) => [true, false].map((isFirst) => ({ ...kill, isFirst, cacheStays: kill.move % 2 === 0 })))
  .filter(({ move, isFirst }) => !isFirst || move <= 3)
  .filter((_, at) => at % 5 === 0 || isThorough)

test('a build killed while it publishes is repaired by the next one, also where its cache is gone', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', cold])
  for (const { move, before, isFirst, cacheStays } of KILLS) {
    rmSync(out, { recursive: true, force: true })
    if (!isFirst) mustBuild([dump, '--out', out, '--title', 'Before', '--no-cache'])
    const killed = runKb(['build', dump, '--out', out], { NODE_OPTIONS: killAtMove(move, before) })
    assert.is(killed.status, null, `${move}: ${killed.stderr}`)
    if (!cacheStays) rmSync(join(out, '.kb-cache'), { recursive: true, force: true })
    mustBuild([dump, '--out', out])
    assertSame(out, cold)
  }
})

test('says that the disk is full wherever it is, keeps whole pages, and is mended by the next one', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', out])
  writeDump(dump, { 'more.txt': toRawText({ number: 300_100, cites: [214_864, 100_101] }) })
  for (const bytes of isThorough ? [0, 3_000, 20_000, 50_000] : [3_000, 50_000]) {
    const full = runKb(['build', dump, '--out', out, '--title', `Full ${bytes}`], { NODE_OPTIONS: fullAfter(bytes) })
    assert.is(full.status, 1, full.stderr)
    assert.match(full.stderr, /the disk is full/)
    assertWholePages(out)
  }
  mustBuild([dump, '--out', out])
  mustBuild([dump, '--out', cold, '--no-cache'])
  assertSame(out, cold)
})

/** An article for which 32 MB are too little. */
const LONG_TEXT = Array.from(
  { length: 150_000 },
  (_, line) => `Line ${line} of the log says ${line * 7_919} and stops.`,
)

test('names the bucket and the article at which a worker runs out of memory, and is mended by the next one', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', out])
  writeDump(dump, { 'long.txt': toRawText({ number: 214_999, text: LONG_TEXT.join('\r\n') }) })
  const small = runKb(['build', dump, '--out', out], { NODE_OPTIONS: '--max-old-space-size=32' })
  assert.is(small.status, 1, small.stderr)
  assert.match(small.stderr, /bucket 214, article Q214999: A worker ran out of memory/)
  mustBuild([dump, '--out', out])
  mustBuild([dump, '--out', cold, '--no-cache'])
  assertSame(out, cold)
})

test('leaves the folder to one of two that build into it at the same time', async () => {
  const { dump, out, cold } = makeDump()
  const builds = [1, 2].map(() => {
    const build = spawn(process.execPath, [KB, 'build', dump, '--out', out, '--quiet'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said: string[] = []
    build.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
    return { build, said }
  })
  const codes = await Promise.all(builds.map(async ({ build }) => (await once(build, 'close'))[0]))
  for (const [i, code] of codes.entries())
    if (code !== 0) assert.match(builds[i]?.said.join('') ?? '', /Another run of kb is at work here: process \d+/)
  assert.ok(codes.includes(0))
  mustBuild([dump, '--out', cold, '--no-cache'])
  assertSame(out, cold)
})

test.run()

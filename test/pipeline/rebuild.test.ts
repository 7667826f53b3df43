/** The law of building again: after any edits of texts, options or templates a warm build equals a cold one. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DEFAULT_LIMITS } from '../../src/dump/limits.js'
import type { BuildOptions } from '../../src/pipeline/run/build-options.js'
import { createSearch } from '../../src/search/engine.js'
import { createDiskShardLoader } from '../../src/site/disk-shard-loader.js'
import { makeRequest } from '../search/memory-index.js'
import { buildHere } from '../support/build-here.js'
import { assertSame, makeDump, mustBuild } from '../support/built-twice.js'
import { copyProgram } from '../support/copy-program.js'
import fc from '../support/property.js'
import { runKb } from '../support/run-kb.js'
import { makeScratch, readTree, SMALL_DUMP, type SmallArticle, toRawText, writeDump } from '../support/small-dump.js'
import { isThorough, runs } from '../support/thorough.js'

const rebuild = suite('building again')

/** Each costs eleven builds in this process. */
const RUNS = runs(1)

const file = fc.constantFrom(...Object.keys(SMALL_DUMP), 'new/Q299999.TXT', 'new/Q100102.TXT')
const toSentence = (words: readonly string[]) => `It ${words.join(' ')}.`
const article = fc.record({
  number: fc.constantFrom(100_101, 100_102, 101_001, 214_864, 299_999, 300_000),
  title: fc.constantFrom('PRB: Contoso hums', 'BUG: Contoso is silent', 'Contoso hums at night'),
  date: fc.constantFrom('11-JUN-2001', '12-JUN-2001', '01-JAN-1999'),
  text: fc.oneof(
    fc.constantFrom('The spooler waits.', 'The queue is stuck: 0x80004005.', 'See Q101002 for more.'),
    fc.array(fc.constantFrom('spooler', 'paper', 'waits', 'tray', 'jam', '1722'), { maxLength: 12 }).map(toSentence),
  ),
  cites: fc.subarray([100_900, 214_865, 299_999]),
})
const edit = fc.oneof(
  fc.record({ type: fc.constant('write' as const), file, article }),
  fc.record({ type: fc.constant('remove' as const), file }),
  fc.record({ type: fc.constant('rename' as const), file }),
)
const options = fc.constantFrom<Partial<BuildOptions>>(
  {},
  { originals: false },
  { siteUrl: 'https://example.org/kb/' },
  { publishData: true },
  { pwa: true },
  { title: 'Another name' },
  { encoding: 'cp437' },
  { limits: { ...DEFAULT_LIMITS, maxArticleBytes: 560 } },
  { limits: { ...DEFAULT_LIMITS, maxFiles: 4 } },
)
const step = fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }), given: options })
const STEPS = 5

type Edit =
  | { readonly type: 'write'; readonly file: string; readonly article: SmallArticle }
  | { readonly type: 'remove' | 'rename'; readonly file: string }

function apply(dump: string, change: Edit): void {
  const path = join(dump, change.file)
  if (change.type === 'write') writeDump(dump, { [change.file]: toRawText(change.article) })
  else if (change.type === 'remove') rmSync(path, { force: true })
  else if (change.file in readTree(dump)) renameSync(path, `${path}.renamed`)
}

rebuild(
  `a warm build equals a cold one after each of ${STEPS} steps of edits, removals, renames and changed options`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
        const { dump, out, cold } = makeDump()
        await buildHere({ sources: [dump], out })
        for (const { edits, given } of steps) {
          for (const change of edits) apply(dump, change)
          await buildHere({ sources: [dump], out, ...given })
          await buildHere({ sources: [dump], out: cold, cache: false, ...given })
          assertSame(out, cold)
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
)

/** Edits that move different things: ordinals, lists, cards, whole buckets. */
const SINGLE_EDITS: Readonly<Record<string, Edit>> = {
  'a retitled article': {
    type: 'write',
    file: '214/Q214864.TXT',
    article: { number: 214_864, title: 'BUG: Another name', date: '11-JUN-2001', text: 'It waits.', cites: [214_865] },
  },
  'an article before all others': {
    type: 'write',
    file: 'new/Q100001.TXT',
    article: { number: 100_001, title: 'The first one', date: '01-JAN-1999', text: 'It waits.', cites: [250_000] },
  },
  'a file that holds another article now': {
    type: 'write',
    file: '101/Q101001.TXT',
    article: { number: 299_999, title: 'Wanted for long', date: '01-JAN-1999', text: 'It waits.', cites: [] },
  },
  'the removal of the only article of a bucket': { type: 'remove', file: 'kept.txt' },
}

for (const [what, change] of Object.entries(SINGLE_EDITS))
  rebuild(`a warm build equals a cold one after ${what}`, async () => {
    const { dump, out, cold } = makeDump()
    await buildHere({ sources: [dump], out })
    apply(dump, change)
    await buildHere({ sources: [dump], out })
    await buildHere({ sources: [dump], out: cold, cache: false })
    assertSame(out, cold)
  })

/** Many articles beside few changed ones. */
const MANY = Object.fromEntries(
  [100, 101, 102, 214, 215, 300].flatMap((bucket) =>
    [1, 2, 3, 40, 41].map((number) => [`${bucket}-${number}.txt`, toRawText({ number: 1_000 * bucket + number })]),
  ),
)
const one: SmallArticle = { number: 102_003, text: 'The zebra of the spooler waits.', cites: [214_001] }

/** What changes the index in different ways, one after the other. */
const EDITS_OF_FEW: readonly Edit[] = [
  { type: 'write', file: '102-3.txt', article: one },
  { type: 'write', file: '102-4.txt', article: { ...one, number: 102_004 } },
  { type: 'remove', file: '214-40.txt' },
  { type: 'write', file: 'new.txt', article: { ...one, number: 103_500 } },
  { type: 'remove', file: 'new.txt' },
  { type: 'write', file: '100-0.txt', article: { ...one, number: 100_000 } },
]

rebuild('a build says how many files it wrote, left as they were and removed, its own markers left aside', async () => {
  const { dump, out } = makeDump()
  const build = async () => (await buildHere({ sources: [dump], out })).summary
  const first = await build()
  const { length } = ['site', 'data'].flatMap((tree) => Object.keys(readTree(join(out, tree))))
  assert.is(first.counts.files, length)
  assert.equal(first.published, { written: length - 1, unchanged: 0, removed: 0 })
  apply(dump, { type: 'remove', file: 'kept.txt' })
  const { published, counts } = await build()
  assert.is(published.written + published.unchanged, counts.files - 1)
  assert.ok(published.written > 0 && published.unchanged > 0 && published.removed > 0, JSON.stringify(published))
})

rebuild('a warm build equals a cold one after each of several changes of a larger archive', async () => {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  const out = join(folder, 'out')
  const cold = join(folder, 'cold')
  writeDump(dump, MANY)
  await buildHere({ sources: [dump], out })
  for (const change of isThorough ? EDITS_OF_FEW : EDITS_OF_FEW.slice(0, 3)) {
    apply(dump, change)
    await buildHere({ sources: [dump], out })
    await buildHere({ sources: [dump], out: cold, cache: false })
    assertSame(out, cold)
  }
})

/** Numbers of one bucket with room between them, so that another article may come at each position. */
const CROWDED = [108_007, 108_014, 108_021, 108_028, 108_035]
const says = (number: number): SmallArticle => ({ number, text: `The word${number} of the spooler waits.` })

/** The ids that a search of the built site finds. */
async function findIds(out: string, text: string): Promise<readonly string[]> {
  const { hits } = await createSearch(createDiskShardLoader(join(out, 'site'))).search(makeRequest(text))
  return hits.map(({ id }) => id)
}

rebuild('a warm build equals a cold one after any article of a bucket is removed while another comes', async () => {
  const { dump, out, cold } = makeDump()
  const write = (number: number) => writeDump(dump, { [`${number}.txt`]: toRawText(says(number)) })
  for (const number of CROWDED) write(number)
  mustBuild([dump, '--out', out])
  let numbers = CROWDED
  for (let position = 0; position < CROWDED.length; position++) {
    const [removed = 0, added = 0] = [numbers[position], (numbers[(position + 3) % CROWDED.length] ?? 0) + 1]
    rmSync(join(dump, `${removed}.txt`))
    write(added)
    numbers = [...numbers.filter((number) => number !== removed), added].sort((a, b) => a - b)
    mustBuild([dump, '--out', out])
    for (const number of [...numbers, removed])
      assert.equal(await findIds(out, `word${number}`), number === removed ? [] : [`Q${number}`])
  }
  mustBuild([dump, '--out', cold, '--no-cache'])
  assertSame(out, cold)
})

rebuild('a build after an edit of one article makes no other page than its own and its original text', () => {
  const { dump, out } = makeDump()
  mustBuild([dump, '--out', out])
  const file = '214/Q214864.TXT'
  writeDump(dump, { [file]: (SMALL_DUMP[file] ?? '').replace('kbprb', 'kbbug') })
  const run = runKb(['build', dump, '--out', out])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stderr, /render: 2 pages/)
})

rebuild('a build makes those files anew that others have changed, and no other page', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', out])
  for (const name of ['kb/214/Q214864/index.html', 'search/columns.js', 'search/cards/0000.js'])
    writeFileSync(join(out, 'site', name), 'edited by hand')
  const run = runKb(['build', dump, '--out', out])
  assert.match(run.stderr, /render: 1 pages/)
  mustBuild([dump, '--out', cold, '--no-cache'])
  assertSame(out, cold)
})

/** A copy of the compiled program with another page for `legal/`, and another text of the template of articles. */
function copyEdited(folder: string): string {
  const program = copyProgram(folder)
  const edit = (name: string, change: (code: string) => string) => {
    const file = join(folder, 'lib/templates', name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
  edit('article.11ty.js', (code) => `${code}\n// edited\n`)
  edit('legal.11ty.js', (code) => code.replaceAll('Legal', 'Whose it is'))
  return program
}

rebuild('a build with another template equals a cold one with it, and parses nothing', () => {
  const { dump, out, cold } = makeDump()
  mustBuild([dump, '--out', out])
  const changed = copyEdited(makeScratch())
  const run = spawnSync(process.execPath, [changed, 'build', dump, '--out', out], { encoding: 'utf8' })
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stderr, /parse: 0 articles/)
  execFileSync(process.execPath, [changed, 'build', dump, '--out', cold, '--no-cache', '--quiet'])
  assertSame(out, cold)
  assert.match(readTree(join(out, 'site'))['legal/index.html'] ?? '', /Whose it is/)
})

rebuild.run()

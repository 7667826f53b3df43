/** Each option of a build, changed between two builds of one folder: the second makes what it would have made alone. */
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DEFAULT_LIMITS, type Limits } from '../../src/dump/limits.js'
import type { BuildOptions } from '../../src/pipeline/run/build-options.js'
import { toZip } from '../dump/tiny-archives.js'
import { buildHere } from '../support/build-here.js'
import { assertSame } from '../support/built-twice.js'
import { compareTrees, makeScratch, toRawText, writeDump } from '../support/small-dump.js'

const test = suite('options')

const LONG = 'The press hums. '.repeat(400)

/** Two articles in one file, one of them long; a long file; a file in a code page; an archive. */
const DUMP = {
  'two.txt': `${toRawText({ number: 100_101 })}\r\n${toRawText({ number: 100_102, text: LONG })}`,
  'long.txt': toRawText({ number: 100_103, text: LONG }),
  'latin.txt': Buffer.from(toRawText({ number: 214_864, text: 'Caf\u00e9 \u00fcber' }), 'latin1'),
  'more/Q214865.TXT': toRawText({ number: 214_865 }),
  'revised.txt': toRawText({ number: 214_865, date: '01-JAN-1999', text: LONG }),
}

const limits = (change: Partial<Limits>) => ({ limits: { ...DEFAULT_LIMITS, ...change } })

/** For each limit one that the dump exceeds. */
const LIMITS: Readonly<Record<keyof Limits, Partial<Limits>>> = {
  maxArticleBytes: { maxArticleBytes: 3_000 },
  maxBucketBytes: { maxBucketBytes: 9_000, maxArticleBytes: 8_000 },
  maxFileBytes: { maxFileBytes: 3_000 },
  maxArchiveBytes: { maxArchiveBytes: 3_000 },
  maxFiles: { maxFiles: 3 },
}

/** For each option another value than the usual one; `null`: tested by itself below, or it decides nothing of the site. */
const OTHERS: Readonly<Record<keyof BuildOptions, Partial<BuildOptions> | null>> = {
  sources: null,
  out: null,
  title: { title: 'Another name' },
  siteUrl: { siteUrl: 'https://example.org/kb/' },
  jobs: { jobs: 1 },
  publishData: { publishData: true },
  originals: { originals: false },
  pwa: { pwa: true },
  cache: null,
  encoding: { encoding: 'cp437' },
  limits: null,
}

const CHANGES: readonly (readonly [string, Partial<BuildOptions>])[] = [
  ...Object.entries(OTHERS).flatMap(([name, change]) => (change === null ? [] : [[name, change] as const])),
  ...Object.entries(LIMITS).map(([name, change]) => [name, limits(change)] as const),
]

test('a build with an option, and the next one without it, equal cold ones', async () => {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  const zip = join(folder, 'dump.zip')
  writeDump(dump, DUMP)
  writeDump(folder, {
    'dump.zip': toZip(
      Object.entries(DUMP).map(([name, data]) => ({ name: `zip/${name}`, content: Buffer.from(data) })),
    ),
  })
  const sources = [dump, zip]
  const [out, usual] = [join(folder, 'out'), join(folder, 'usual')]
  await buildHere({ sources, out: usual })
  await buildHere({ sources, out })
  for (const [name, change] of CHANGES) {
    const cold = join(folder, name)
    await buildHere({ sources, out: cold, ...change })
    if (name !== 'jobs') assert.not.equal(compareTrees(cold, usual), [], `${name} makes a difference`)
    await buildHere({ sources, out, ...change })
    assert.equal([name, compareTrees(join(out, 'site'), join(cold, 'site'))], [name, []])
    assertSame(out, cold)
    await buildHere({ sources, out })
    assert.equal([name, compareTrees(join(out, 'site'), join(usual, 'site'))], [name, []])
    assertSame(out, usual)
  }
})

test('the same articles make the same site however their sources are named and ordered', async () => {
  const folder = makeScratch()
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  writeDump(a, { 'a.txt': toRawText({ number: 100_101 }) })
  writeDump(b, { 'b.txt': toRawText({ number: 100_102 }) })
  const outs = [
    [a, b],
    [b, a],
    [`${a}/../b/.`, a],
  ].map((sources, at) => ({ sources, out: join(folder, `out-${at}`) }))
  for (const build of outs) await buildHere(build)
  for (const { out } of outs.slice(1)) assertSame(out, join(folder, 'out-0'))
})

test('a single file is named by its name, not by the way to it', async () => {
  const folder = makeScratch()
  writeDump(folder, { 'a/a.txt': toRawText({ number: 100_101 }) })
  const given = [join(folder, 'a', 'a.txt'), join(folder, 'a', '..', 'a', 'a.txt')]
  for (const [at, source] of given.entries()) await buildHere({ sources: [source], out: join(folder, String(at)) })
  assertSame(join(folder, '0'), join(folder, '1'))
})

test('what kb has written into a source is no source', async () => {
  const folder = makeScratch()
  writeDump(folder, { 'a.txt': toRawText({ number: 100_101 }) })
  const out = join(folder, 'dist')
  await buildHere({ sources: [folder], out })
  await buildHere({ sources: [folder], out: join(folder, 'other', 'dist') })
  const { summary } = await buildHere({ sources: [folder], out })
  assert.is(summary.copies, 0)
  assert.is(summary.articles, 1)
  const skipped = summary.skipped.find(({ reason }) => reason === 'own-output')
  assert.equal(skipped?.names, ['dist/.kb-cache/', 'dist/site/', 'other/dist/.kb-cache/', 'other/dist/site/'])
})

test.run()

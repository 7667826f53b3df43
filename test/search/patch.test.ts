/** A partition patched after a change of few buckets has the very bytes of one merged anew. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseShardScript, readPayload } from '../../src/search/codec/shard-script.js'
import { type BucketIndex, indexBucket } from '../../src/search/indexer/index-bucket.js'
import { mergePartition, readArchiveShape } from '../../src/search/indexer/merge-partition.js'
import { PARTITION_COUNT } from '../../src/search/indexer/partitions.js'
import { patchPartition } from '../../src/search/indexer/patch/patch-partition.js'
import type { MadePartition } from '../../src/search/indexer/word-shards.js'
import { makeDocument } from './memory-index.js'

const test = suite('patching a partition')

const word = fc.constantFrom('spooler', 'printer', 'tray', 'paper', 'hums', 'zebra', '0x80004005', 'the')
/** What several articles have word for word, so that they share its places. */
const passage = fc.constantFrom(
  'the spooler of the printer hums when a tray has no paper and the zebra waits',
  'printer hums when a tray has no paper and no zebra waits in the spooler',
)
const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: passage }), { maxLength: 30 })
  .map((words) => words.join(' '))
/** Long enough for common words to have their places in several chunks. */
const longText = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => `${words.join(' ')} `.repeat(500))
const body = fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: longText })

interface Article {
  readonly number: number
  readonly title: string
  readonly body: string
}

const article = fc.record({ number: fc.constantFrom(...numbersOf([100, 101, 108, 300, 700], 5)), title: text, body })

/** Some numbers of each of these buckets. */
function numbersOf(buckets: readonly number[], count: number): readonly number[] {
  return buckets.flatMap((bucket) => Array.from({ length: count }, (_, i) => bucket * 1_000 + 7 * i))
}

/** The articles of an archive by number, of several with one number the last. */
function toArchive(articles: readonly Article[]): ReadonlyMap<number, Article> {
  return new Map(articles.map((entry) => [entry.number, entry]))
}

/** An archive's buckets, by number; those that are equal in `others` are the same objects. */
function indexAll(archive: ReadonlyMap<number, Article>, others: Buckets = new Map()): Buckets {
  const numbers = [...archive.keys()].sort((a, b) => a - b)
  const buckets = new Map<number, BucketIndex>()
  for (const bucket of new Set(numbers.map((number) => Math.floor(number / 1_000)))) {
    const own = numbers.filter((number) => Math.floor(number / 1_000) === bucket)
    const index = indexBucket(
      own.map((number) => makeDocument(number, archive.get(number)?.title ?? '', archive.get(number)?.body ?? '')),
    )
    const other = others.get(bucket)
    const isSame = other !== undefined && JSON.stringify(other) === JSON.stringify(index)
    buckets.set(bucket, isSame ? other : index)
  }
  return buckets
}

type Buckets = ReadonlyMap<number, BucketIndex>

function runOf({ runs }: BucketIndex, partition: number): Uint8Array {
  return runs[partition] ?? new Uint8Array()
}

function merge(partition: number, buckets: Buckets): Promise<MadePartition> {
  const all = [...buckets.values()]
  return mergePartition(
    partition,
    all.map((index) => runOf(index, partition)),
    readArchiveShape(all),
  )
}

/** Shard name -> its bytes. */
function payloadsOf({ files }: Pick<MadePartition, 'files'>): Map<string, Uint8Array> {
  return new Map(files.map(({ name, bytes }) => [name, readPayload(parseShardScript(bytes)?.payload ?? '')] as const))
}

/** The partition of `before` patched for `after`: its entries, and all its shards by name, kept ones among them. */
async function patch(partition: number, before: Buckets, after: Buckets) {
  const old = await merge(partition, before)
  const payloads = payloadsOf(old)
  const shapes = { before: readArchiveShape([...before.values()]), after: readArchiveShape([...after.values()]) }
  const toPart = (buckets: Buckets, bucket: number, bases: readonly number[]) => {
    const index = buckets.get(bucket)
    if (index === undefined) return null
    const base = bases[[...buckets.keys()].indexOf(bucket)] ?? 0
    return { base, numbers: index.numbers, run: runOf(index, partition) }
  }
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key))
  const changes = changed
    .sort((a, b) => a - b)
    .map((bucket) => ({
      before: toPart(before, bucket, shapes.before.bases),
      after: toPart(after, bucket, shapes.after.bases),
    }))
  const load = (name: string) => payloads.get(name) ?? new Uint8Array()
  const { entries, files, kept } = await patchPartition({ partition, entries: old.entries, load, changes, ...shapes })
  const shards = [...kept.map((name) => [name, load(name)] as const), ...payloadsOf({ files })]
  return { entries, shards: Object.fromEntries(shards.sort()), kept }
}

async function assertPatched(before: Buckets, after: Buckets): Promise<void> {
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    const merged = await merge(partition, after)
    const patched = await patch(partition, before, after)
    assert.equal(patched.entries, merged.entries)
    assert.equal(patched.shards, Object.fromEntries([...payloadsOf(merged)].sort()))
  }
}

test('a partition patched for articles edited, added and removed equals one merged from all runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 14 }),
      fc.array(article, { maxLength: 2 }),
      fc.array(fc.nat(), { maxLength: 2 }),
      async (articles, written, removed) => {
        const archive = toArchive(articles)
        const gone = new Set(removed.map((choice) => articles[choice % articles.length]?.number))
        const now = toArchive([...archive.values(), ...written].filter(({ number }) => !gone.has(number)))
        const before = indexAll(archive)
        await assertPatched(before, indexAll(now, before))
      },
    ),
    { numRuns: 60 },
  )
})

test('a partition with chunks patched for one edit equals one merged from all runs', async () => {
  const words = 'the spooler of a printer hums when the tray has no paper '
  const articles = numbersOf([100, 101, 102, 164, 300], 4).map((number, i) => ({
    number,
    title: `Printer ${i}`,
    body: words.repeat(240 + i),
  }))
  const before = indexAll(toArchive(articles))
  const edited = articles.map((entry) =>
    entry.number === 102_007 ? { ...entry, body: `a zebra or the ${entry.body}` } : entry,
  )
  await assertPatched(before, indexAll(toArchive(edited), before))
  await assertPatched(before, indexAll(toArchive(articles.slice(1)), before))
  await assertPatched(before, indexAll(toArchive([...articles, { number: 900_000, title: '', body: words }]), before))
})

test('a partition without a word of the edited article keeps its shards', async () => {
  const kept = { number: 100_101, title: 'tray', body: 'zebra' }
  const before = indexAll(toArchive([kept, { number: 200_200, title: 'printer', body: 'printer paper' }]))
  const edited = toArchive([kept, { number: 200_200, title: 'printer', body: 'paper printer' }])
  const after = indexAll(edited, before)
  const index = after.get(200) ?? indexBucket([])
  const touched = Array.from({ length: PARTITION_COUNT }, (_, partition) => partition).filter((partition) =>
    ['paper', 'printer'].some((term) => new TextDecoder().decode(runOf(index, partition)).includes(term)),
  )
  assert.ok(touched.length > 0)
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    if (touched.includes(partition)) continue
    const { kept: names, shards } = await patch(partition, before, after)
    assert.equal([...names].sort(), Object.keys(shards))
  }
})

test.run()

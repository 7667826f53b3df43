/** A partition patched after a change of few buckets has the very bytes of one merged anew. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type MergedPartition, mergePartition, readArchiveShape } from '../../src/search/merge.js'
import { PARTITION_COUNT } from '../../src/search/partitions.js'
import { patchPartition } from '../../src/search/patch.js'
import { type BucketIndex, indexBucket } from '../../src/search/postings.js'
import { parseShardScript, readPayload } from '../../src/search/shard-script.js'
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
const bucket = fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 4 })

function indexOf(documents: readonly { readonly title: string; readonly body: string }[]): BucketIndex {
  return indexBucket(documents.map(({ title, body }, i) => makeDocument(100_101 + i, title, body)))
}

function runOf({ runs }: BucketIndex, partition: number): Uint8Array {
  return runs[partition] ?? new Uint8Array()
}

function merge(partition: number, buckets: readonly BucketIndex[]): Promise<MergedPartition> {
  return mergePartition(
    partition,
    buckets.map((index) => runOf(index, partition)),
    readArchiveShape(buckets),
  )
}

/** Shard name -> its bytes. */
function payloadsOf({ files }: MergedPartition): Map<string, Uint8Array> {
  return new Map(files.map(({ name, bytes }) => [name, readPayload(parseShardScript(bytes)?.payload ?? '')] as const))
}

/** The partition of `before` patched for `after`: its entries, and all its shards by name, kept ones among them. */
async function patch(partition: number, before: readonly BucketIndex[], after: readonly BucketIndex[]) {
  const old = await merge(partition, before)
  const payloads = payloadsOf(old)
  const archive = readArchiveShape(after)
  const changes = after.flatMap((index, i) => {
    const former = before[i]
    if (former === undefined || former === index) return []
    const toRun = (bucketIndex: BucketIndex) => ({ extents: bucketIndex.extents, run: runOf(bucketIndex, partition) })
    return [{ base: archive.bases[i] ?? 0, before: toRun(former), after: toRun(index) }]
  })
  const load = (name: string) => payloads.get(name) ?? new Uint8Array()
  const { entries, files, kept } = await patchPartition({ partition, entries: old.entries, load, changes, archive })
  const shards = [...kept.map((name) => [name, load(name)] as const), ...payloadsOf({ entries, files })]
  return { entries, shards: Object.fromEntries(shards.sort()), kept }
}

test('a partition patched for edited articles equals one merged from all runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(bucket, { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(fc.record({ title: text, body: text })),
      fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
      async (buckets, others, chosen) => {
        const before = buckets.map(indexOf)
        const after = [...before]
        for (const choice of chosen) {
          const at = choice % buckets.length
          after[at] = indexOf([...others.take(1), ...(buckets[at] ?? []).slice(1)])
        }
        for (let partition = 0; partition < PARTITION_COUNT; partition++) {
          const merged = await merge(partition, after)
          const patched = await patch(partition, before, after)
          assert.equal(patched.entries, merged.entries)
          assert.equal(patched.shards, Object.fromEntries([...payloadsOf(merged)].sort()))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a partition without a word of the edited article keeps its shards', async () => {
  const kept = [{ title: 'tray', body: 'zebra' }]
  const before = [indexOf(kept), indexOf([{ title: 'printer', body: 'printer paper' }])]
  const after = [...before.slice(0, 1), indexOf([{ title: 'printer', body: 'paper printer' }])]
  const touched = Array.from({ length: PARTITION_COUNT }, (_, partition) => partition).filter((partition) =>
    ['paper', 'printer'].some((term) =>
      new TextDecoder().decode(runOf(after[1] ?? indexOf([]), partition)).includes(term),
    ),
  )
  assert.ok(touched.length > 0)
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    if (touched.includes(partition)) continue
    const { kept: names, shards } = await patch(partition, before, after)
    assert.equal([...names].sort(), Object.keys(shards))
  }
})

test.run()

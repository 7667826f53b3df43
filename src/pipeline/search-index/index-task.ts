/**
 * Worker: merges partitions of the search index from all buckets' parts; writes the shards that differ.
 *
 * A partition that was merged before is patched where few buckets have changed since, see `patch.ts`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseShardScript, readPayload } from '../../search/codec/shard-script.js'
import { mergePartition } from '../../search/indexer/merge-partition.js'
import type { BucketPart } from '../../search/indexer/patch/changed-bucket.js'
import { patchPartition } from '../../search/indexer/patch/patch-partition.js'
import type { MadePartition } from '../../search/indexer/word-shards.js'
import type { WordShardEntry } from '../../search/shards/manifest.js'
import { indexFile } from '../parse/bucket-cache.js'
import { openBucketIndex } from '../store/bucket-index-file.js'
import type { Output } from '../store/output-state.js'
import { type Stage, stageFile } from '../store/stage-file.js'
import { FormerArchives, type FormerBucket, type IndexedArchive, toArchive } from './former-archive.js'

export interface IndexInput {
  readonly partitions: readonly PartitionInput[]
  readonly bucketFolder: string
  /** All buckets, in order. */
  readonly buckets: readonly string[]
  readonly stage: Stage
}

export interface PartitionInput {
  readonly partition: number
  readonly key: string
  /** Null: there is nothing to patch. */
  readonly former: FormerPartition | null
}

/** A partition as it was merged, of which all shards are still there. */
export interface FormerPartition {
  readonly entries: readonly WordShardEntry[]
  readonly outputs: readonly Output[]
  /** The buckets that it was merged from, in order. */
  readonly buckets: readonly string[]
  /** In the order of the buckets. */
  readonly changed: readonly FormerBucket[]
}

export interface PartitionOutput extends Pick<PartitionInput, 'partition' | 'key'> {
  readonly entries: readonly WordShardEntry[]
  readonly outputs: readonly Output[]
}

export type IndexOutput = readonly PartitionOutput[]

export async function performIndex(input: IndexInput): Promise<IndexOutput> {
  const archive = toArchive(
    input.buckets.map((bucket) => [bucket, openBucketIndex(indexFile(input.bucketFolder, bucket))]),
  )
  const formerArchives = new FormerArchives(input.bucketFolder, archive)
  const made: PartitionOutput[] = []
  for (const { partition, key, former } of input.partitions) {
    const before = former === null ? null : formerArchives.find(partition, former.buckets, former.changed)
    const { entries, files, kept } =
      former === null || before === null
        ? await mergePartition(
            partition,
            archive.buckets.map(([, file]) => file.readRun(partition)),
            archive.shape,
          )
        : await patch({ input, partition, former, before, archive })
    const keptPaths = new Set(kept.map(shardPath))
    const keptOutputs = (former?.outputs ?? []).filter(({ path }) => keptPaths.has(path))
    const staged = files.map(({ name, bytes }) => stageFile(input.stage, { path: shardPath(name), key }, bytes))
    const outputs = [...keptOutputs.map((output) => ({ ...output, key })), ...staged.map(({ output }) => output)]
    made.push({ partition, key, entries, outputs })
  }
  return made
}

function shardPath(name: string): string {
  return `site/search/${name}.js`
}

interface PatchTask {
  readonly input: IndexInput
  readonly partition: number
  readonly former: FormerPartition
  readonly before: IndexedArchive
  readonly archive: IndexedArchive
}

function patch({ input, partition, former, before, archive }: PatchTask): Promise<MadePartition> {
  const changes = former.changed.map(({ bucket }) => ({
    before: readPart(before, bucket, partition),
    after: readPart(archive, bucket, partition),
  }))
  const load = (name: string) => readShard(join(input.stage.out, shardPath(name)))
  const { entries } = former
  return patchPartition({ partition, entries, load, changes, before: before.shape, after: archive.shape })
}

/** A bucket's part of an archive; null where that has no such bucket. */
function readPart({ buckets, shape }: IndexedArchive, bucket: string, partition: number): BucketPart | null {
  const at = buckets.findIndex(([name]) => name === bucket)
  const file = buckets[at]?.[1]
  if (file === undefined) return null
  return { base: shape.bases[at] ?? 0, numbers: file.numbers, run: file.readRun(partition) }
}

function readShard(path: string): Uint8Array {
  const shard = parseShardScript(readFileSync(path))
  if (shard === null) throw new Error(`Expected a shard of the index, found something else in \`${path}\``)
  return readPayload(shard.payload)
}

/**
 * Worker: merges partitions of the search index from all buckets' parts; writes the shards that differ.
 *
 * A partition that was merged before is patched where few buckets have changed since, see `patch.ts`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ArchiveShape,
  type MergedPartition,
  mergePartition,
  readArchiveShape,
  type WordShardEntry,
} from '../search/merge.js'
import { type BucketChange, patchPartition } from '../search/patch.js'
import { parseShardScript, readPayload } from '../search/shard-script.js'
import { formerIndexFile, hashPart, indexFile } from './bucket-cache.js'
import { type BucketIndexFile, openBucketIndex } from './bucket-index-file.js'
import type { Output } from './output-state.js'
import { type Stage, stageFile } from './stage-file.js'
import type { Position } from './tasks.js'

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
  readonly changed: readonly ChangedBucket[]
}

/** A bucket that had other extents or another run then: its place among the buckets, and the hashes of then. */
export interface ChangedBucket {
  readonly at: number
  readonly extents: string
  readonly run: string
}

export interface PartitionOutput extends Pick<PartitionInput, 'partition' | 'key'> {
  readonly entries: readonly WordShardEntry[]
  readonly outputs: readonly Output[]
}

export type IndexOutput = readonly PartitionOutput[]

export async function performIndex(input: IndexInput, position: Position): Promise<IndexOutput> {
  const buckets = input.buckets.map((bucket) => openBucketIndex(indexFile(input.bucketFolder, bucket)))
  const archive = readArchiveShape(buckets)
  const made: PartitionOutput[] = []
  for (const { partition, key, former } of input.partitions) {
    const runs = (): Uint8Array[] => buckets.map((bucket) => bucket.readRun(partition))
    const patched = former === null ? null : await patch({ input, partition, former, buckets, archive })
    const merged = patched ?? { ...(await mergePartition(partition, runs(), archive)), kept: [] }
    const kept = (former?.outputs ?? []).filter(({ path }) => merged.kept.some((name) => path === shardPath(name)))
    const staged = merged.files.map(({ name, bytes }) => stageFile(input.stage, { path: shardPath(name), key }, bytes))
    const outputs = [...kept.map((output) => ({ ...output, key })), ...staged.map(({ output }) => output)]
    made.push({ partition, key, entries: merged.entries, outputs })
    position.advance(1)
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
  readonly buckets: readonly BucketIndexFile[]
  readonly archive: ArchiveShape
}

/** The partition patched; null where what it was merged from is not there any more. */
async function patch(task: PatchTask): Promise<(MergedPartition & { readonly kept: readonly string[] }) | null> {
  const { input, partition, former, archive } = task
  const changes: BucketChange[] = []
  for (const changed of former.changed) {
    const before = readFormer(task, changed)
    const bucket = task.buckets[changed.at]
    if (before === null || bucket === undefined) return null
    const after = { extents: bucket.extents, run: bucket.readRun(partition) }
    changes.push({ base: archive.bases[changed.at] ?? 0, before, after })
  }
  const load = (name: string) => readShard(join(input.stage.out, shardPath(name)))
  return patchPartition({ partition, entries: former.entries, load, changes, archive })
}

function readFormer({ input, partition }: PatchTask, { at, extents, run }: ChangedBucket) {
  const file = tryOpen(formerIndexFile(input.bucketFolder, input.buckets[at] ?? ''))
  if (file === null) return null
  const former = { extents: file.extents, run: file.readRun(partition) }
  return hashPart(former.extents) === extents && hashPart(former.run) === run ? former : null
}

function tryOpen(path: string): BucketIndexFile | null {
  try {
    return openBucketIndex(path)
  } catch {
    return null
  }
}

function readShard(path: string): Uint8Array {
  const shard = parseShardScript(readFileSync(path))
  if (shard === null) throw new Error(`Expected a shard of the index, found something else in \`${path}\``)
  return readPayload(shard.payload)
}

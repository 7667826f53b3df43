/**
 * Step: merges the buckets' parts of the search index in workers, a part of the partitions in each.
 *
 * A partition whose parts are the same as last time is kept; one with few changed buckets is patched.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../../disk/write-file.js'
import { PARTITION_COUNT } from '../../search/indexer/partitions.js'
import type { WordShardEntry } from '../../search/shards/manifest.js'
import type { Task } from '../../workers/pool.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import type { BuildRun } from '../run/build-run.js'
import { toKey } from '../store/code-keys.js'
import type { Output } from '../store/output-state.js'
import type { BuildTasks } from '../tasks.js'
import type { FormerBucket } from './former-archive.js'
import type { FormerPartition, IndexInput, PartitionInput } from './index-task.js'

/** What is kept of a merged partition besides its shards. */
interface PartitionNote {
  readonly key: string
  /** Of the code that merged it. */
  readonly code: string
  readonly entries: readonly WordShardEntry[]
  /** Its shards. */
  readonly paths: readonly string[]
  /** The buckets that it was merged from. */
  readonly buckets: readonly BucketPart[]
}

/** What a partition depends on of a bucket: how many articles it has, and hashes of its extents and its run. */
type BucketPart = readonly [bucket: string, articles: number, extents: string, run: string]

/** All partitions as the next site has them. */
export interface MergedIndex {
  readonly entries: ReadonlyMap<number, readonly WordShardEntry[]>
  readonly outputs: readonly Output[]
}

/** A partition is patched where at most this share of the articles is in changed buckets; else merging is faster. */
const MOST_CHANGED = 0.2

/** Merges what has changed. Gives the workers all their work at once, so the main thread may be busy meanwhile. */
export async function mergePartitions(build: BuildRun, buckets: readonly ParsedBucket[]): Promise<MergedIndex> {
  const entries = new Map<number, readonly WordShardEntry[]>()
  const outputs: Output[] = []
  const changed: PartitionInput[] = []
  const parts = Array.from({ length: PARTITION_COUNT }, (_, partition) => listParts(buckets, partition))
  for (const [partition, own] of parts.entries()) {
    const key = toKey([build.codeKeys.index, String(partition), ...own.flatMap((part) => part.map(String))])
    const former = findFormer(build, partition)
    if (former?.note.key !== key) changed.push({ partition, key, former: toFormer(build, former, own) })
    else {
      entries.set(partition, former.note.entries)
      for (const output of former.outputs) outputs.push(output)
    }
  }
  await build.pool.runAll(listTasks(build, buckets, changed), (merged) => {
    for (const { partition, key, ...made } of merged) {
      entries.set(partition, made.entries)
      for (const output of made.outputs) outputs.push(output)
      const paths = made.outputs.map(({ path }) => path)
      const own = parts[partition] ?? []
      writeNote(build, partition, { key, code: build.codeKeys.index, entries: made.entries, paths, buckets: own })
    }
  })
  return { entries, outputs }
}

function listParts(buckets: readonly ParsedBucket[], partition: number): BucketPart[] {
  return buckets.map(({ bucket, note }) => [bucket, note.articles, note.extents, note.runs[partition] ?? ''])
}

interface Former {
  readonly note: PartitionNote
  readonly outputs: readonly Output[]
}

/** The partition as the last build left it, if all its shards are there. */
function findFormer({ space, previous }: BuildRun, partition: number): Former | null {
  const note = readNote(noteFile(space.partitions, partition))
  if (note === null) return null
  const outputs = note.paths.flatMap((path) => previous.find(path, note.key) ?? [])
  return outputs.length === note.paths.length ? { note, outputs } : null
}

/** What can be patched; null where too much has changed, or the code. */
function toFormer({ codeKeys }: BuildRun, former: Former | null, now: readonly BucketPart[]): FormerPartition | null {
  if (former === null || former.note.code !== codeKeys.index) return null
  const before = new Map(former.note.buckets.map((part) => [part[0], part]))
  const after = new Map(now.map((part) => [part[0], part]))
  const changed: FormerBucket[] = []
  let [changedArticles, allArticles] = [0, 0]
  for (const bucket of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => Number(a) - Number(b))) {
    const [was, is] = [before.get(bucket), after.get(bucket)]
    allArticles += was?.[1] ?? 0
    if (was !== undefined && is !== undefined && was.every((value, i) => value === is[i])) continue
    changed.push({ bucket, before: was === undefined ? null : { extents: was[2], run: was[3] } })
    changedArticles += Math.max(was?.[1] ?? 0, is?.[1] ?? 0)
  }
  if (changedArticles > allArticles * MOST_CHANGED) return null
  return { entries: former.note.entries, outputs: former.outputs, buckets: [...before.keys()], changed }
}

function listTasks(
  { space, pool }: BuildRun,
  buckets: readonly ParsedBucket[],
  partitions: readonly PartitionInput[],
): Task<BuildTasks, 'index'>[] {
  const common: Omit<IndexInput, 'partitions'> = {
    bucketFolder: space.buckets,
    buckets: buckets.map(({ bucket }) => bucket),
    stage: { stage: space.stage, out: space.out },
  }
  const workers = Math.max(1, pool.size)
  return Array.from({ length: workers }, (_, worker) => partitions.filter((_, i) => i % workers === worker))
    .filter((own) => own.length > 0)
    .map((own) => ({
      name: 'index',
      label: `index partitions ${own.map(({ partition }) => partition).join(', ')}`,
      input: { ...common, partitions: own },
    }))
}

function noteFile(folder: string, partition: number): string {
  return join(folder, `${partition}.json`)
}

function readNote(file: string): PartitionNote | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function writeNote({ space }: BuildRun, partition: number, note: PartitionNote): void {
  replaceFile(noteFile(space.partitions, partition), JSON.stringify(note))
}

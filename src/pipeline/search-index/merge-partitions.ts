/**
 * Step: merges the indexes of all buckets in workers. The partitions are divided evenly among the workers.
 *
 * A partition is reused if all its bucket runs are those of the previous build.
 */
import { join } from 'node:path'
import { PARTITION_COUNT } from '../../search/indexer/partitions.js'
import type { WordShardEntry } from '../../search/shards/manifest.js'
import type { Task } from '../../workers/pool.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import type { BuildRun } from '../run/build-run.js'
import { readNote, writeNote } from '../store/checked-file.js'
import { toKey } from '../store/code-keys.js'
import type { Output } from '../store/output-state.js'
import type { BuildTasks } from '../tasks.js'
import type { IndexInput, PartitionInput } from './index-task.js'

/** The cached note of a merged partition. */
interface PartitionNote {
  readonly key: string
  readonly entries: readonly WordShardEntry[]
  /** The paths of its shards. */
  readonly paths: readonly string[]
}

/** All partitions of the new site. */
export interface MergedIndex {
  readonly entries: ReadonlyMap<number, readonly WordShardEntry[]>
  readonly outputs: readonly Output[]
}

/** Merges the changed partitions. All tasks are given out at once, so the main thread can do other work meanwhile. */
export async function mergePartitions(build: BuildRun, buckets: readonly ParsedBucket[]): Promise<MergedIndex> {
  const entries = new Map<number, readonly WordShardEntry[]>()
  const outputs: Output[] = []
  const changed: PartitionInput[] = []
  // The coding of places depends on the lengths of fields, that of articles on ordinals: both depend on all buckets.
  const frame = toKey(buckets.flatMap(({ bucket, note }) => [bucket, String(note.articles), note.extents]))
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    const runs = buckets.map(({ note }) => note.runs[partition] ?? '')
    const key = toKey([build.codeKeys.index, String(partition), frame, ...runs])
    const previous = findPrevious(build, partition, key)
    if (previous === null) changed.push({ partition, key })
    else {
      entries.set(partition, previous.note.entries)
      for (const output of previous.outputs) outputs.push(output)
    }
  }
  await build.pool.runAll(listTasks(build, buckets, changed), (merged) => {
    for (const { partition, key, ...made } of merged) {
      entries.set(partition, made.entries)
      for (const output of made.outputs) outputs.push(output)
      const paths = made.outputs.map(({ path }) => path)
      writeNote(noteFile(build.space.partitions, partition), { key, entries: made.entries, paths })
    }
  })
  return { entries, outputs }
}

interface Previous {
  readonly note: PartitionNote
  readonly outputs: readonly Output[]
}

/** The partition of the previous build, if its key is `key` and all its shards are still there. */
function findPrevious({ space, previous }: BuildRun, partition: number, key: string): Previous | null {
  const note = readNote<PartitionNote>(noteFile(space.partitions, partition))
  if (note?.key !== key) return null
  const outputs = note.paths.flatMap((path) => previous.find(path, key) ?? [])
  return outputs.length === note.paths.length ? { note, outputs } : null
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

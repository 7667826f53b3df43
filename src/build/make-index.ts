/** Step: merges the buckets' parts of the search index, a partition a task; then makes what exists once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeIndexFiles } from '../search/manifest.js'
import type { WordShardEntry } from '../search/merge.js'
import { PARTITION_COUNT } from '../search/partitions.js'
import { indexFile } from './bucket-cache.js'
import { readBucketIndex } from './bucket-index-file.js'
import { type BuiltCatalog, toSearchCards } from './build-catalog.js'
import type { BuildRun } from './build-run.js'
import { toKey } from './code-keys.js'
import { FileSet } from './file-set.js'
import type { Output } from './output-state.js'
import type { ParsedBucket } from './parse-buckets.js'
import type { Task } from './pool.js'
import { stageFile } from './stage-file.js'
import { replaceFile } from './write-file.js'

/** What is kept of a merged partition besides its shards. */
interface PartitionNote {
  readonly key: string
  readonly entries: readonly WordShardEntry[]
  /** Its shards. */
  readonly paths: readonly string[]
}

/** Parts of a bucket's index before the runs: lengths and extents, which every partition depends on. */
const FRAME_PARTS = 2

export async function makeIndex(
  build: BuildRun,
  buckets: readonly ParsedBucket[],
  catalog: BuiltCatalog,
): Promise<FileSet> {
  const files = new FileSet()
  const merged = new Map<number, readonly WordShardEntry[]>()
  const tasks: Task<'index'>[] = []
  for (let partition = 0; partition < PARTITION_COUNT; partition++) {
    const key = partitionKey(build, buckets, partition)
    const kept = findKept(build, partition, key)
    if (kept === null) tasks.push(toTask(build, buckets, { partition, key }))
    else {
      merged.set(partition, kept.entries)
      for (const output of kept.outputs) files.addKept(output)
    }
  }
  build.clock.begin('index', 'partitions', tasks.length)
  await build.pool.runAll(tasks, (output, { input: { partition, key } }) => {
    merged.set(partition, output.entries)
    files.addStaged(output.files)
    const note: PartitionNote = { key, entries: output.entries, paths: output.files.map((file) => file.output.path) }
    replaceFile(noteFile(build, partition), JSON.stringify(note))
  })
  await addSingleFiles(build, { buckets, catalog, merged }, files)
  return files
}

function partitionKey({ codeKeys }: BuildRun, buckets: readonly ParsedBucket[], partition: number): string {
  const parts = buckets.flatMap(({ note }) => [
    ...note.indexParts.slice(0, FRAME_PARTS),
    note.indexParts[FRAME_PARTS + partition] ?? '',
  ])
  return toKey([codeKeys.parse, String(partition), ...parts])
}

function noteFile({ space }: BuildRun, partition: number): string {
  return join(space.partitions, `${partition}.json`)
}

/** The partition as an earlier build left it, if it was made from the same and all its shards are there. */
function findKept(build: BuildRun, partition: number, key: string) {
  const note = readNote(noteFile(build, partition))
  if (note?.key !== key) return null
  const outputs: Output[] = note.paths.flatMap((path) => build.previous.find(path, key) ?? [])
  return outputs.length === note.paths.length ? { entries: note.entries, outputs } : null
}

function readNote(file: string): PartitionNote | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function toTask(
  { space }: BuildRun,
  buckets: readonly ParsedBucket[],
  { partition, key }: { readonly partition: number; readonly key: string },
): Task<'index'> {
  const files = buckets.map(({ bucket }) => indexFile(space.buckets, bucket))
  const stage = { stage: space.stage, out: space.out }
  return { name: 'index', label: `index partition ${partition}`, input: { partition, key, files, stage } }
}

interface SingleInput {
  readonly buckets: readonly ParsedBucket[]
  readonly catalog: BuiltCatalog
  readonly merged: ReadonlyMap<number, readonly WordShardEntry[]>
}

/** Cards, columns, lengths and the manifest. */
async function addSingleFiles(
  build: BuildRun,
  { buckets, catalog, merged }: SingleInput,
  files: FileSet,
): Promise<void> {
  const made = await makeIndexFiles({
    cards: [...toSearchCards(catalog)],
    buckets: buckets.map(({ bucket }) => readBucketIndex(indexFile(build.space.buckets, bucket), null)),
    partitions: [...merged].sort(([a], [b]) => a - b).map(([, entries]) => ({ entries })),
  })
  const stage = { stage: build.space.stage, out: build.space.out }
  const toName = (name: string) => ({ path: `site/search/${name}.js`, key: 'once' })
  files.addStaged(made.map(({ name, bytes }) => stageFile(stage, toName(name), bytes)))
}

/** Worker: merges one partition of the search index from all buckets' parts; writes the shards that differ. */
import { type MergedPartition, mergePartition } from '../search/merge.js'
import { readBucketIndex } from './bucket-index-file.js'
import { stageFile } from './stage-file.js'

export interface IndexInput {
  readonly partition: number
  /** Files of the buckets' indexes, in order. */
  readonly files: readonly string[]
  readonly stage: string
  readonly siteFolder: string | null
}

export interface IndexOutput {
  readonly partition: number
  readonly entries: MergedPartition['entries']
  readonly paths: readonly string[]
  readonly written: number
  readonly bytes: number
}

export async function performIndex({ partition, files, stage, siteFolder }: IndexInput): Promise<IndexOutput> {
  const merged = await mergePartition(
    partition,
    files.map((file) => readBucketIndex(file, partition)),
  )
  const staged = merged.files.map(({ name, bytes }) => stageFile({ stage, siteFolder }, `search/${name}.js`, bytes))
  return {
    partition,
    entries: merged.entries,
    paths: staged.map(({ path }) => path),
    written: staged.filter(({ isNew }) => isNew).length,
    bytes: merged.files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  }
}

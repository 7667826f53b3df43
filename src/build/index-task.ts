/** Worker: merges one partition of the search index from all buckets' parts; writes the shards that differ. */
import { mergePartition, type WordShardEntry } from '../search/merge.js'
import { readBucketIndex } from './bucket-index-file.js'
import { type Stage, type StagedFile, stageFile } from './stage-file.js'

export interface IndexInput {
  readonly partition: number
  readonly key: string
  /** Files of the buckets' indexes, in order. */
  readonly files: readonly string[]
  readonly stage: Stage
}

export interface IndexOutput {
  readonly entries: readonly WordShardEntry[]
  readonly files: readonly StagedFile[]
}

export async function performIndex({ partition, key, files, stage }: IndexInput): Promise<IndexOutput> {
  const parts = files.map((file) => readBucketIndex(file, partition))
  const merged = await mergePartition(partition, parts)
  const staged = merged.files.map(({ name, bytes }) => stageFile(stage, { path: `site/search/${name}.js`, key }, bytes))
  return { entries: merged.entries, files: staged }
}

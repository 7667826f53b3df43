/** Worker: merges partitions of the search index from the runs of all buckets; stages the shards that differ. */
import { mergePartition, readArchiveShape } from '../../search/indexer/merge-partition.js'
import type { WordShardEntry } from '../../search/shards/manifest.js'
import { indexFile } from '../parse/bucket-cache.js'
import { openBucketIndex } from '../store/bucket-index-file.js'
import type { Output } from '../store/output-state.js'
import { type Stage, stageFile } from '../store/stage-file.js'

export interface IndexInput {
  readonly partitions: readonly PartitionInput[]
  readonly bucketFolder: string
  /** All buckets, in order. */
  readonly buckets: readonly string[]
  readonly stage: Stage
}

export interface PartitionInput {
  readonly partition: number
  /** A hash of everything that the partition is made from. */
  readonly key: string
}

export interface PartitionOutput extends PartitionInput {
  readonly entries: readonly WordShardEntry[]
  readonly outputs: readonly Output[]
}

export type IndexOutput = readonly PartitionOutput[]

export async function performIndex({ partitions, bucketFolder, buckets, stage }: IndexInput): Promise<IndexOutput> {
  const files = buckets.map((bucket) => openBucketIndex(indexFile(bucketFolder, bucket)))
  const shape = readArchiveShape(files)
  const made: PartitionOutput[] = []
  for (const { partition, key } of partitions) {
    const runs = files.map((file) => file.readRun(partition))
    const merged = await mergePartition(partition, runs, shape)
    const outputs = merged.files.map(
      ({ name, bytes }) => stageFile(stage, { path: `site/search/${name}.js`, key }, bytes).output,
    )
    made.push({ partition, key, entries: merged.entries, outputs })
  }
  return made
}

/**
 * The index parts of all buckets as a partition was merged from them: those of now, and of changed buckets those of before, which
 * the cache keeps until the next index is published.
 */
import { type ArchiveShape, readArchiveShape } from '../../search/indexer/merge-partition.js'
import { formerIndexFile, hashPart, indexFile } from '../parse/bucket-cache.js'
import { type BucketIndexFile, openBucketIndex } from '../store/bucket-index-file.js'

/** Index parts by bucket, in order, and the shape of the archive that they are of. */
export interface IndexedArchive {
  readonly buckets: readonly (readonly [bucket: string, file: BucketIndexFile])[]
  readonly shape: ArchiveShape
}

export function toArchive(buckets: IndexedArchive['buckets']): IndexedArchive {
  return { buckets, shape: readArchiveShape(buckets.map(([, file]) => file)) }
}

/** A bucket that had other extents or another run of a partition: the hashes of then; null where there was no such bucket. */
export interface FormerBucket {
  readonly bucket: string
  readonly before: { readonly extents: string; readonly run: string } | null
}

/** Finds what partitions were merged from: nearly always the same archive for all of them. */
export class FormerArchives {
  readonly #folder: string
  readonly #now: ReadonlyMap<string, BucketIndexFile>
  readonly #found = new Map<string, IndexedArchive>()

  constructor(folder: string, now: IndexedArchive) {
    this.#folder = folder
    this.#now = new Map(now.buckets)
  }

  /** The archive of these buckets of which some have changed since; null where some part is not there any more. */
  find(partition: number, buckets: readonly string[], changed: readonly FormerBucket[]): IndexedArchive | null {
    const files = new Map(this.#now)
    for (const { bucket, before } of changed) {
      const file = before === null ? undefined : this.#findFile(bucket, partition, before)
      if (file === null) return null
      if (file !== undefined) files.set(bucket, file)
    }
    const parts = buckets.flatMap((bucket) => {
      const file = files.get(bucket)
      return file === undefined ? [] : [[bucket, file] as const]
    })
    const key = JSON.stringify([buckets, changed.map(({ bucket, before }) => [bucket, before?.extents])])
    const known = this.#found.get(key)
    const archive = known === undefined ? toArchive(parts) : { buckets: parts, shape: known.shape }
    this.#found.set(key, archive)
    return archive
  }

  /** The bucket's part with these hashes: the one before, or that of a bucket which is no more. */
  #findFile(bucket: string, partition: number, before: { readonly extents: string; readonly run: string }) {
    for (const path of [formerIndexFile(this.#folder, bucket), indexFile(this.#folder, bucket)]) {
      const file = tryOpen(path)
      if (
        file !== null &&
        hashPart(file.extents) === before.extents &&
        hashPart(file.readRun(partition)) === before.run
      )
        return file
    }
    return null
  }
}

function tryOpen(path: string): BucketIndexFile | null {
  try {
    return openBucketIndex(path)
  } catch {
    return null
  }
}

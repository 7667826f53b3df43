/**
 * A bucket's part of the search index as one file, of which each partition reads its own piece.
 *
 *     file   part-count  part-length x part-count  part x part-count      numbers of four bytes, little-endian
 *     parts  lengths  extents  run*                                       a run for each partition
 */
import { closeSync, openSync, readSync } from 'node:fs'
import type { BucketIndex } from '../../search/indexer/index-bucket.js'
import type { BucketFrame } from '../../search/indexer/merge-partition.js'

const NUMBER_BYTES = 4
/** Parts before the runs. */
const FRAME_PARTS = 2

/** The file's content. */
export function writeBucketIndex(index: BucketIndex): Uint8Array {
  const parts = [index.lengths, index.extents, ...index.runs]
  const head = Buffer.alloc((parts.length + 1) * NUMBER_BYTES)
  head.writeUInt32LE(parts.length)
  for (const [at, part] of parts.entries()) head.writeUInt32LE(part.length, (at + 1) * NUMBER_BYTES)
  return Buffer.concat([head, ...parts])
}

/** A bucket's index on disk: what every partition needs of it, and the runs, each read when it is asked for. */
export interface BucketIndexFile extends BucketFrame {
  readRun(partition: number): Uint8Array
}

/** Opens a bucket's index; fails with the system's error where it is missing. Keeps no file open: there are thousands. */
export function openBucketIndex(path: string): BucketIndexFile {
  return withFile(path, (file) => {
    const count = readBytes(file, 0, NUMBER_BYTES).readUInt32LE()
    const head = readBytes(file, NUMBER_BYTES, count * NUMBER_BYTES)
    const starts = [NUMBER_BYTES + head.length]
    for (let part = 0; part < count; part++) starts.push((starts[part] ?? 0) + head.readUInt32LE(part * NUMBER_BYTES))
    const readPart = (from: number, part: number) =>
      readBytes(from, starts[part] ?? 0, (starts[part + 1] ?? 0) - (starts[part] ?? 0))
    return {
      lengths: readPart(file, 0),
      extents: readPart(file, 1),
      readRun: (partition) => withFile(path, (again) => readPart(again, partition + FRAME_PARTS)),
    }
  })
}

function withFile<T>(path: string, read: (file: number) => T): T {
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

function readBytes(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  const count = readSync(file, bytes, 0, length, at)
  if (count !== length) throw new Error(`Expected ${length} bytes of a bucket's index, found ${count}`)
  return bytes
}

/**
 * A bucket's part of the search index as one file, of which each partition reads its own piece.
 *
 *     count (4)   length of each part (4 each): lengths, extents, run 0, run 1 ...   the parts
 */
import { closeSync, openSync, readSync } from 'node:fs'
import type { BucketIndex } from '../search/postings.js'

const NUMBER_BYTES = 4

/** The file's content. */
export function writeBucketIndex(index: BucketIndex): Uint8Array {
  const parts = [index.lengths, index.extents, ...index.runs]
  const head = Buffer.alloc((parts.length + 1) * NUMBER_BYTES)
  head.writeUInt32LE(parts.length)
  for (const [at, part] of parts.entries()) head.writeUInt32LE(part.length, (at + 1) * NUMBER_BYTES)
  return Buffer.concat([head, ...parts])
}

/** What `mergePartition` and the manifest need of a bucket. `partition` null: no run, an empty one. */
export function readBucketIndex(path: string, partition: number | null): BucketParts {
  const file = openSync(path, 'r')
  try {
    const count = readBytes(file, 0, NUMBER_BYTES).readUInt32LE()
    const head = readBytes(file, NUMBER_BYTES, count * NUMBER_BYTES)
    const lengthOf = (part: number) => head.readUInt32LE(part * NUMBER_BYTES)
    const startOf = (part: number) => {
      let start = NUMBER_BYTES + head.length
      for (let before = 0; before < part; before++) start += lengthOf(before)
      return start
    }
    const frame = readBytes(file, startOf(0), lengthOf(0) + lengthOf(1))
    const [lengths, extents] = [frame.subarray(0, lengthOf(0)), frame.subarray(lengthOf(0))]
    if (partition === null) return { lengths, extents, run: new Uint8Array() }
    return { lengths, extents, run: readBytes(file, startOf(partition + 2), lengthOf(partition + 2)) }
  } finally {
    closeSync(file)
  }
}

export interface BucketParts {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
  readonly run: Uint8Array
}

function readBytes(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  const count = readSync(file, bytes, 0, length, at)
  if (count !== length) throw new Error(`Expected ${length} bytes of a bucket's index, found ${count}`)
  return bytes
}

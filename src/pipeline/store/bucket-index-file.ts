/**
 * A bucket's part of the search index as one file, of which each partition reads its own piece. Each part has a checksum.
 *
 *     file       count  checksum of the directory  directory  part*
 *     directory  (length  checksum)*                  one pair a part: lengths, extents, run 0, run 1 ...
 *     part       bytes
 *
 * Numbers are 4 bytes, little-endian; checksums CRC-32.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { BucketIndex } from '../../search/indexer/index-bucket.js'
import type { BucketFrame } from '../../search/indexer/merge-partition.js'
import { cacheDamaged } from './checked-file.js'

const NUMBER_BYTES = 4
const HEAD_BYTES = 2 * NUMBER_BYTES
const ENTRY_BYTES = 2 * NUMBER_BYTES
/** More parts than any bucket has: what a damaged count may cost. */
const MOST_PARTS = 65_536
/** Parts before the runs. */
const FRAME_PARTS = 2

/** The file's content. */
export function writeBucketIndex(index: BucketIndex): Uint8Array {
  const parts = [index.lengths, index.extents, ...index.runs]
  const directory = Buffer.alloc(parts.length * ENTRY_BYTES)
  for (const [at, part] of parts.entries()) {
    directory.writeUInt32LE(part.length, at * ENTRY_BYTES)
    directory.writeUInt32LE(crc32(part), at * ENTRY_BYTES + NUMBER_BYTES)
  }
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32LE(parts.length)
  head.writeUInt32LE(crc32(directory), NUMBER_BYTES)
  return Buffer.concat([head, directory, ...parts])
}

/** A bucket's index on disk: what every partition needs of it, and the runs, each read when it is asked for. */
export interface BucketIndexFile extends BucketFrame {
  readRun(partition: number): Uint8Array
}

/** Opens a bucket's index; fails as a damaged cache where it is not as it was written. Keeps no file open: there are thousands. */
export function openBucketIndex(path: string): BucketIndexFile {
  return withFile(path, (file) => {
    const parts = readDirectory(file)
    const readPart = (from: number, at: number) => {
      const { start, length, checksum } = parts[at] ?? { start: 0, length: 0, checksum: 0 }
      const bytes = readBytes(from, start, length)
      if (crc32(bytes) !== checksum) throw cacheDamaged(path)
      return bytes
    }
    return {
      lengths: readPart(file, 0),
      extents: readPart(file, 1),
      readRun: (partition) => withFile(path, (again) => readPart(again, partition + FRAME_PARTS)),
    }
  })
}

interface Part {
  readonly start: number
  readonly length: number
  readonly checksum: number
}

/** The places of the parts. Throws where the directory is damaged. */
function readDirectory(file: number): readonly Part[] {
  const head = readBytes(file, 0, HEAD_BYTES)
  const count = head.readUInt32LE()
  if (count > MOST_PARTS) throw new Error(`Expected at most ${MOST_PARTS} parts, found ${count}`)
  const directory = readBytes(file, HEAD_BYTES, count * ENTRY_BYTES)
  if (crc32(directory) !== head.readUInt32LE(NUMBER_BYTES)) throw new Error('Expected the checksum of the directory')
  let start = HEAD_BYTES + directory.length
  return Array.from({ length: count }, (_, at) => {
    const length = directory.readUInt32LE(at * ENTRY_BYTES)
    start += length
    return { start: start - length, length, checksum: directory.readUInt32LE(at * ENTRY_BYTES + NUMBER_BYTES) }
  })
}

/** Whatever cannot be read is a damaged cache: the file was there when the build looked for it. */
function withFile<T>(path: string, read: (file: number) => T): T {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    return read(file)
  } catch {
    throw cacheDamaged(path)
  } finally {
    if (file !== null) closeSync(file)
  }
}

function readBytes(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  const count = readSync(file, bytes, 0, length, at)
  if (count !== length) throw new Error(`Expected ${length} bytes of a bucket's index, found ${count}`)
  return bytes
}

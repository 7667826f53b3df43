/**
 * The file of a bucket's index. Merging a partition reads only the bucket run of that partition.
 *
 *     file       count  checksum  directory  part*       checksum of the directory
 *     directory  entry*                                  `count` entries
 *     entry      length  checksum                        of one part; length in bytes
 *     part       byte*                                   in order: lengths, extents, run 0, run 1 ...
 *
 * Numbers have 4 bytes, little-endian. Checksums are CRC-32.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { BucketIndex } from '../../search/indexer/index-bucket.js'
import type { BucketFrame } from '../../search/indexer/merge-partition.js'
import { cacheDamaged } from './checked-file.js'

const NUMBER_BYTES = 4
const HEAD_BYTES = 2 * NUMBER_BYTES
const ENTRY_BYTES = 2 * NUMBER_BYTES
/** More parts than any bucket has. Limits the memory that a damaged count can take. */
const MOST_PARTS = 65_536
/** Number of parts before the runs. */
const FRAME_PARTS = 2

/** Returns the content of the file. */
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

/** An open index of a bucket: lengths and extents are in memory, runs are read on demand. */
export interface BucketIndexFile extends BucketFrame {
  readRun(partition: number): Uint8Array
}

/**
 * Opens the index of a bucket. Throws `cacheDamaged` if a checksum does not match.
 *
 * The file does not stay open: there may be thousands.
 */
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

/** Reads where the parts are. Throws if the directory is damaged. */
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

/** Opens a file and reads from it. Any error is `cacheDamaged`, because the file was there when the build began. */
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

/**
 * Files of the cache with a checksum. A damaged or edited file counts as missing, and is made again.
 *
 *     file      content  checksum
 *     checksum  CRC-32 of the content, 4 bytes, little-endian
 */
import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { replaceFile } from '../../disk/write-file.js'
import { KbError } from '../../kb-error.js'

const CHECKSUM_BYTES = 4

/** Writes a file with its checksum, replacing a previous one atomically. */
export function writeChecked(path: string, content: Uint8Array): void {
  const checksum = Buffer.alloc(CHECKSUM_BYTES)
  checksum.writeUInt32LE(crc32(content))
  replaceFile(path, Buffer.concat([content, checksum]))
}

/** Reads the content of a file; null if it is missing or its checksum does not match. */
export function readChecked(path: string): Buffer<ArrayBuffer> | null {
  const bytes = readOrNull(path)
  if (bytes === null || bytes.length < CHECKSUM_BYTES) return null
  const content = bytes.subarray(0, -CHECKSUM_BYTES)
  return crc32(content) === bytes.readUInt32LE(content.length) ? content : null
}

/** Writes a value as JSON, with a checksum. */
export function writeNote(path: string, note: object): void {
  writeChecked(path, Buffer.from(JSON.stringify(note)))
}

/** Reads a value that `writeNote` has written; null if the file is missing or damaged. The type is not checked. */
export function readNote<Note>(path: string): Note | null {
  const content = readChecked(path)
  return content === null ? null : JSON.parse(content.toString())
}

function readOrNull(path: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

const CODE = 'cache-damaged'

/**
 * The error for a file of the cache that was there at the start and is unreadable. The build restarts without the
 * cache.
 */
export function cacheDamaged(path: string): KbError {
  return new KbError(CODE, 'Expected a file of the cache as it was written, found it damaged', {
    where: path,
    hint: 'Build with `--no-cache`.',
  })
}

export function isCacheDamage(error: unknown): boolean {
  return error instanceof KbError && error.code === CODE
}

/**
 * Checks that a site did not change while it was packed.
 *
 * A site has changed if a file is new, missing, or has another size. If only the date of a file differs, its content is
 * compared with what was read.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { KbError } from '../kb-error.js'
import { listSiteFiles, orUnreadable, type SiteFile } from '../site/site-files.js'

/** Path -> CRC-32 of the file as it was read. Files that an edition leaves out are missing. */
export type Checksums = ReadonlyMap<string, number>

/** Reads a listed file. Throws a `KbError` if its size has changed since. */
export function readListed(file: SiteFile, directory: string): Buffer {
  const bytes = readSource(join(directory, file.path))
  if (bytes.length === file.size) return bytes
  throw toChanged(join(directory, file.path))
}

/** Reads all files and computes their checksums. */
export function readChecksums(directory: string, files: readonly SiteFile[]): Checksums {
  return new Map(files.map((file) => [file.path, crc32(readListed(file, directory))]))
}

/** Throws a `KbError` if the folder has changed. `listed`: its files before packing. */
export function assertUnchanged(directory: string, listed: readonly SiteFile[], checksums: Checksums): void {
  const unseen = new Map(listed.map((file) => [file.path, file]))
  for (const file of listSiteFiles(directory)) {
    const old = unseen.get(file.path)
    if (old === undefined || !isSame(directory, old, file, checksums)) throw toChanged(join(directory, file.path))
    unseen.delete(file.path)
  }
  for (const path of unseen.keys()) throw toChanged(join(directory, path))
}

function isSame(directory: string, old: SiteFile, file: SiteFile, checksums: Checksums): boolean {
  if (old.size !== file.size) return false
  if (old.mtimeMs === file.mtimeMs) return true
  const packed = checksums.get(file.path)
  return packed === undefined || packed === crc32(readSource(join(directory, file.path)))
}

function readSource(path: string): Buffer {
  return orUnreadable(path, (given) => readFileSync(given))
}

/** The error for a site that has changed at `path`. */
function toChanged(path: string): KbError {
  return new KbError('site-changed', 'The site changed while it was packed', {
    where: path,
    hint: 'Wait until nothing writes there any more, then pack again.',
  })
}

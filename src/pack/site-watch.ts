/**
 * Whether a site is, at the end of packing, what was packed. A file that only got another date since is the same; one that is longer,
 * shorter, new or gone is not, nor one whose content is not what was read. Knows checksums of what was read; not what became of it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { KbError } from '../kb-error.js'
import { listSiteFiles, orUnreadable, type SiteFile } from '../site/site-files.js'

/** CRC-32 of each file as it was read, by path; not of those that an edition leaves out. */
export type Checksums = ReadonlyMap<string, number>

/** The bytes of a listed file; fails where it is not as long as when it was listed. */
export function readListed(file: SiteFile, directory: string): Buffer {
  const bytes = readSource(join(directory, file.path))
  if (bytes.length === file.size) return bytes
  throw toChanged(join(directory, file.path))
}

/** The checksums of all files as they are. */
export function readChecksums(directory: string, files: readonly SiteFile[]): Checksums {
  return new Map(files.map((file) => [file.path, crc32(readListed(file, directory))]))
}

/** Fails where the folder holds anything else than what was read. `listed`: its files before. */
export function assertUnchanged(directory: string, listed: readonly SiteFile[], checksums: Checksums): void {
  const before = new Map(listed.map((file) => [file.path, file]))
  for (const file of listSiteFiles(directory)) {
    const known = before.get(file.path)
    if (known === undefined || !isSame(directory, known, file, checksums)) throw toChanged(join(directory, file.path))
    before.delete(file.path)
  }
  for (const path of before.keys()) throw toChanged(join(directory, path))
}

function isSame(directory: string, known: SiteFile, file: SiteFile, checksums: Checksums): boolean {
  if (known.size !== file.size) return false
  if (known.mtimeMs === file.mtimeMs) return true
  const packed = checksums.get(file.path)
  return packed === undefined || packed === crc32(readSource(join(directory, file.path)))
}

function readSource(path: string): Buffer {
  return orUnreadable(path, (given) => readFileSync(given))
}

/** The site is not what it was. */
function toChanged(path: string): KbError {
  return new KbError('site-changed', 'The site changed while it was packed', {
    where: path,
    hint: 'Wait until nothing writes there any more, then pack again.',
  })
}

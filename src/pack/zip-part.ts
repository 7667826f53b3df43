/**
 * Turns a run of files into their part of a ZIP: local headers and deflated bytes, one after the other. Knows how a file is
 * read and deflated; not where in the archive the part goes. Runs in worker threads.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { hashContent } from '../site/file-hashes.js'
import type { SiteFile } from '../site/site-files.js'
import { readListed } from './site-watch.js'
import { type PlacedEntry, toLocalHeader } from './zip-format.js'

/** A run of files of a site, and the folder they are in inside the archive. `part` counts the runs. */
export interface PackInput {
  readonly part: number
  readonly directory: string
  readonly topFolder: string
  readonly files: readonly SiteFile[]
}

/** A part of the archive, and of which files. */
export interface PackedPart extends ZipPart {
  readonly part: number
  /** Of the site, with the CRC-32 of what was read. */
  readonly read: readonly (readonly [path: string, crc: number])[]
}

/** Files as they stand in an archive. Offsets of entries count from its own beginning; `hashes` are SHA-256 in hex. */
export interface ZipPart {
  readonly bytes: Uint8Array
  readonly entries: readonly PlacedEntry[]
  readonly hashes: readonly (readonly [name: string, hash: string])[]
}

/** 9 and 6 take the same time on files of a few KB (measured), and 9 is the smaller. */
const deflateLevel = 9

/** Reads and deflates files; fails on one that is not as long as when it was listed. */
export function packFiles({ part, directory, topFolder, files }: PackInput): PackedPart {
  const packed = packContents(
    files.map((file) => ({ name: `${topFolder}/${file.path}`, bytes: readListed(file, directory) })),
  )
  const read = packed.entries.map(({ name, crc }) => [name.slice(topFolder.length + 1), crc] as const)
  return { ...packed, part, read }
}

/** A file of the archive in memory. */
export interface PackContent {
  readonly name: string
  readonly bytes: Buffer
}

/** Deflates contents that are in memory: `packFiles`' own work, and the manifest at the archive's end. */
export function packContents(contents: readonly PackContent[]): ZipPart {
  const pieces: Buffer[] = []
  const entries: PlacedEntry[] = []
  let offset = 0
  for (const { name, bytes } of contents) {
    const deflated = deflateRawSync(bytes, { level: deflateLevel })
    const shrinks = deflated.length < bytes.length
    const packed = shrinks ? deflated : bytes
    const entry = {
      name,
      method: shrinks ? ('deflated' as const) : ('stored' as const),
      crc: crc32(bytes),
      size: bytes.length,
      packedSize: packed.length,
    }
    const header = toLocalHeader(entry)
    entries.push({ ...entry, offset })
    pieces.push(header, packed)
    offset += header.length + packed.length
  }
  const hashes = contents.map(({ name, bytes }) => [name, hashContent(bytes)] as const)
  return { bytes: Buffer.concat(pieces, offset), entries, hashes }
}

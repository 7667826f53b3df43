/** Worker: turns some files into a part of a ZIP: local headers and deflated bytes, one after another. */
import { crc32, deflateRawSync } from 'node:zlib'
import { hashContent } from '../site/file-hashes.js'
import type { SiteFile } from '../site/site-files.js'
import { readListed } from './site-watch.js'
import { type PlacedEntry, toLocalHeader } from './zip-format.js'

/** Files of the site in `directory`, and the folder that they get in the ZIP. `part`: the index of this part. */
export interface PackInput {
  readonly part: number
  readonly directory: string
  readonly topFolder: string
  readonly files: readonly SiteFile[]
}

/** A part of a ZIP, and the files that it was made from. */
export interface PackedPart extends ZipPart {
  readonly part: number
  /** Paths in the site, with the CRC-32 of what was read. */
  readonly read: readonly (readonly [path: string, crc: number])[]
}

/** A part of a ZIP. The offsets of its entries are relative to the part; `hashes` are SHA-256 in hex. */
export interface ZipPart {
  readonly bytes: Uint8Array
  readonly entries: readonly PlacedEntry[]
  readonly hashes: readonly (readonly [name: string, hash: string])[]
}

/** Level of compression. On files of a few KB, level 9 is as fast as level 6, and compresses better. */
const deflateLevel = 9

/** Reads and deflates files. Throws a `KbError` if the size of one has changed since it was listed. */
export function packFiles({ part, directory, topFolder, files }: PackInput): PackedPart {
  const packed = packContents(
    files.map((file) => ({ name: `${topFolder}/${file.path}`, bytes: readListed(file, directory) })),
  )
  const read = packed.entries.map(({ name, crc }) => [name.slice(topFolder.length + 1), crc] as const)
  return { ...packed, part, read }
}

/** A file of the ZIP, in memory. */
export interface PackContent {
  readonly name: string
  readonly bytes: Buffer
}

/** Makes a part of a ZIP from files in memory. A file that does not get smaller is stored. */
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

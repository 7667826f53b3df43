/**
 * Turns a run of files into their part of a ZIP: local headers and deflated bytes, one after the other. Knows how a file is
 * read and deflated; not where in the archive the part goes. Runs in worker threads.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { KbError } from '../kb-error.js'
import { hashContent } from './pack-manifest.js'
import { type PlacedEntry, toLocalHeader } from './pack-zip-format.js'
import type { SiteFile } from './site-files.js'

/** A run of files of a site, and the folder they are in inside the archive. `part` counts the runs. */
export interface PackInput {
  readonly part: number
  readonly directory: string
  readonly topFolder: string
  readonly files: readonly SiteFile[]
}

/** A part of the archive. Offsets of its entries count from its own beginning; `hashes` are SHA-256 in hex. */
export interface PackedPart {
  readonly part: number
  /** How many of the site's files are in it. */
  readonly files: number
  readonly bytes: Uint8Array
  readonly entries: readonly PlacedEntry[]
  readonly hashes: readonly (readonly [name: string, hash: string])[]
}

/** 9 and 6 take the same time on files of a few KB (measured), and 9 is the smaller. */
const deflateLevel = 9

/** Reads and deflates files; fails on one that is not what it was when it was listed. */
export function packFiles({ part, directory, topFolder, files }: PackInput): PackedPart {
  return packContents(
    part,
    files.map((file) => ({ name: `${topFolder}/${file.path}`, bytes: readUnchanged(file, directory) })),
  )
}

/** A file of the archive in memory. */
export interface PackContent {
  readonly name: string
  readonly bytes: Buffer
}

/** Deflates contents that are in memory: `packFiles`' own work, and the manifest at the archive's end. */
export function packContents(part: number, contents: readonly PackContent[]): PackedPart {
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
  return { part, files: contents.length, bytes: Buffer.concat(pieces, offset), entries, hashes }
}

/** The bytes of a listed file; fails where it is not what it was when it was listed. */
export function readUnchanged(file: SiteFile, directory: string): Buffer {
  const path = join(directory, file.path)
  try {
    const bytes = readFileSync(path)
    if (bytes.length === file.size && statSync(path).mtimeMs === file.mtimeMs) return bytes
  } catch (cause) {
    throw new KbError('site-unreadable', 'Cannot read a file of the site', {
      where: path,
      hint: 'Is a build running, or the file protected? Pack again when the site is complete.',
      cause,
    })
  }
  throw new KbError('site-changed', 'The site changed while it was packed', {
    where: path,
    hint: 'Wait until the build has ended, then pack again.',
  })
}

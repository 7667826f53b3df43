/**
 * Reads a ZIP in place: yauzl reads the directory (ZIP64, odd names and all), files are then read by their places, by any
 * thread and in any order. yauzl's streams cost 0.2 ms a file; a read and an inflate of a few KB cost a tenth.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { KbError } from '../kb-error.js'

/** Where a file is in the archive, and what its directory record says of it. */
export interface ZipPlace {
  /** Of the local header. */
  readonly offset: number
  readonly packedSize: number
  readonly size: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
}

/** Larger files are no part of a site, and a ZIP may claim any size: 256 MiB. */
const largestFile = 256 * 1024 * 1024

/** What a ZIP says that it holds. */
export interface ZipListing {
  /** By name; of two files with one name, the first. */
  readonly places: ReadonlyMap<string, ZipPlace>
  /** Names of files that have another's name, and of symbolic links. */
  readonly odd: readonly string[]
}

/** Every file of the archive; fails where the archive is no whole ZIP. */
export async function listZipFiles(archive: string): Promise<ZipListing> {
  const places = new Map<string, ZipPlace>()
  const odd: string[] = []
  try {
    const zip = await openPromise(archive)
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      if (entry.fileName.endsWith('/')) continue
      if (isLink(entry) || places.has(entry.fileName)) odd.push(entry.fileName)
      else places.set(entry.fileName, toPlace(entry))
    }
    return { places, odd }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new KbError('zip-damaged', `Cannot read the archive: ${reason.replace(FULL_STOP, '')}`, {
      where: archive,
      hint: 'It is damaged or no ZIP: fetch or pack it again.',
      cause,
    })
  }
}

/** `Either not a zip file, or file is truncated.` */
const FULL_STOP = /\.$/

/** The type of file, in the upper half of the external attributes as Unix writes them. */
const typeMask = 0o170000
const symbolicLink = 0o120000

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & typeMask) === symbolicLink
}

function toPlace(entry: Entry): ZipPlace {
  return {
    offset: entry.relativeOffsetOfLocalHeader,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod,
    crc: entry.crc32,
  }
}

/** The content of one file; fails where it is not what the directory says: length, checksum. */
export function readZipFile(archive: string, place: ZipPlace): Buffer {
  if (Math.max(place.size, place.packedSize) > largestFile) throw damaged('is larger than a file of a site can be')
  const packed = readPacked(archive, place)
  const bytes = place.method === 0 ? packed : inflate(packed, place.size)
  if (bytes.length !== place.size) throw damaged(`has ${bytes.length} bytes instead of ${place.size}`)
  if (crc32(bytes) !== place.crc) throw damaged('does not have its checksum')
  return bytes
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw damaged('cannot be inflated')
  }
}

/** Lengths of name and extra field stand in the local header and may differ from the directory's. */
const localHeaderBytes = 30

function readPacked(archive: string, place: ZipPlace): Buffer {
  const descriptor = openSync(archive, 'r')
  try {
    const header = readExactly(descriptor, place.offset, localHeaderBytes)
    const start = place.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
    return readExactly(descriptor, start, place.packedSize)
  } finally {
    closeSync(descriptor)
  }
}

function readExactly(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(descriptor, bytes, 0, length, position) !== length) throw damaged('is cut off')
  return bytes
}

function damaged(what: string): KbError {
  return new KbError('file-damaged', `The file ${what}`)
}

/**
 * Reads files from a ZIP without unpacking it. yauzl reads the directory, with ZIP64 and unusual names. Any thread can
 * then read any file directly by its place, which is several times faster than the streams of yauzl.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { KbError } from '../kb-error.js'

/** The place of a file in the ZIP, from its record in the central directory. Sizes are in bytes. */
export interface ZipPlace {
  /** Offset of the local header. */
  readonly offset: number
  readonly packedSize: number
  readonly size: number
  /** 0: stored; 8: deflated. */
  readonly method: number
  readonly crc: number
}

/** Largest file that is read, in bytes. No file of a site is larger, but a damaged ZIP may claim any size. */
const largestFile = 256 * 1024 * 1024

/** The files of a ZIP. */
export interface ZipListing {
  /** Name -> place. If two files have the same name, the first. */
  readonly places: ReadonlyMap<string, ZipPlace>
  /** Names of symbolic links, and of files whose name is already taken. */
  readonly odd: readonly string[]
}

/** Lists the files of a ZIP. Rejects with a `KbError` if it is damaged or not a ZIP. */
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

/** The full stop at the end of yauzl's message: `Either not a zip file, or file is truncated.` */
const FULL_STOP = /\.$/

/** Bits for the type of file, in the upper half of the external attributes that Unix writes. */
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

/** Reads one file. Throws a `KbError` if its length or checksum is not that of the directory. */
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

/**
 * Length of the local header before the name. Its name and extra field may have other lengths than in the directory.
 */
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

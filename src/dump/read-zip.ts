/**
 * Reads a ZIP's files one after another. Trusts nothing in it: sizes are counted while unpacking, checksums compared,
 * names only shown. Broken entries are skipped and named; the rest is read.
 */
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { KbError } from '../kb-error.js'
import type { DumpFile } from './dump-file.js'
import type { Limits } from './limits.js'
import { HEAD_BYTES } from './read-file.js'

const ENCRYPTED_FLAG = 1

/** Yields the ZIP's files in the order of its directory. `unpacked` counts against `maxArchiveBytes`. */
export async function* readZip(path: string, limits: Limits): AsyncGenerator<DumpFile> {
  const zip = await openZip(path)
  let unpacked = 0
  try {
    for await (const entry of entriesOf(zip, path)) {
      const name = entry.fileName
      if (name.endsWith('/')) continue
      if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) yield { name, type: 'skipped', reason: 'encrypted' }
      else if (unpacked > limits.maxArchiveBytes) yield { name, type: 'skipped', reason: 'archive-too-large' }
      else {
        const file = await readEntry(zip, entry, limits)
        if (file.type === 'read') unpacked += file.bytes.length
        yield file
      }
    }
  } finally {
    zip.close()
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true })
  } catch (cause) {
    throw damagedZip(path, cause)
  }
}

async function* entriesOf(zip: ZipFile, path: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (cause) {
    throw damagedZip(path, cause)
  }
}

function damagedZip(path: string, cause: unknown): KbError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new KbError('zip-damaged', `Cannot read the ZIP's directory: ${reason}`, {
    where: path,
    hint: 'Fetch it again, or mend it (`zip -FF`).',
    cause,
  })
}

async function readEntry(zip: ZipFile, entry: Entry, limits: Limits): Promise<DumpFile> {
  const name = entry.fileName
  const whole = entry.uncompressedSize <= limits.maxFileBytes
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const bytes = await collect(stream, whole ? entry.uncompressedSize : HEAD_BYTES)
    if (whole && crc32(bytes) !== entry.crc32) return { name, type: 'skipped', reason: 'damaged' }
    return { name, type: 'read', bytes, whole }
  } catch {
    return { name, type: 'skipped', reason: 'damaged' }
  }
}

/** The first `length` bytes of a stream; what is beyond is not unpacked. */
async function collect(stream: Readable, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let collected = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    collected += chunk.length
    if (collected >= length) break
  }
  return Buffer.concat(chunks, Math.min(collected, length))
}

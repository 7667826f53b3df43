/**
 * Reads a ZIP's files one after another. Counts sizes while unpacking, compares checksums and uses names only for
 * messages, since nothing in a ZIP can be trusted.
 *
 * A broken entry, or a directory that breaks off, is reported as skipped. The rest is read.
 */
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type DumpFile, toBreak } from './dump-file.js'
import type { Limits } from './limits.js'
import { HEAD_BYTES } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** Compression methods that are read: stored and deflated. Nearly every packer writes these by default. */
const READ_METHODS: readonly number[] = [0, 8]
/** Mask of the file type in a Unix mode. The mode is the upper half of the external attributes. */
const MODE_KIND = 0o170000
const LINK_KIND = 0o120000

/** Bytes that may still be unpacked before the archive counts as a zip bomb; shared by its entries. */
interface Budget {
  left: number
}

/** Yields the ZIP's files in the order of its directory. */
export async function* readZip(path: string, limits: Limits): AsyncGenerator<DumpFile> {
  const budget = { left: limits.maxArchiveBytes }
  let zip: ZipFile | null = null
  let last = ''
  try {
    // Raw names: yauzl rejects a whole archive for one name with `..`. Here names are only shown. Sizes are checked
    // below.
    zip = await yauzl.openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      const name = toName(entry)
      last = name
      if (name.endsWith('/')) continue
      const reason = budget.left < 0 ? 'archive-too-large' : unreadReason(entry)
      yield reason === null ? await readEntry(zip, entry, limits, budget) : { name, type: 'skipped', reason }
    }
  } catch {
    yield toBreak(path, last, 'damaged')
  } finally {
    zip?.close()
  }
}

function toName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function unreadReason(entry: Entry): SkipReason | null {
  if (entry.isEncrypted()) return 'encrypted'
  if (((entry.externalFileAttributes >>> 16) & MODE_KIND) === LINK_KIND) return 'link'
  return READ_METHODS.includes(entry.compressionMethod) ? null : 'packing'
}

async function readEntry(zip: ZipFile, entry: Entry, limits: Limits, budget: Budget): Promise<DumpFile> {
  const name = toName(entry)
  const whole = entry.uncompressedSize <= limits.maxFileBytes
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const bytes = await collect(stream, whole ? entry.uncompressedSize : HEAD_BYTES, budget)
    const sound = !whole || (bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32)
    return sound ? { name, type: 'read', bytes, whole } : { name, type: 'skipped', reason: 'damaged' }
  } catch {
    return { name, type: 'skipped', reason: 'damaged' }
  }
}

/**
 * Returns the first `length` bytes of a stream and does not unpack the rest. All unpacked bytes count against the
 * budget, even those of a damaged entry.
 */
async function collect(stream: Readable, length: number, budget: Budget): Promise<Buffer> {
  const chunks: Buffer[] = []
  let collected = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    collected += chunk.length
    budget.left -= chunk.length
    if (collected >= length) break
  }
  return Buffer.concat(chunks, Math.min(collected, length))
}

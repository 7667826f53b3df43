/**
 * Reads a ZIP's files one after another. Trusts nothing in it: sizes are counted while unpacking, checksums compared,
 * names only shown. Broken entries are skipped and named; the rest is read. So is a directory that breaks off.
 */
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type DumpFile, toBreak } from './dump-file.js'
import type { Limits } from './limits.js'
import { HEAD_BYTES } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** Stored, and deflated: what every packer of the last thirty years writes unless told otherwise. */
const READ_METHODS: readonly number[] = [0, 8]
/** The kind of file in a Unix mode, which is the upper half of the external attributes. */
const MODE_KIND = 0o170000
const LINK_KIND = 0o120000

/** What may be unpacked before an archive counts as a bomb; shared by its entries. */
interface Budget {
  left: number
}

/** Yields the ZIP's files in the order of its directory. */
export async function* readZip(path: string, limits: Limits): AsyncGenerator<DumpFile> {
  const budget = { left: limits.maxArchiveBytes }
  let zip: ZipFile | null = null
  let last = ''
  try {
    // Raw names: yauzl gives up a whole archive for one name with `..`, which is only shown here. Sizes are checked below.
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

/** The first `length` bytes of a stream; what is beyond is not unpacked. All counts, also where it turns out damaged. */
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

/**
 * Reads a TAR's files, gzipped or not, one after another. Names are only shown; links and devices are skipped and named.
 * A TAR that breaks off gives what stands before the break, and the break is named.
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { type DumpFile, toBreak } from './dump-file.js'
import type { Limits } from './limits.js'
import { HEAD_BYTES } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** A stream of an entry's bytes. */
interface Entry extends AsyncIterable<unknown> {
  readonly header: Header
  resume(): void
}

/** Yields the TAR's files in its order. */
export async function* readTar(path: string, gzipped: boolean, limits: Limits): AsyncGenerator<DumpFile> {
  const unpacked = new UnpackedTar(limits.maxArchiveBytes)
  const tar = extract()
  const bytes = Readable.from(unpacked.read(path, gzipped)).on('error', (error) => tar.destroy(error))
  bytes.pipe(tar)
  let last = ''
  try {
    for await (const entry of tar) {
      if (entry.header.type === 'directory') {
        entry.resume()
        continue
      }
      const file = await readEntry(entry, limits)
      last = entry.header.name
      yield file
    }
    if (unpacked.end !== null) yield toBreak(path, last, unpacked.end)
  } catch {
    yield toBreak(path, last, unpacked.end ?? 'damaged')
  } finally {
    bytes.destroy()
  }
}

/** A TAR ends with two blocks of zeros; one is enough for every reader. */
const END_BLOCK = Buffer.alloc(512)

/** The bytes of a TAR, up to where they cannot be read on, and why they end there. */
class UnpackedTar {
  #left: number
  #tail = Buffer.alloc(0)
  #broken: SkipReason | null = null

  /** A bomb costs no more than `maxBytes`. */
  constructor(maxBytes: number) {
    this.#left = maxBytes
  }

  /** Null where the TAR is whole. */
  get end(): SkipReason | null {
    return this.#broken ?? (this.#tail.equals(END_BLOCK) ? null : 'damaged')
  }

  async *read(path: string, gzipped: boolean): AsyncGenerator<Buffer> {
    const file = createReadStream(path, { highWaterMark: 1 << 20 })
    try {
      for await (const chunk of gzipped ? unzip(file) : file) {
        this.#left -= chunk.length
        if (this.#left < 0) {
          this.#broken = 'archive-too-large'
          return
        }
        this.#tail = Buffer.concat([this.#tail, chunk.subarray(-END_BLOCK.length)]).subarray(-END_BLOCK.length)
        yield chunk
      }
    } catch {
      this.#broken = 'damaged'
    } finally {
      file.destroy()
    }
  }
}

/** `finishFlush`: what breaks off is no error, so that nothing before the break is lost; the missing end block tells. */
function unzip(file: Readable): Readable {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

async function readEntry(entry: Entry, limits: Limits): Promise<DumpFile> {
  const { name, type, size = 0 } = entry.header
  if (type !== 'file' && type !== 'contiguous-file') {
    entry.resume()
    const isLink = type === 'symlink' || type === 'link'
    return { name, type: 'skipped', reason: isLink ? 'link' : 'special' }
  }
  const whole = size <= limits.maxFileBytes
  return { name, type: 'read', bytes: await collect(entry, whole ? size : HEAD_BYTES), whole }
}

/** The first `length` bytes of an entry; the rest is read and dropped, as a TAR can't be skipped in. */
async function collect(stream: AsyncIterable<unknown>, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let collected = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    if (collected < length) chunks.push(chunk)
    collected += chunk.length
  }
  return Buffer.concat(chunks, Math.min(collected, length))
}

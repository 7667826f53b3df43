/**
 * Reads a TAR's files, gzipped or not, one after another. Names are only shown, never used as paths.
 *
 * Links and devices are reported as skipped. If a TAR breaks off, the files before the break are read and the break is
 * reported.
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

/** A TAR ends with two blocks of zeros. Readers accept one. */
const END_BLOCK = Buffer.alloc(512)

/** Reads the bytes of a TAR as far as possible, and records why they end there. */
class UnpackedTar {
  #left: number
  #tail = Buffer.alloc(0)
  #broken: SkipReason | null = null

  /** `maxBytes` limits the unpacked size, so that a zip bomb cannot fill the memory. */
  constructor(maxBytes: number) {
    this.#left = maxBytes
  }

  /** Returns why the TAR ends early; `null`: it is whole. */
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

/**
 * Unpacks a gzip stream. With `finishFlush`, an early end is no error, so that the data before it is not lost. `end`
 * finds the break by the missing block of zeros.
 */
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

/** Returns the first `length` bytes of an entry. Reads and drops the rest, because a TAR stream cannot seek. */
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

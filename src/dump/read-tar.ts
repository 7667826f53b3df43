/**
 * Reads a TAR's files, gzipped or not, one after another. Names are only shown; links and devices are skipped and named.
 * A TAR that breaks off gives what stands before the break, and the break is named.
 */
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import type { DumpFile } from './dump-file.js'
import type { Limits } from './limits.js'
import { HEAD_BYTES } from './read-file.js'

/** A stream of an entry's bytes. */
interface Entry extends AsyncIterable<unknown> {
  readonly header: Header
  resume(): void
}

/** Yields the TAR's files in its order. */
export async function* readTar(path: string, gzipped: boolean, limits: Limits): AsyncGenerator<DumpFile> {
  const unpacked = limitBytes(limits.maxArchiveBytes)
  const tar = extract()
  const fail = (error: Error) => tar.destroy(error)
  const file = createReadStream(path, { highWaterMark: 1 << 20 }).on('error', fail)
  const bytes = gzipped ? file.pipe(createGunzip()).on('error', fail) : file
  bytes.pipe(unpacked).on('error', fail).pipe(tar)
  let last = ''
  try {
    for await (const entry of tar) {
      if (entry.header.type === 'directory') {
        entry.resume()
        continue
      }
      last = entry.header.name
      yield await readEntry(entry, limits)
    }
  } catch (error) {
    const reason = error instanceof ArchiveTooLarge ? 'archive-too-large' : 'damaged'
    yield { name: last === '' ? '(its beginning)' : `(after ${last})`, type: 'skipped', reason }
  } finally {
    file.destroy()
  }
}

class ArchiveTooLarge extends Error {}

/** Ends a stream with an error once more than `maxBytes` have gone through: a bomb costs no more than that. */
function limitBytes(maxBytes: number): Transform {
  let count = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      if (count > maxBytes) done(new ArchiveTooLarge())
      else done(null, chunk)
    },
  })
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

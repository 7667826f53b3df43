/**
 * Inflates the few large files of the index with the browser's own code. On a page that was just opened, `inflate.ts`
 * is much slower for them, since none of it is compiled yet.
 */
import { concatenate } from '../arrays/concatenate.js'
import { inflate, MOST_BYTES } from './inflate.js'

/** Inflates raw deflated bytes. Rejects if they are damaged, end too early, or unpack to more than 256 MB. */
export async function inflateTable(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = openStream()
  if (stream === null) return inflate(bytes)
  const [parts] = await Promise.all([readParts(stream.readable), writeAll(stream.writable, bytes)])
  return concatenate(Uint8Array, parts)
}

/** A stream for raw deflate; null in browsers older than 2023, which have none. */
function openStream(): DecompressionStream | null {
  try {
    return new DecompressionStream('deflate-raw')
  } catch {
    return null
  }
}

async function readParts(readable: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = []
  const reader = readable.getReader()
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts
    length += value.length
    if (length > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes unpacked`)
    parts.push(value)
  }
}

async function writeAll(writable: WritableStream<BufferSource>, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter()
  await writer.write(new Uint8Array(bytes))
  await writer.close()
}

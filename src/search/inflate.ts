/**
 * Raw inflate (RFC 1951) in one go: from deflated bytes to bytes, synchronously.
 *
 * A page of hits reads twenty small files. The browser's own `DecompressionStream` takes one to two milliseconds for each of
 * them, whatever its size, since every chunk is a task; fflate takes a tenth of that for a few KB. Its stream is used, which
 * gives what it has as it goes, so that a small file that unpacks to gigabytes is refused before it fills the memory.
 */
import { Inflate } from 'fflate'
import { concatenate } from './concatenate.js'

/** No file of an archive unpacks to more; the largest, of 52,888 articles, has 0.5 MB. */
const MOST_BYTES = 268_435_456
/** Deflate packs a byte into no less than a thousandth, so a step gives 16 MB at most. */
const STEP_BYTES = 16_384

/** Gives back what was deflated. Throws a `RangeError` where the bytes are damaged, end too early, or unpack to more than 256 MB. */
export function inflate(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw new RangeError('Expected deflated bytes, found none')
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((part) => {
    length += part.length
    if (length > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes unpacked`)
    parts.push(part)
  })
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES)
      stream.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length)
  } catch (cause) {
    if (cause instanceof RangeError) throw cause
    throw new RangeError('Expected deflated bytes', { cause })
  }
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : concatenate(Uint8Array, parts)
}

/**
 * Raw inflate (RFC 1951) in one call: from deflated bytes to bytes, synchronously.
 *
 * A page of hits reads twenty small files. The browser's own `DecompressionStream` runs a task for every chunk; for a
 * few KB fflate is much faster. A larger file goes through fflate's stream, which is slower but returns its output in
 * pieces, so that gigabytes are refused before they fill the memory.
 */
import { Inflate, inflateSync } from 'fflate'
import { concatenate } from '../arrays/concatenate.js'

/** The most bytes that a file of an archive may unpack to. */
export const MOST_BYTES = 268_435_456
/** Packed bytes given to the stream in one step. Deflate packs about 1,000 bytes into one at best: 16 MB a step. */
const STEP_BYTES = 16_384
/** Files up to this size, in packed bytes, are unpacked at once. */
const SMALL_BYTES = 65_536
/** The output buffer for small files. Without it, fflate would allocate one for each. */
const CACHED_ROOM = new Uint8Array(524_288)
const NO_DICTIONARY = new Uint8Array()

/**
 * Inflates raw deflated bytes; `dictionary` is the one they were deflated with. Throws a `RangeError` if the bytes are
 * damaged, end too early, or unpack to more than 256 MB.
 */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array = NO_DICTIONARY): Uint8Array {
  if (bytes.length === 0) throw new RangeError('Expected deflated bytes, found none')
  try {
    return inflateSmall(bytes, dictionary) ?? inflateInSteps(bytes, dictionary)
  } catch (cause) {
    if (cause instanceof RangeError) throw cause
    throw new RangeError('Expected deflated bytes', { cause })
  }
}

/** The unpacked bytes of a small file. Null if it is large, or damaged: then the stream reports the damage. */
function inflateSmall(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array | null {
  if (bytes.length > SMALL_BYTES) return null
  try {
    const unpacked = inflateSync(bytes, { out: CACHED_ROOM, dictionary })
    return unpacked.length < CACHED_ROOM.length ? unpacked.slice() : null
  } catch {
    return null
  }
}

function inflateInSteps(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary }, (part) => {
    length += part.length
    if (length > MOST_BYTES) throw new RangeError(`Expected at most ${MOST_BYTES} bytes unpacked`)
    parts.push(part)
  })
  for (let at = 0; at < bytes.length; at += STEP_BYTES)
    stream.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length)
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : concatenate(Uint8Array, parts)
}

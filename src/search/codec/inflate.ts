/**
 * Raw inflate (RFC 1951) in one go: from deflated bytes to bytes, synchronously.
 *
 * A page of hits reads twenty small files. The browser's own `DecompressionStream` takes one to two milliseconds for each of
 * them, whatever its size, since every chunk is a task; fflate takes a tenth of that for a few KB. A larger file goes through
 * its stream, which takes twice as long but gives what it has as it goes, so that gigabytes are refused before they fill the memory.
 */
import { Inflate, inflateSync } from 'fflate'
import { concatenate } from '../arrays/concatenate.js'

/** No file of an archive unpacks to more; the largest, of 52,888 articles, has 0.5 MB. */
export const MOST_BYTES = 268_435_456
/** Deflate packs a byte into no less than a thousandth, so a step gives 16 MB at most. */
const STEP_BYTES = 16_384
/** Files up to this size unpack at once ... */
const SMALL_BYTES = 65_536
/** ... into these bytes, which fflate would make anew for each, 131 KB for a card's file of 4. */
const CACHED_ROOM = new Uint8Array(524_288)
const NO_DICTIONARY = new Uint8Array()

/** Gives back what was deflated, after `dictionary` if it was so. Throws a `RangeError` where the bytes are damaged, end too early, or unpack to more than 256 MB. */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array = NO_DICTIONARY): Uint8Array {
  if (bytes.length === 0) throw new RangeError('Expected deflated bytes, found none')
  try {
    return inflateSmall(bytes, dictionary) ?? inflateInSteps(bytes, dictionary)
  } catch (cause) {
    if (cause instanceof RangeError) throw cause
    throw new RangeError('Expected deflated bytes', { cause })
  }
}

/** What a small file unpacks to; null where it is large, or damaged: then the stream says so. */
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

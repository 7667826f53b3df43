/**
 * Raw deflate (RFC 1951); `inflate.ts` reads it. The stream that Node and current browsers have takes no dictionary, so
 * the build passes in a function for that.
 */

/** Compresses bytes without a dictionary. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/**
 * Compresses bytes that share parts with `dictionary`; `inflate` must be given the same one. The build passes in Node's
 * function, which is faster than fflate's and makes fewer bytes.
 */
export type DeflateAfter = (dictionary: Uint8Array, bytes: Uint8Array) => Uint8Array

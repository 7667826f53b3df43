/**
 * Raw deflate: through the stream that Node and every current browser have, or after a dictionary, which that doesn't take: then
 * by what the build gives. `inflate.ts` reads both.
 */

/** Compresses bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/**
 * Compresses bytes, of which parts are also in `dictionary`; `inflate` must be given the same. Node's: fflate's takes 2.5 % more bytes
 * of cards, and twice the time.
 */
export type DeflateAfter = (dictionary: Uint8Array, bytes: Uint8Array) => Uint8Array

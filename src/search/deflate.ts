/**
 * Raw deflate through the stream that Node and every current browser have; `inflate.ts` reads it at once.
 */

/** Compresses bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/**
 * Raw deflate: through the stream that Node and every current browser have, or after a dictionary, which that doesn't take.
 * `inflate.ts` reads both.
 */
import { deflateSync } from 'fflate'

/** Compresses bytes. */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/** Compresses bytes, of which parts are also in `dictionary`; `inflate` must be given the same. For small files, as it takes no turns. */
export function deflateAfter(dictionary: Uint8Array, bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, dictionary })
}

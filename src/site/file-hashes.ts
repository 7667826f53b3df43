/**
 * `MANIFEST.sha256`: what is in an archive, in the format of `sha256sum -c`. Written by `pack`, read by `check`.
 *
 *     9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  kb/214/Q214864/index.html
 */
import { createHash } from 'node:crypto'

/** The manifest's place at the top of the archive. */
export const MANIFEST = 'MANIFEST.sha256'

/** `HASH  PATH`; a path may hold anything but a line end. */
const LINE = /^([0-9a-f]{64}) [ *](.+)$/

/** SHA-256 in hex. */
export function hashContent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The manifest's text. Paths are relative to its own `folder`, so that `sha256sum -c` verifies the unpacked files. */
export function formatManifest(hashes: Iterable<readonly [name: string, hash: string]>, folder: string): string {
  return Array.from(hashes, ([name, hash]) => `${hash}  ${name.slice(folder.length)}\n`).join('')
}

/** What a manifest says. */
export interface Manifest {
  /** By path. */
  readonly hashes: ReadonlyMap<string, string>
  /** Lines that say nothing, or of a file that another line has. */
  readonly oddLines: readonly string[]
}

/** Reads a manifest, whatever it is. */
export function parseManifest(text: string): Manifest {
  const hashes = new Map<string, string>()
  const oddLines: string[] = []
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, hash, path] = LINE.exec(line) ?? []
    if (hash === undefined || path === undefined || hashes.has(path)) oddLines.push(line)
    else hashes.set(path, hash)
  }
  return { hashes, oddLines }
}

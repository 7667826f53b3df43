/**
 * `MANIFEST.sha256`: the files of a ZIP with their hashes, in the format of `sha256sum -c`. Written by `pack`, read by
 * `check`.
 *
 *     9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  kb/214/Q214864/index.html
 */
import { createHash } from 'node:crypto'

/** The name of the manifest. */
export const MANIFEST = 'MANIFEST.sha256'

/** `HASH  PATH`; a path may contain anything but a line end. */
const LINE = /^([0-9a-f]{64}) [ *](.+)$/

/** The SHA-256 of `bytes`, in hex. */
export function hashContent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The text of a manifest in `folder`. Paths are relative to `folder`, so that `sha256sum -c` works after unpacking. */
export function formatManifest(hashes: Iterable<readonly [name: string, hash: string]>, folder: string): string {
  return Array.from(hashes, ([name, hash]) => `${hash}  ${name.slice(folder.length)}\n`).join('')
}

/** A parsed manifest. */
export interface Manifest {
  /** Path -> hash. */
  readonly hashes: ReadonlyMap<string, string>
  /** Lines that cannot be read, or whose file is already in another line. */
  readonly oddLines: readonly string[]
}

/** Parses a manifest. Never throws. */
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

/**
 * Resolves the arguments of `kb build` to sources: folders, ZIPs, TARs and single files, recognised by their first
 * bytes.
 *
 * Knows nothing of articles. A missing source, or one of unknown kind, is an error here, before anything is written.
 */
import { accessSync, closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { KbError } from '../kb-error.js'

export type SourceKind = 'directory' | 'zip' | 'tar' | 'tar.gz' | 'file'

export interface Source {
  readonly kind: SourceKind
  /** Absolute, links resolved. */
  readonly path: string
  /** As the user wrote it, for messages. */
  readonly given: string
}

/**
 * Returns the source of each name, in the order given. A place that is named twice is one source.
 *
 * Throws a `KbError`: `source-missing`, `source-unreadable`, or `source-kind` for a device or an archive that is not
 * read.
 */
export function findSources(given: readonly string[]): Source[] {
  const sources = new Map<string, Source>()
  for (const name of given) {
    const source = findSource(name)
    if (!sources.has(source.path)) sources.set(source.path, source)
  }
  return [...sources.values()]
}

/**
 * Returns the name of the dump that each source belongs to: the name of the folder or archive; of a single file, that of
 * its folder. Where two have the same name, as many folders above as tell them apart stand before it: `old/kb`.
 *
 * A single dump has the name `''`: nobody needs to be told where a text came from. Does not depend on the order.
 */
export function nameDumps(sources: readonly Source[]): string[] {
  const paths = sources.map(({ kind, path }) => (kind === 'file' ? dirname(path) : path))
  const names = new Map([...new Set(paths)].map((path) => [path, lastParts(path, 1)]))
  if (names.size === 1) return paths.map(() => '')
  for (let parts = 2; ; parts++) {
    const shared = findShared(names)
    const longer = shared.filter((path) => lastParts(path, parts) !== names.get(path))
    if (longer.length === 0) break
    for (const path of longer) names.set(path, lastParts(path, parts))
  }
  return paths.map((path) => names.get(path) ?? path)
}

/** The paths whose name another path has as well. */
function findShared(names: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...names].flatMap(([path, name]) => ((counts.get(name) ?? 0) > 1 ? [path] : []))
}

/** The last parts of a path: `lastParts('/dumps/old/kb', 2)` is `old/kb`. */
function lastParts(path: string, count: number): string {
  const parts = path.split(sep).filter((part) => part !== '')
  return parts.slice(-count).join('/') || sep
}

function findSource(given: string): Source {
  try {
    const path = realpathSync(given)
    const status = statSync(path)
    // Needs permission to list and to enter: without either the walk would report an empty folder instead of an error.
    if (status.isDirectory()) accessSync(path, constants.R_OK | constants.X_OK)
    if (status.isDirectory()) return { kind: 'directory', path, given }
    if (status.isFile()) return { kind: kindOfFile(path, given), path, given }
  } catch (cause) {
    if (cause instanceof KbError) throw cause
    throw unreadableSource(given, cause)
  }
  throw new KbError('source-kind', `Expected a folder, a .zip, a .tar or an article, found a device`, { where: given })
}

function unreadableSource(given: string, cause: unknown): KbError {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  return missing
    ? new KbError('source-missing', `Cannot find the source \`${given}\``, {
        hint: 'Name a folder, a .zip or a .tar of articles.',
        cause,
      })
    : new KbError('source-unreadable', `Cannot read the source \`${given}\`: ${reasonOf(cause)}`, {
        hint: 'Change its permissions, or name a copy that you may read.',
        cause,
      })
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return code === 'EACCES' || code === 'EPERM' ? 'no permission' : String(code ?? cause)
}

const HEAD_BYTES = 512

function kindOfFile(path: string, given: string): SourceKind {
  const head = readHead(path)
  const archive = archiveKind(head)
  if (archive === null) return 'file'
  if (archive === 'other')
    throw new KbError('source-kind', `Cannot unpack \`${given}\`: only .zip, .tar and .tar.gz are read directly`, {
      hint: `Unpack it (\`${unpackCommand(head)} ${given}\`) and name the folder.`,
    })
  return archive
}

/** Returns the command that unpacks an archive that kb recognises but does not read. */
function unpackCommand(head: Buffer): string {
  const isPackedTar = ['\xfd7zXZ', 'BZh', '\x28\xb5\x2f\xfd'].some(
    (sign) => head.toString('latin1', 0, sign.length) === sign,
  )
  if (head.toString('latin1', 0, 4) === 'Rar!') return 'unrar x'
  return isPackedTar ? 'tar -xf' : '7z x'
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  const file = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

/** First bytes of archive formats, at byte `at`. `other`: recognised, but not read. */
const SIGNATURES: readonly {
  readonly at: number
  readonly bytes: string
  readonly kind: 'zip' | 'tar' | 'tar.gz' | 'other'
}[] = [
  { at: 0, bytes: 'PK\x03\x04', kind: 'zip' },
  { at: 0, bytes: 'PK\x05\x06', kind: 'zip' },
  { at: 0, bytes: 'PK\x07\x08', kind: 'zip' },
  { at: 257, bytes: 'ustar', kind: 'tar' },
  { at: 0, bytes: '\x1f\x8b', kind: 'tar.gz' },
  { at: 0, bytes: '\xfd7zXZ\x00', kind: 'other' },
  { at: 0, bytes: 'BZh', kind: 'other' },
  { at: 0, bytes: '7z\xbc\xaf\x27\x1c', kind: 'other' },
  { at: 0, bytes: '\x28\xb5\x2f\xfd', kind: 'other' },
  { at: 0, bytes: 'Rar!', kind: 'other' },
  { at: 0, bytes: 'MSCF', kind: 'other' },
]

/**
 * Returns the archive format that `head` begins with; `null`: no known one. An old TAR without `ustar` gives `null`.
 */
export function archiveKind(head: Buffer): 'zip' | 'tar' | 'tar.gz' | 'other' | null {
  const found = SIGNATURES.find(({ at, bytes }) => head.toString('latin1', at, at + bytes.length) === bytes)
  return found?.kind ?? null
}

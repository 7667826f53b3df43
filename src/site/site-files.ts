/** Lists the files of a site's folder in a fixed order, without opening them. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'

/** A file. `path` is relative to the folder: `kb/214/Q214864/index.html`; `size` is in bytes. */
export interface SiteFile {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
}

/** `.DS_Store`, `Thumbs.db`, `._index.html`: files that a system creates in a folder when it shows it. */
const SYSTEM_FILE = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+)$|(?:^|\/)__MACOSX\//i

/** Reports whether a path is that of a file which a system has created; no build writes such files. */
export function isSystemFile(path: string): boolean {
  return SYSTEM_FILE.test(path)
}

/**
 * Lists the site's files below `directory`, in the byte order of their paths, without files of the system.
 *
 * Throws a `KbError` if something cannot be read, or is neither a file nor a folder.
 */
export function listSiteFiles(directory: string): readonly SiteFile[] {
  return listPaths(directory)
    .filter((path) => !isSystemFile(path))
    .sort(compareBytes)
    .map((path) => {
      const { size, mtimeMs } = orUnreadable(join(directory, path), (file) => statSync(file))
      return { path, size, mtimeMs }
    })
}

/** Calls `read` with a path; turns its error into a `KbError`. */
export function orUnreadable<Result>(path: string, read: (path: string) => Result): Result {
  try {
    return read(path)
  } catch (cause) {
    throw new KbError('site-unreadable', 'Cannot read a part of the site', {
      where: path,
      hint: 'Is a build running, or is it protected? Try again when the site is complete.',
      cause,
    })
  }
}

/** Compares by the bytes of UTF-8, which is the order of code points and of `sort` in the C locale. */
export function compareBytes(a: string, b: string): number {
  return isAscii(a) && isAscii(b) ? compareUnits(a, b) : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** The paths of files below `directory` that a system has created. */
export function listSystemFiles(directory: string): readonly string[] {
  return listPaths(directory).filter(isSystemFile).sort(compareBytes)
}

function listPaths(directory: string, below = ''): string[] {
  const entries = orUnreadable(join(directory, below), (path) => readdirSync(path, { withFileTypes: true }))
  return entries.flatMap((entry) => {
    const path = `${below}${entry.name}`
    if (entry.isDirectory()) return listPaths(directory, `${path}/`)
    if (entry.isFile()) return [path]
    throw new KbError('site-odd-file', 'Expected only files and folders, found a link or device', {
      where: join(directory, path),
      hint: 'Remove it or put the file itself in its place.',
    })
  })
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

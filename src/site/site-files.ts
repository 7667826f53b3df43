/**
 * The files of a folder in one fixed order: what `pack` writes and `check` reads. Knows paths, sizes and times; opens nothing.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'

/** `path` is relative to the folder and `/` separated: `kb/214/Q214864/index.html`. */
export interface SiteFile {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
}

/** `.DS_Store`, `Thumbs.db`, `._index.html`: left in a folder by a system that showed it. */
const SYSTEM_FILE = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]+)$|(?:^|\/)__MACOSX\//i

/** Whether a path is that of a file which some system leaves in folders, and no build writes. */
export function isSystemFile(path: string): boolean {
  return SYSTEM_FILE.test(path)
}

/**
 * Lists the site's files below `directory` in the byte order of their paths, without those that systems leave there; fails on anything
 * that is no file or folder.
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

/** What `read` says of a path; fails where it can't be read. */
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

/** Byte order of UTF-8, which is that of code points: what `sort` in the C locale gives. */
export function compareBytes(a: string, b: string): number {
  return isAscii(a) && isAscii(b) ? compareUnits(a, b) : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** The paths of the files that systems have left below `directory`. */
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

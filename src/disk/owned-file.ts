/**
 * Writes a file whose path a user gave. It is written under a temporary name first, and replaces only a file of the
 * same kind. No half-written file is left behind, even if the program is interrupted.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KbError } from '../kb-error.js'
import { type FileEnds, readEnds } from './file-kind.js'
import { type StopFirst, writeAlone } from './half-work.js'
import { makeFolders } from './make-folders.js'
import { moveFile, toWriteError } from './write-file.js'

/** A file to write. `isOwn` decides by the ends of an existing file whether it may be overwritten. */
export interface OwnedFile {
  readonly out: string
  /** The kind of file that may be overwritten, for the error message: `an archive of kb pack`. */
  readonly kind: string
  readonly isOwn: (ends: FileEnds) => boolean
}

/**
 * Calls `write` with a temporary path, then moves the file to its place.
 *
 * Rejects with a `KbError` if the place is taken by another kind of file, or if another process is writing to it.
 */
export async function writeOwnedFile<Result>(
  { out, kind, isOwn }: OwnedFile,
  write: (partial: string, stopFirst: StopFirst) => Promise<Result>,
): Promise<Result> {
  const ends = openPlace(out)
  if (ends !== 'free' && (typeof ends === 'string' || !isOwn(ends)))
    throw new KbError(
      'target-foreign',
      `Expected no file or ${kind} in this place, found ${ends === 'folder' ? 'a folder' : 'something else'}`,
      { where: out, hint: 'Move it away or name another file with --out.' },
    )
  const partial = `${out}.partial`
  return writeAlone({ half: partial, cleanUp: () => removeHalf(partial) }, async (stopFirst) => {
    const result = await write(partial, stopFirst)
    moveFile(partial, out)
    return result
  })
}

/** Removes the temporary file and the files that its writer has put beside it: `kb.zim.partial.tmp`. */
function removeHalf(partial: string): void {
  const folder = dirname(partial)
  const half = basename(partial)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name === half || (name.startsWith(half) && BESIDE_HALF.test(name)))
      rmSync(join(folder, name), { recursive: true, force: true })
}

/** `.tmp`, `_title.idx.tmp` of zimwriterfs, `.lock` of SQLite. */
const BESIDE_HALF = /\.(?:tmp|lock)$/

/**
 * Creates the folder of `out` and looks at `out`: `free` (nothing or an empty file), the ends of a file, or its kind.
 */
function openPlace(out: string): 'free' | 'folder' | 'other' | FileEnds {
  if (FOLDER_NAME.test(out)) return 'folder'
  try {
    makeFolders(dirname(out))
    const found = statSync(out, { throwIfNoEntry: false })
    if (found === undefined) return 'free'
    if (!found.isFile()) return found.isDirectory() ? 'folder' : 'other'
    return found.size === 0 ? 'free' : readEnds(out)
  } catch (cause) {
    throw toWriteError(out, cause)
  }
}

/** `archives/`: a path with a slash at its end names a folder. */
const FOLDER_NAME = /[\\/]$/

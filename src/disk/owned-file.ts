/**
 * Writes a file that a user named: under a temporary name first, over nothing but a file of the same kind, and nothing half done
 * is left behind, also when the program is interrupted.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KbError } from '../kb-error.js'
import { type FileEnds, readEnds } from './file-kind.js'
import { type StopFirst, writeAlone } from './half-work.js'
import { makeFolders } from './make-folders.js'
import { moveFile, toWriteError } from './write-file.js'

/** A file to write. `isOwn` tells by its ends whether a file that stands there is one that may be overwritten. */
export interface OwnedFile {
  readonly out: string
  /** What may stand there already: `an archive of kb pack`. */
  readonly kind: string
  readonly isOwn: (ends: FileEnds) => boolean
}

/** Lets `write` make the file under another name, then puts it in its place. Fails where another run is at that. */
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

/** Takes away the half file, and what those who write it have put beside it: `kb.zim.partial.tmp`. */
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

/** Makes the folder of `out` and looks at what stands there: nothing or an empty file, a file, or something else. */
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

/** `archives/` */
const FOLDER_NAME = /[\\/]$/

/** Writes a new folder: under a temporary name first, and never in place of a folder with files in it. */
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeAlone } from '../disk/half-work.js'
import { makeFolders } from '../disk/make-folders.js'
import { makeFolder, toWriteError } from '../disk/write-file.js'
import { KbError } from '../kb-error.js'

/**
 * Calls `write` with a temporary folder, then renames the folder to `out`.
 *
 * Rejects with a `KbError` if `out` is not empty or cannot be written, or if another process is writing it.
 */
export async function writeNewFolder<Result>(out: string, write: (folder: string) => Promise<Result>): Promise<Result> {
  assertEmpty(out)
  const partial = `${out}.partial`
  makeFolder(dirname(partial))
  const cleanUp = () => rmSync(partial, { recursive: true, force: true })
  return writeAlone({ half: partial, cleanUp }, async () => {
    cleanUp()
    try {
      makeFolders(partial)
      const result = await write(partial)
      rmSync(out, { recursive: true, force: true })
      renameSync(partial, out)
      return result
    } catch (cause) {
      throw toWriteError(out, cause)
    }
  })
}

function assertEmpty(out: string): void {
  if (isMissingOrEmpty(out)) return
  throw new KbError('target-foreign', 'Expected a new or an empty folder', {
    where: out,
    hint: 'Remove it or name another with --out.',
  })
}

function isMissingOrEmpty(out: string): boolean {
  try {
    return readdirSync(out).length === 0
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
  }
}

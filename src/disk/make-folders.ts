/**
 * Creates a folder and its parents. This replaces `mkdirSync` with `recursive`, which never returns if the file system
 * reports ENOENT for a new folder in an existing one, as `/proc` does.
 */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Creates the missing folders of `path`, outermost first. Throws the error of the file system. */
export function makeFolders(path: string): void {
  const missing: string[] = []
  for (let folder = path; !isThere(folder) && dirname(folder) !== folder; folder = dirname(folder)) missing.push(folder)
  if (missing.length === 0) mkdirSync(path, { recursive: true })
  for (const folder of missing.reverse()) makeFolder(folder)
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Creates a folder. EEXIST is no error: another worker may have created it meanwhile. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/**
 * Makes a folder and those above it. `mkdirSync` with `recursive` would do, but never returns where the file system answers ENOENT for a
 * new folder in one that exists, as `/proc` does.
 */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes what is missing of `path`, the uppermost first; throws what the file system says. */
export function makeFolders(path: string): void {
  const missing: string[] = []
  for (let folder = path; !isThere(folder) && dirname(folder) !== folder; folder = dirname(folder)) missing.push(folder)
  if (missing.length === 0) mkdirSync(path, { recursive: true })
  for (const folder of missing.reverse()) makeFolder(folder)
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Another worker may have made it in the meantime. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

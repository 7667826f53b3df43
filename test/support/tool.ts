/**
 * Tools that some tests need and a user's machine may lack: a browser, zimwriterfs, unzip.
 *
 *     if (findTool('chromium') !== null) test(...)   // else: skipped loudly; in CI a failure
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the program is, or `null` after saying which tests are left out and how to get it (a Debian package). */
export function findTool(program: string, debianPackage = program): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
  if (found !== undefined) return found
  console.log(`# skipped: \`${program}\` is missing (on Debian: apt-get install ${debianPackage})`)
  return null
}

/** The shared corpus beside the project, or `null` after saying that it is left out. Never a failure: it is optional. */
export function findCorpus(): string | null {
  const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
  if (existsSync(folder)) return folder
  console.log('# left out: the real corpus (../shared/corpus) is not here')
  return null
}

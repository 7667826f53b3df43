/**
 * Tools that some tests need and a user's machine may lack: a browser, zimwriterfs, unzip.
 *
 *     testWithTool(test, 'zimcheck', 'zim-tools')('writes a ZIM in which zimcheck finds nothing', (zimcheck) => ...)
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'uvu'

/** Where the program is, or `null` after saying which tests are left out and how to get it (a Debian package). */
export function findTool(program: string, debianPackage = program): string | null {
  const found = findProgram(program)
  if (found !== null) return found
  console.log(`# skipped: \`${program}\` is missing (on Debian: apt-get install ${debianPackage})`)
  return null
}

/** Where the program is, or `null`. */
export function findProgram(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null
}

/** Registers a test that runs a tool. Without the tool the test is skipped, which `scripts/test.ts` says, and refuses in CI. */
export function testWithTool(test: Test, program: string, debianPackage = program) {
  return (title: string, use: (path: string) => Promise<void> | void): void => {
    const path = findTool(program, debianPackage)
    if (path === null) test.skip(title, () => undefined)
    else test(title, () => use(path))
  }
}

/** The shared corpus beside the project, or `null` after saying that it is left out. Never a failure: it is optional. */
export function findCorpus(): string | null {
  const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
  if (existsSync(folder)) return folder
  console.log('# left out: the real corpus (../shared/corpus) is not here')
  return null
}

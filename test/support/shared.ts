/**
 * Things that take seconds to make and that several test files need, such as the sample's site: made once a run of `npm test`, by
 * whichever file asks first, in the folder that `scripts/test.ts` names. A test file that runs alone makes its own.
 *
 * Nobody may change what is shared: `copyOf` gives a copy.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const POLL_MS = 50
const PATIENCE_MS = 5 * 60_000

let ownFolder: string | null = null

/** The folder of the run, or one of this process. */
function sharedFolder(): string {
  const given = process.env.KB_TEST_SHARED
  if (given !== undefined) return given
  ownFolder ??= makeTemporary('kb-shared-')
  return ownFolder
}

/** A temporary folder that goes when the process ends. */
function makeTemporary(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The folder `name`, which `make` has filled, here or in another process. Fails where that has failed. */
export async function makeShared(name: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const folder = join(sharedFolder(), name)
  const [done, failed] = [`${folder}.done`, `${folder}.failed`]
  if (isFirst(folder)) {
    try {
      await make(folder)
      writeFileSync(done, '')
    } catch (error) {
      writeFileSync(failed, String(error))
      throw error
    }
  }
  for (let waited = 0; !existsSync(done); waited += POLL_MS) {
    if (existsSync(failed)) throw new Error(`Expected ${name}, which another test file makes: that has failed`)
    if (waited > PATIENCE_MS) throw new Error(`Expected ${name} within five minutes`)
    await setTimeout(POLL_MS)
  }
  return folder
}

/** Makes the folder; false where there is one: somebody else is at work. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** A copy of a shared folder, to change. */
export function copyOf(folder: string): string {
  const copy = join(makeTemporary('kb-copy-'), 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}

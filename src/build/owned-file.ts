/**
 * Writes a file that a user named: under a temporary name first, over nothing but a file of the same kind, and nothing half done
 * is left behind, also when the program is interrupted.
 */
import { closeSync, existsSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KbError } from '../kb-error.js'
import { makeFolders } from './make-folders.js'
import { toWriteError } from './write-file.js'

/** The first and the last bytes of a file. */
export interface FileEnds {
  readonly head: Buffer
  readonly tail: Buffer
}

/** A file to write. `isOwn` tells by its ends whether a file that stands there is one that may be overwritten. */
export interface OwnedFile {
  readonly out: string
  /** What may stand there already: `an archive of kb pack`. */
  readonly kind: string
  readonly isOwn: (ends: FileEnds) => boolean
}

/** Lets `write` make the file under another name, then puts it in its place. */
export async function writeOwnedFile<Result>(
  { out, kind, isOwn }: OwnedFile,
  write: (partial: string) => Promise<Result>,
): Promise<Result> {
  const ends = openPlace(out)
  if (ends !== 'free' && (ends === 'other' || !isOwn(ends)))
    throw new KbError('target-foreign', `Expected no file or ${kind} in this place, found something else`, {
      where: out,
      hint: 'Move it away or name another place with --out.',
    })
  const partial = `${out}.partial`
  const forget = removeOnSignal(partial)
  try {
    const result = await write(partial)
    renameSync(partial, out)
    return result
  } finally {
    removeHalf(partial)
    forget()
  }
}

/** Takes away the half file, and what `zimwriterfs` has put beside it: `kb.zim.partial.tmp`, `kb.zim.partial_title.idx.tmp/`. */
function removeHalf(partial: string): void {
  const folder = dirname(partial)
  const half = basename(partial)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name === half || (name.startsWith(half) && name.endsWith('.tmp')))
      rmSync(join(folder, name), { recursive: true, force: true })
}

/** Takes the half file away when the program is interrupted, and lets the signal do its work then. */
function removeOnSignal(partial: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const end = (signal: NodeJS.Signals) => {
    removeHalf(partial)
    forget()
    process.kill(process.pid, signal)
  }
  const forget = () => {
    for (const signal of signals) process.off(signal, end)
  }
  for (const signal of signals) process.once(signal, end)
  return forget
}

/** Makes the folder of `out` and looks at what stands there: nothing or an empty file, a file, or something else. */
function openPlace(out: string): 'free' | 'other' | FileEnds {
  try {
    makeFolders(dirname(out))
    const found = statSync(out, { throwIfNoEntry: false })
    if (found === undefined) return 'free'
    if (!found.isFile()) return 'other'
    return found.size === 0 ? 'free' : readEnds(out, found.size)
  } catch (cause) {
    throw toWriteError(out, cause)
  }
}

const endBytes = 128

function readEnds(path: string, size: number): FileEnds {
  const length = Math.min(size, endBytes)
  const [head, tail] = [Buffer.alloc(length), Buffer.alloc(length)]
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, length, 0)
    readSync(descriptor, tail, 0, length, size - length)
  } finally {
    closeSync(descriptor)
  }
  return { head, tail }
}

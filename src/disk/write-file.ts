/** Writes files so that nobody sees a half-written one; explains errors such as a full disk to the user. */
import { closeSync, fstatSync, openSync, renameSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { KbError } from '../kb-error.js'
import { makeFolders } from './make-folders.js'
import { HELD, retryWhileHeld } from './retry.js'

/** Replaces a file atomically: it is written under another name, then renamed. Throws a `KbError` on failure. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.new`
  try {
    writeNewFile(draft, content)
    retryWhileHeld(() => renameSync(draft, path))
  } catch (error) {
    rmSync(draft, { force: true })
    throw toWriteError(path, error)
  }
}

/** Size (bytes) and modification time (ms) of a file that was just written. */
export interface Written {
  readonly size: number
  readonly mtimeMs: number
}

/**
 * Writes a file that nobody reads yet; creates its folder if needed. Throws a `KbError` on failure.
 *
 * The folder is checked first, because most files have a folder of their own, and an error is as slow as a write.
 */
export function writeNewFile(path: string, content: string | Uint8Array): Written {
  makeFolder(dirname(path))
  try {
    return writeAndMeasure(path, content)
  } catch (error) {
    throw toWriteError(path, error)
  }
}

function writeAndMeasure(path: string, content: string | Uint8Array): Written {
  const file = openSync(path, 'w')
  try {
    writeFileSync(file, content)
    const { size, mtimeMs } = fstatSync(file)
    return { size, mtimeMs }
  } finally {
    closeSync(file)
  }
}

/** Creates a folder and its parents. Throws a `KbError` on failure. */
export function makeFolder(path: string): void {
  try {
    makeFolders(path)
  } catch (error) {
    throw toWriteError(path, error)
  }
}

/** Moves a file, and creates the folder of `to` if needed. Throws a `KbError` on failure. */
export function moveFile(from: string, to: string): void {
  const move = () => retryWhileHeld(() => renameSync(from, to))
  try {
    move()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw toWriteError(to, error)
    makeFolder(dirname(to))
    move()
  }
}

/** Removes a file; it need not be there. */
export function removeFile(path: string): void {
  try {
    retryWhileHeld(() => rmSync(path, { force: true }))
  } catch (error) {
    throw toWriteError(path, error)
  }
}

/** A file that is written from beginning to end, through a buffer. */
export class FileSink {
  readonly #path: string
  readonly #file: number
  readonly #buffer: Buffer
  #used = 0

  constructor(path: string, bufferBytes: number) {
    this.#path = path
    this.#buffer = Buffer.allocUnsafeSlow(bufferBytes)
    try {
      this.#file = openSync(path, 'w')
    } catch (error) {
      throw toWriteError(path, error)
    }
  }

  write(bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#buffer.length) this.#flush()
    if (bytes.length > this.#buffer.length) this.#writeOut(bytes)
    else {
      this.#buffer.set(bytes, this.#used)
      this.#used += bytes.length
    }
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    this.#writeOut(this.#buffer.subarray(0, this.#used))
    this.#used = 0
  }

  #writeOut(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    } catch (error) {
      throw toWriteError(this.#path, error)
    }
  }
}

/** Turns an error of the file system into a `KbError` with a reason and a hint; other errors stay as they are. */
export function toWriteError(path: string, cause: unknown): unknown {
  if (cause instanceof KbError) return cause
  const code = codeOf(cause)
  if (code === null) return cause
  const isHeld = process.platform === 'win32' && HELD.has(code)
  const reason = isHeld ? HELD_REASON : (WRITE_REASONS[code] ?? { message: code, hint: ELSEWHERE })
  return new KbError('cannot-write', `Cannot write \`${path}\`: ${reason.message}`, { hint: reason.hint, cause })
}

/** The error of a program or library that gives no reason: a full disk if there is no free space, else `cause`. */
export function toUnsaidError(path: string, cause: unknown): unknown {
  const { bavail, bsize } = statfsSync(dirname(path))
  if (bavail * bsize >= leastFreeBytes) return cause
  return toWriteError(path, Object.assign(new Error('No space left', { cause }), { code: 'ENOSPC' }))
}

/** Free bytes below which a disk counts as full: such a program may stop before the last byte is used. */
const leastFreeBytes = 1_000_000

const ELSEWHERE = 'Build elsewhere with `--out`.'

/** Windows gives the same codes for a file that is open and for one without permission. */
const HELD_REASON = {
  message: 'another program has it open, or there is no permission',
  hint: 'Close the program that has it open, then run it again; or write elsewhere with `--out`.',
}

/** Reasons by the system's error code. */
const WRITE_REASONS: Readonly<Record<string, { readonly message: string; readonly hint: string }>> = {
  ENOSPC: {
    message: 'the disk is full',
    hint: 'Free some space, or write elsewhere with `--out`; then run it again.',
  },
  EDQUOT: { message: 'the disk quota is used up', hint: 'Free some space, or write elsewhere with `--out`.' },
  EACCES: { message: 'no permission', hint: 'Change the permissions, or write elsewhere with `--out`.' },
  EPERM: { message: 'no permission', hint: 'Change the permissions, or write elsewhere with `--out`.' },
  EROFS: { message: 'the disk is read-only', hint: 'Write elsewhere with `--out`.' },
  ENOENT: { message: 'the file system takes no new files there', hint: 'Write elsewhere with `--out`.' },
  ENOTDIR: {
    message: 'a file stands where a folder is needed',
    hint: 'Move it away, or write elsewhere with `--out`.',
  },
  EEXIST: {
    message: 'a file stands where a folder is needed',
    hint: 'Move it away, or write elsewhere with `--out`.',
  },
  EISDIR: {
    message: 'a folder stands where a file is needed',
    hint: 'Move it away, or write elsewhere with `--out`.',
  },
  EMFILE: {
    message: 'too many files are open',
    hint: 'Raise the limit (`ulimit -n 4096`) or use fewer workers (`--jobs 1`).',
  },
  ENAMETOOLONG: { message: 'the path is too long', hint: 'Build in a folder with a shorter path (`--out`).' },
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

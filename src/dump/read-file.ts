/**
 * Reads one regular file with few system calls into a buffer that the next file reuses. Knows nothing of its content.
 *
 * Synchronous on purpose: in a worker thread these calls cost a quarter of what `fs/promises` costs.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { SkipReason } from './skipped.js'

const FIRST_BUFFER_BYTES = 1_048_576
/** Read of a file that is too large: enough to say whether it would have been an article. */
export const HEAD_BYTES = 65_536

/** No link at the end of the path, no waiting for a pipe's writer. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** A file's bytes, or why there are none. `whole` is false where only the first `HEAD_BYTES` were read. */
export type FileContent =
  | { readonly type: 'read'; readonly bytes: Buffer; readonly whole: boolean }
  | { readonly type: 'skipped'; readonly reason: SkipReason }

/** Reads files one after another; the bytes are valid until the next call of `read`. */
export class FileReader {
  #buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER_BYTES)
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  read(path: string): FileContent {
    let file: number
    try {
      file = openSync(path, FLAGS)
    } catch (error) {
      return { type: 'skipped', reason: reasonOf(error) }
    }
    try {
      const status = fstatSync(file)
      if (!status.isFile()) return { type: 'skipped', reason: 'special' }
      return this.#readOpen(file, status.size)
    } catch (error) {
      return { type: 'skipped', reason: reasonOf(error) }
    } finally {
      closeSync(file)
    }
  }

  /** Reads what the file held when it was measured; what is written to it meanwhile is for the next build. */
  #readOpen(file: number, size: number): FileContent {
    const wanted = size > this.#maxBytes ? HEAD_BYTES : size
    if (wanted > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(Math.ceil(wanted * 1.25))
    let length = 0
    while (length < wanted) {
      const count = readSync(file, this.#buffer, length, wanted - length, null)
      if (count === 0) break
      length += count
    }
    return { type: 'read', bytes: this.#buffer.subarray(0, length), whole: size <= this.#maxBytes }
  }
}

function reasonOf(error: unknown): SkipReason {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'vanished'
  return code === 'ELOOP' ? 'link' : 'unreadable'
}

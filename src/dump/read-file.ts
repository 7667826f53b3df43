/**
 * Reads regular files with few system calls, each into the same buffer. Knows nothing of their content.
 *
 * Synchronous on purpose: in a worker thread these calls cost much less than `fs/promises`.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { SkipReason } from './skipped.js'

const FIRST_BUFFER_BYTES = 1_048_576
/** Bytes read of a file above the size limit: enough to tell whether it would be an article. */
export const HEAD_BYTES = 65_536

/** Does not follow a link at the end of the path, and does not wait for the writer of a pipe. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** A file's bytes, or why there are none. `whole` is false if only the first `HEAD_BYTES` were read. */
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

  /** Reads `size` bytes, measured before. Bytes appended in the meantime wait for the next build. */
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

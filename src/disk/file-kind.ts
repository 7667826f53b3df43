/** Finds out what a path is. The kind of a file is recognised by its first and last bytes, not by its name. */
import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'

/** The first and last bytes of a file, up to 128 each. They overlap in a short file. */
export interface FileEnds {
  readonly head: Buffer
  readonly tail: Buffer
}

const endBytes = 128

/** Reads both ends of a file. Throws the error of the file system. */
export function readEnds(path: string): FileEnds {
  const { size } = statSync(path)
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

/** Like `statSync`, but returns `null` on any error. */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** The first bytes of every ZIM. */
const zimMagic = Buffer.from([0x5a, 0x49, 0x4d, 0x04])

/** Reports whether a file is a ZIM. */
export function isZim({ head }: FileEnds): boolean {
  return head.subarray(0, zimMagic.length).equals(zimMagic)
}

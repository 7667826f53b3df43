/** What a path is: a folder, a file, and of what kind by its first and last bytes, whatever its name. */
import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'

export interface FileEnds {
  readonly head: Buffer
  readonly tail: Buffer
}

const endBytes = 128

/** Both ends of a file; of a short one, all of it twice. Throws what the file system says. */
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

/** What the file system says of a path, `null` where it has nothing to say. */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** The first bytes of every ZIM. */
const zimMagic = Buffer.from([0x5a, 0x49, 0x4d, 0x04])

/** Whether a file is a ZIM. */
export function isZim({ head }: FileEnds): boolean {
  return head.subarray(0, zimMagic.length).equals(zimMagic)
}

/**
 * Lists the files below a folder in byte order of their paths, in slices. Opens no file, follows no link.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SkipReason } from './skipped.js'

/** What stands in the way: a folder that cannot be listed, a link, a device. */
export type OnSkipped = (name: string, reason: SkipReason) => void

/** Yields the files below `root` in slices; folders one after another, so that memory holds few names at a time. */
export function* walkSlices(root: string, sliceLength: number, onSkipped: OnSkipped): Generator<string[]> {
  const folders = ['']
  let slice: string[] = []
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside: string[] = []
    for (const entry of listFolder(join(root, folder), folder, onSkipped)) {
      const path = folder + entry.name
      if (isLossy(root, path)) onSkipped(path, 'name-bytes')
      else if (entry.isDirectory()) inside.push(`${path}/`)
      else if (entry.isFile()) slice.push(path)
      else onSkipped(path, entry.isSymbolicLink() ? 'link' : 'special')
      if (slice.length >= sliceLength) {
        yield slice
        slice = []
      }
    }
    for (const path of inside.reverse()) folders.push(path)
  }
  if (slice.length > 0) yield slice
}

function listFolder(path: string, name: string, onSkipped: OnSkipped): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    onSkipped(name, 'unreadable')
    return []
  }
}

/** Names that are no UTF-8 come with replacement characters, under which there is nothing. */
function isLossy(root: string, path: string): boolean {
  return path.includes('\ufffd') && lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined
}

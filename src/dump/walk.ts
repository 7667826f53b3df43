/**
 * Lists the files below a folder in slices, each folder's names sorted.
 *
 * Follows no link and enters no folder that kb has written.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FileReader } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** Receives each entry that is not listed: an unreadable folder, a link, a device, a bad name, kb's own output. */
export type OnSkipped = (name: string, reason: SkipReason) => void

/**
 * Yields the files below `root` in slices of at most `sliceLength`. Lists one folder at a time, so that memory holds
 * few names.
 */
export function* walkSlices(root: string, sliceLength: number, onSkipped: OnSkipped): Generator<string[]> {
  const folders = ['']
  let slice: string[] = []
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside: string[] = []
    const entries = listFolder(join(root, folder), folder, onSkipped)
    if (isOwnOutput(join(root, folder), entries)) {
      onSkipped(folder === '' ? root : folder, 'own-output')
      continue
    }
    for (const entry of entries) {
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

/** Names by which kb's own folders are found: a build's cache, a site that is being built, a finished site. */
const CACHE_FOLDER = '.kb-cache'
const UNFINISHED_MARKER = '.kb-unfinished'
const SITE_MARKER = 'site.json'
/** Matches the beginning of kb's `site.json`. */
const OWN_MARKER = /^\{\s*"generator": "kb-archive /

/**
 * Returns true for a folder that kb has written. As a source, it would give each build the texts of the previous one.
 */
function isOwnOutput(folder: string, entries: readonly Dirent[]): boolean {
  if (basename(folder) === CACHE_FOLDER || entries.some(({ name }) => name === UNFINISHED_MARKER)) return true
  if (!entries.some(({ name }) => name === SITE_MARKER)) return false
  const marker = new FileReader(MARKER_BYTES).read(join(folder, SITE_MARKER))
  return marker.type === 'read' && OWN_MARKER.test(marker.bytes.toString('latin1'))
}

const MARKER_BYTES = 65_536

/** Returns true for a name that is not valid UTF-8. Node decodes it with U+FFFD, and no file exists under that name. */
function isLossy(root: string, path: string): boolean {
  return path.includes('\ufffd') && lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined
}

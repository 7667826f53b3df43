/**
 * Packs a finished site into one ZIP: `kb-archive/` with every file of the site in byte order, then `MANIFEST.sha256`. The same
 * site gives the same bytes, whatever the clock, time zone, number of workers or file system. Memory holds a few parts of some
 * MB and a record a file.
 */
import { closeSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { KbError } from '../kb-error.js'
import { type PackedPart, packContents } from './pack-files.js'
import { formatManifest, MANIFEST } from './pack-manifest.js'
import { type PlacedEntry, toCentralHeader, toEndOfArchive } from './pack-zip-format.js'
import { listSiteFiles, type SiteFile } from './site-files.js'
import { readSiteMarker, SITE_MARKER } from './site-marker.js'
import { runTasks } from './worker-tasks.js'

/** The one folder at the top of the archive. */
export const TOP_FOLDER = 'kb-archive'
/** The archive's comment begins so; by it `pack` knows a file of its own that it may overwrite. */
const ownComment = 'kb-archive '

/** What was written. */
export interface PackedArchive {
  readonly files: number
  readonly bytes: number
}

/** `report` is told after each part how many of the site's files are in the archive. */
export interface PackZip {
  readonly site: string
  readonly out: string
  readonly report: (done: number, total: number) => void
}

/** Writes the archive under a temporary name and gives it its own when it is whole; leaves nothing behind on failure. */
export async function packZip({ site, out, report }: PackZip): Promise<PackedArchive> {
  const marker = readSiteMarker(site)
  assertReplaceable(out)
  const files = listSiteFiles(site)
  const partial = `${out}.partial`
  const archive = openArchive(partial)
  try {
    const hashes: (readonly [name: string, hash: string])[] = []
    for await (const part of packParts(site, files)) {
      archive.append(part)
      hashes.push(...part.hashes)
      report(hashes.length, files.length)
    }
    archive.append(
      packContents([
        { name: `${TOP_FOLDER}/${MANIFEST}`, bytes: Buffer.from(formatManifest(hashes, `${TOP_FOLDER}/`)) },
      ]),
    )
    const bytes = archive.finish(`${ownComment}${marker.buildId}`)
    assertSameBuild(site, marker.buildId)
    renameSync(partial, out)
    return { files: files.length + 1, bytes }
  } catch (error) {
    archive.close()
    rmSync(partial, { force: true })
    throw error
  }
}

/** Files go to the workers in runs of about this many bytes, or of this many files. */
const partBytes = 2_000_000
const partFiles = 256

function packParts(site: string, files: readonly SiteFile[]): AsyncGenerator<PackedPart> {
  const entry = new URL('./pack-files.worker.js', import.meta.url)
  return runTasks({ entry, tasks: planParts(files), shared: { directory: site, topFolder: TOP_FOLDER } })
}

/** Cuts the files into runs. */
export function* planParts(files: readonly SiteFile[]): Generator<readonly SiteFile[]> {
  let part: SiteFile[] = []
  let bytes = 0
  for (const file of files) {
    if (part.length > 0 && (bytes + file.size > partBytes || part.length === partFiles)) {
      yield part
      part = []
      bytes = 0
    }
    part.push(file)
    bytes += file.size
  }
  if (part.length > 0) yield part
}

/** An archive file that grows by parts. Its errors name the file and say what to do. */
function openArchive(path: string) {
  const descriptor = guardWrite(path, () => openSync(path, 'w'))
  const entries: PlacedEntry[] = []
  let size = 0
  const write = (bytes: Uint8Array) => {
    guardWrite(path, () => writeAll(descriptor, bytes))
    size += bytes.length
  }
  let open = true
  const close = () => {
    if (open) closeSync(descriptor)
    open = false
  }
  return {
    append(part: PackedPart): void {
      const start = size
      write(part.bytes)
      for (const entry of part.entries) entries.push({ ...entry, offset: start + entry.offset })
    },
    finish(comment: string): number {
      const offset = size
      const directory = Buffer.concat(entries.map(toCentralHeader))
      write(directory)
      write(toEndOfArchive({ entries: entries.length, offset, size: directory.length, comment }))
      close()
      return size
    },
    close,
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

function guardWrite<Result>(path: string, write: () => Result): Result {
  try {
    return write()
  } catch (cause) {
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    throw new KbError(full ? 'disk-full' : 'cannot-write', `Cannot write the archive`, {
      where: path,
      hint: full
        ? 'The disk is full: free some space or name another place with --out.'
        : 'Name another file with --out.',
      cause,
    })
  }
}

/** An archive of ours may be overwritten; any other file is left alone. */
function assertReplaceable(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isFile() && (found.size === 0 || readTail(out, found.size).includes(ownComment))) return
  throw new KbError(
    'target-foreign',
    'Expected no file or an archive of `kb pack` in this place, found something else',
    {
      where: out,
      hint: 'Move it away or name another file with --out.',
    },
  )
}

/** The end of a file, long enough for an end record with our comment. */
function readTail(path: string, size: number): string {
  const tail = Buffer.alloc(Math.min(size, 128))
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, tail, 0, tail.length, size - tail.length)
  } finally {
    closeSync(descriptor)
  }
  return tail.toString('latin1')
}

/** A build that ran meanwhile has another id, or has taken the marker away. */
function assertSameBuild(site: string, buildId: string): void {
  if (readSiteMarker(site).buildId === buildId) return
  throw new KbError('site-changed', `The site changed while it was packed`, {
    where: `${site}/${SITE_MARKER}`,
    hint: 'Wait until the build has ended, then pack again.',
  })
}

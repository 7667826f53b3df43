/**
 * Packs a finished site into one ZIP: `kb-archive/` with every file of the site in byte order, then `MANIFEST.sha256`. The same
 * site gives the same bytes, whatever the clock, time zone, number of workers or file system. Memory holds a few parts of some
 * MB and a record a file.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { toWriteError } from './owned-file.js'
import { type PackedPart, packContents } from './pack-files.js'
import { formatManifest, MANIFEST } from './pack-manifest.js'
import { writeArchive } from './pack-target.js'
import { type PlacedEntry, toCentralHeader, toEndOfArchive } from './pack-zip-format.js'
import { listSiteFiles, type SiteFile } from './site-files.js'
import type { SiteMarker } from './site-marker.js'
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
export interface PackJob {
  readonly site: string
  readonly out: string
  readonly report: (done: number, total: number) => void
}

/** Writes the archive; leaves nothing behind on failure. */
export function packZip(job: PackJob): Promise<PackedArchive> {
  const isOwn = ({ tail }: { readonly tail: Buffer }) => tail.toString('latin1').includes(ownComment)
  return writeArchive({ ...job, isOwn }, (partial, marker) => writeZip(job, partial, marker))
}

async function writeZip({ site, report }: PackJob, path: string, marker: SiteMarker): Promise<PackedArchive> {
  const files = listSiteFiles(site)
  const archive = openArchive(path)
  try {
    const hashes: (readonly [name: string, hash: string])[] = []
    for await (const part of packParts(site, files)) {
      archive.append(part)
      hashes.push(...part.hashes)
      report(hashes.length, files.length)
    }
    const manifest = Buffer.from(formatManifest(hashes, `${TOP_FOLDER}/`))
    archive.append(packContents([{ name: `${TOP_FOLDER}/${MANIFEST}`, bytes: manifest }]))
    return { files: files.length + 1, bytes: archive.finish(`${ownComment}${marker.buildId}`) }
  } finally {
    archive.close()
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
  return {
    append(part: PackedPart): void {
      const start = size
      write(part.bytes)
      for (const entry of part.entries) entries.push({ ...entry, offset: start + entry.offset })
    },
    /** Writes what ends the archive and returns its size. */
    finish(comment: string): number {
      const offset = size
      const directory = Buffer.concat(entries.map(toCentralHeader))
      write(directory)
      write(toEndOfArchive({ entries: entries.length, offset, size: directory.length, comment }))
      return size
    },
    close: () => closeSync(descriptor),
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

function guardWrite<Result>(path: string, write: () => Result): Result {
  try {
    return write()
  } catch (cause) {
    throw toWriteError(path, cause)
  }
}

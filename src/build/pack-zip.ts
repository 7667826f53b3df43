/**
 * Packs a finished site into one ZIP: `kb-archive/` with every file of the site in byte order, then `MANIFEST.sha256`. The same
 * site gives the same bytes, whatever the clock, time zone, number of workers or file system. Memory holds a few parts of some
 * MB and a record a file.
 */
import { availableParallelism } from 'node:os'
import { type PackedPart, packContents } from './pack-files.js'
import { formatManifest, MANIFEST } from './pack-manifest.js'
import { writeArchive } from './pack-target.js'
import { type PlacedEntry, toCentralHeader, toEndOfArchive } from './pack-zip-format.js'
import { createPool, type Task } from './pool.js'
import { listSiteFiles, type SiteFile } from './site-files.js'
import type { SiteMarker } from './site-marker.js'
import { FileSink } from './write-file.js'

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
  const pool = createPool(availableParallelism())
  try {
    const hashes: (readonly [name: string, hash: string])[] = []
    await pool.runAll(
      planTasks(site, files),
      inOrder((part) => {
        archive.append(part)
        hashes.push(...part.hashes)
        report(hashes.length, files.length)
      }),
    )
    const manifest = Buffer.from(formatManifest(hashes, `${TOP_FOLDER}/`))
    archive.append(packContents(0, [{ name: `${TOP_FOLDER}/${MANIFEST}`, bytes: manifest }]))
    return { files: files.length + 1, bytes: archive.finish(`${ownComment}${marker.buildId}`) }
  } finally {
    await pool.close()
    archive.close()
  }
}

/** Passes parts on in their order. Few wait: all are of about the same size. */
function inOrder(append: (part: PackedPart) => void): (part: PackedPart) => void {
  const waiting = new Map<number, PackedPart>()
  let next = 0
  return (part) => {
    waiting.set(part.part, part)
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next++)
      append(ready)
    }
  }
}

/** Files go to the workers in runs of about this many bytes, or of this many files. */
const partBytes = 2_000_000
const partFiles = 256

function* planTasks(directory: string, files: readonly SiteFile[]): Generator<Task<'pack'>> {
  let part = 0
  for (const run of planParts(files)) {
    const input = { part: part++, directory, topFolder: TOP_FOLDER, files: run }
    yield { name: 'pack', label: `part ${part}`, input }
  }
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

const bufferBytes = 1_000_000

/** An archive file that grows by parts. */
function openArchive(path: string) {
  const sink = new FileSink(path, bufferBytes)
  const entries: PlacedEntry[] = []
  let size = 0
  const write = (bytes: Uint8Array) => {
    sink.write(bytes)
    size += bytes.length
  }
  let isOpen = true
  const close = () => {
    if (isOpen) sink.close()
    isOpen = false
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
      close()
      return size
    },
    close,
  }
}

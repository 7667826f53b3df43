/**
 * Packs a finished site into one ZIP: `kb-archive/` with all files in byte order, then `MANIFEST.sha256`.
 *
 * The same site always gives the same bytes: they do not depend on the clock, the time zone, the number of workers or
 * the file system. In memory are only a few parts of some MB, and a record per file.
 */
import { availableParallelism } from 'node:os'
import { crc32 } from 'node:zlib'
import { FileSink } from '../disk/write-file.js'
import { formatManifest, MANIFEST } from '../site/file-hashes.js'
import type { SiteFile } from '../site/site-files.js'
import { createPool, type Task } from '../workers/pool.js'
import { type ListedSite, writeArchive } from './archive-target.js'
import type { CompactPart } from './compact-part.js'
import { type Checksums, readListed } from './site-watch.js'
import { PACK_TASKS, type PackTasks } from './tasks.js'
import { type PlacedEntry, toCentralHeader, toEndOfArchive } from './zip-format.js'
import { type PackContent, type PackedPart, packContents, type ZipPart } from './zip-part.js'

/** The folder in the ZIP that contains all files. */
export const TOP_FOLDER = 'kb-archive'
/** The beginning of the ZIP's comment, by which `pack` recognises a file that it may overwrite. */
const ownComment = 'kb-archive '

/** The result of packing. `files`: number of files in the archive; `bytes`: its size. */
export interface PackedArchive {
  readonly files: number
  readonly bytes: number
  readonly checksums: Checksums
}

/** The input of packing. `report` receives, after each part, how many files of the site are in the archive. */
export interface PackJob {
  readonly site: string
  readonly out: string
  readonly report: (done: number, total: number) => void
}

/** The contents of a ZIP: tasks for the workers, and files that are added at the end. */
export interface ZipContents {
  readonly tasks: Iterable<Task<PackTasks>>
  /** Returns the last files before the manifest. */
  closing?(read: (file: SiteFile) => Buffer): readonly PackContent[]
  /** Receives the parts in order. */
  packed?(part: PackedPart | CompactPart): void
}

/** Writes the ZIP. Leaves no file behind on failure; see `writeArchive` for errors. */
export function packZip(job: PackJob): Promise<PackedArchive> {
  return writeZip(job, ({ files }) => ({ tasks: planTasks(job.site, files) }))
}

/** Writes a ZIP with the contents that `plan` returns for the site. */
export function writeZip(job: PackJob, plan: (listed: ListedSite) => ZipContents): Promise<PackedArchive> {
  const isOwn = ({ tail }: { readonly tail: Buffer }) => tail.toString('latin1').includes(ownComment)
  return writeArchive({ ...job, isOwn }, (partial, listed) => writeContents(job, partial, listed, plan(listed)))
}

async function writeContents(
  { site, report }: PackJob,
  path: string,
  { files, marker }: ListedSite,
  contents: ZipContents,
): Promise<PackedArchive> {
  const archive = openArchive(path)
  const pool = createPool({
    size: availableParallelism(),
    tasks: PACK_TASKS,
    entry: new URL('./worker.entry.js', import.meta.url),
  })
  try {
    const hashes: (readonly [name: string, hash: string])[] = []
    const checksums = new Map<string, number>()
    const append = (part: ZipPart) => {
      archive.append(part)
      for (const hash of part.hashes) hashes.push(hash)
    }
    await pool.runAll(
      contents.tasks,
      inOrder((part) => {
        append(part)
        contents.packed?.(part)
        for (const [name, crc] of part.read) checksums.set(name, crc)
        report(checksums.size, files.length)
      }),
    )
    const read = (file: SiteFile) => {
      const bytes = readListed(file, site)
      checksums.set(file.path, crc32(bytes))
      return bytes
    }
    append(packContents(contents.closing?.(read) ?? []))
    const manifest = Buffer.from(formatManifest(hashes, `${TOP_FOLDER}/`))
    archive.append(packContents([{ name: `${TOP_FOLDER}/${MANIFEST}`, bytes: manifest }]))
    return { files: hashes.length + 1, bytes: archive.finish(`${ownComment}${marker.buildId}`), checksums }
  } finally {
    await pool.close()
    archive.close()
  }
}

/** Passes parts on in order. Few parts have to wait, because all take about the same time. */
function inOrder<Part extends PackedPart>(append: (part: Part) => void): (part: Part) => void {
  const waiting = new Map<number, Part>()
  let next = 0
  return (part) => {
    waiting.set(part.part, part)
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next++)
      append(ready)
    }
  }
}

/** Most bytes and files of one task; a single larger file is a task of its own. */
const partBytes = 2_000_000
const partFiles = 256

/** Tasks that pack files unchanged. `from`: the number of the first part. */
export function* planTasks(
  directory: string,
  files: readonly SiteFile[],
  from = 0,
): Generator<Task<PackTasks, 'pack'>> {
  let part = from
  for (const run of planParts(files)) {
    const input = { part: part++, directory, topFolder: TOP_FOLDER, files: run }
    yield { name: 'pack', label: `part ${part}`, input }
  }
}

/** Cuts the files into runs, one per task. */
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

/** Creates a ZIP to which parts are appended. */
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
    append(part: ZipPart): void {
      const start = size
      write(part.bytes)
      for (const entry of part.entries) entries.push({ ...entry, offset: start + entry.offset })
    },
    /** Writes the central directory and the end record; returns the size of the ZIP. */
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

/**
 * Packs a finished site into one ZIP: `kb-archive/` with every file of the site in byte order, then `MANIFEST.sha256`. The same
 * site gives the same bytes, whatever the clock, time zone, number of workers or file system. Memory holds a few parts of some
 * MB and a record a file.
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

/** The one folder at the top of the archive. */
export const TOP_FOLDER = 'kb-archive'
/** The archive's comment begins so; by it `pack` knows a file of its own that it may overwrite. */
const ownComment = 'kb-archive '

/** What was written, and of what. */
export interface PackedArchive {
  readonly files: number
  readonly bytes: number
  readonly checksums: Checksums
}

/** `report` is told after each part how many of the site's files are in the archive. */
export interface PackJob {
  readonly site: string
  readonly out: string
  readonly report: (done: number, total: number) => void
}

/** What goes into an archive: what threads pack, and what there is to add when they have. */
export interface ZipContents {
  readonly tasks: Iterable<Task<PackTasks>>
  /** The last files before the manifest. */
  closing?(read: (file: SiteFile) => Buffer): readonly PackContent[]
  /** Sees each part in its order. */
  packed?(part: PackedPart | CompactPart): void
}

/** Writes the archive; leaves nothing behind on failure. */
export function packZip(job: PackJob): Promise<PackedArchive> {
  return writeZip(job, ({ files }) => ({ tasks: planTasks(job.site, files) }))
}

/** Writes an archive of what `list` says of the site. */
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

/** Passes parts on in their order. Few wait: all are of about the same size. */
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

/** Files go to the workers in runs of about this many bytes, or of this many files. */
const partBytes = 2_000_000
const partFiles = 256

/** Tasks that pack files as they are, as parts that count on from `from`. */
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
    append(part: ZipPart): void {
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

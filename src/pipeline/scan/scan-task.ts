/** Worker: reads a slice of a dump's files, tells the articles among them, keeps their bytes in a spool. */
import { hash } from 'node:crypto'
import { type DumpFile, readArticles } from '../../dump/dump-file.js'
import type { Limits } from '../../dump/limits.js'
import { readFiles, readSingle } from '../../dump/read-dump.js'
import { FileReader } from '../../dump/read-file.js'
import { type SkippedCount, SkippedCounter } from '../../dump/skipped.js'
import type { Source } from '../../dump/sources.js'
import type { Position } from '../../workers/position.js'
import type { SourceRecord } from '../store/source-record.js'
import { SpoolWriter } from '../store/spool.js'
import { readSpoolIndex, type SpoolIndex } from '../store/spool-index.js'

/** `names`: files of a folder; null: all that an archive or single file holds. */
export interface ScanInput {
  readonly source: Source
  readonly names: readonly string[] | null
  readonly limits: Limits
  /** Folder of the packs, and the number of the one that this task may write. */
  readonly rawFolder: string
  readonly spool: number
  /** What earlier builds have seen; see `raw-index.ts`. */
  readonly known: Uint8Array
}

export interface ScanOutput {
  /** Articles of files that no earlier build has seen. */
  readonly records: readonly SourceRecord[]
  readonly skipped: readonly SkippedCount[]
  readonly files: number
  readonly known: ReusedFiles
}

/** Files that earlier builds have seen: 50,000 records would take longer to cross threads than these numbers. */
export interface ReusedFiles {
  /** All names that were read, or null where these are the input's. */
  readonly names: readonly string[] | null
  /** Pairs: which name, and the first row of the file in `SpoolIndex`. */
  readonly rows: Uint32Array
}

export async function performScan(input: ScanInput, position: Position): Promise<ScanOutput> {
  const scan = new Scan(input)
  for await (const file of filesOf(input)) {
    if (!scan.take(file)) break
    position.advance(1)
  }
  return scan.finish()
}

/** A file after another; bytes are valid until the next one. */
function filesOf({ source, names, limits }: ScanInput): Iterable<DumpFile> | AsyncIterable<DumpFile> {
  return names === null
    ? readSingle(source, limits)
    : readFiles(source.path, names, new FileReader(limits.maxFileBytes))
}

class Scan {
  readonly #records: SourceRecord[] = []
  readonly #skipped = new SkippedCounter()
  readonly #known: SpoolIndex
  readonly #writer: SpoolWriter
  readonly #limits: Limits
  /** Null: those of the input, in their order. */
  readonly #names: string[] | null
  readonly #rows: number[] = []
  #files = 0

  constructor(input: ScanInput) {
    this.#names = input.names === null ? [] : null
    this.#limits = input.limits
    this.#known = readSpoolIndex(input.known)
    this.#writer = new SpoolWriter(input.rawFolder, input.spool)
  }

  /** False: there have been as many files as may be. */
  take(file: DumpFile): boolean {
    if (++this.#files > this.#limits.maxFiles) {
      this.#skipped.add({ name: file.name, reason: 'too-many-files' })
      return false
    }
    this.#names?.push(file.name)
    const sha256 = file.type === 'read' && file.whole ? hash('sha256', file.bytes, 'buffer') : null
    const row = sha256 === null ? -1 : this.#known.findFile(sha256)
    if (row >= 0) this.#rows.push(this.#files - 1, row)
    else this.#takeNew(file, sha256?.toString('hex') ?? null)
    return true
  }

  finish(): ScanOutput {
    this.#writer.close()
    const known = { names: this.#names, rows: Uint32Array.from(this.#rows) }
    return { records: this.#records, skipped: this.#skipped.counts(), files: this.#files, known }
  }

  #takeNew(file: DumpFile, fileSha256: string | null): void {
    const articles = readArticles(file)
    if (typeof articles === 'string') {
      this.#skipped.add({ name: file.name, reason: articles })
      return
    }
    const { name } = file
    for (const { form, number, modified, bytes } of articles) {
      if (bytes.length > this.#limits.maxArticleBytes) {
        this.#skipped.add({ name, reason: 'article-too-large' })
        continue
      }
      const isFile = file.type === 'read' && bytes === file.bytes && fileSha256 !== null
      const sha256 = isFile ? fileSha256 : hash('sha256', bytes, 'hex')
      const place = this.#writer.append(bytes)
      this.#records.push({ form, number, modified, name, sha256, fileSha256: isFile ? null : fileSha256, place })
    }
  }
}

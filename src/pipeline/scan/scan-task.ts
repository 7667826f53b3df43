/** Worker: reads a slice of a dump's files, recognises the articles among them, writes their bytes to a spool file. */
import { hash } from 'node:crypto'
import { type DumpFile, readArticles } from '../../dump/dump-file.js'
import type { Limits } from '../../dump/limits.js'
import { readFiles, readSingle } from '../../dump/read-dump.js'
import { FileReader } from '../../dump/read-file.js'
import { type SkippedCount, SkippedCounter, type UnreadFiles } from '../../dump/skipped.js'
import type { Source } from '../../dump/sources.js'
import type { Position } from '../../workers/position.js'
import type { SourceRecord } from '../store/source-record.js'
import { SpoolWriter } from '../store/spool.js'
import { readSpoolIndex, type SpoolIndex } from '../store/spool-index.js'

/**
 * `names`: the files of a folder to read; null: the source is an archive or a single file, which is read as a whole.
 */
export interface ScanInput {
  readonly source: Source
  /** The name of the dump that the source is, or `''`; see `nameDumps`. */
  readonly dump: string
  readonly names: readonly string[] | null
  readonly limits: Limits
  /** The folder of the spool, and the number of the spool file that this task may write. */
  readonly rawFolder: string
  readonly spool: number
  /** The spool's index: the files that earlier builds have read; see `spool-index.ts`. */
  readonly index: Uint8Array
}

export interface ScanOutput {
  /** The articles of files that are not in the spool's index. */
  readonly records: readonly SourceRecord[]
  readonly skipped: readonly SkippedCount[]
  readonly unread: UnreadFiles
  readonly files: number
  readonly reused: ReusedFiles
}

/**
 * The files that are in the spool's index. Numbers, because they are much faster to pass between threads than records.
 */
export interface ReusedFiles {
  /** The names of all files that were read; null: those of the input. */
  readonly names: readonly string[] | null
  /** Pairs: an index into the names, and the first row of the file in `SpoolIndex`. */
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

/** Reads the files one by one; the bytes of a file are valid until the next one is read. */
function filesOf({ source, names, limits }: ScanInput): Iterable<DumpFile> | AsyncIterable<DumpFile> {
  return names === null
    ? readSingle(source, limits)
    : readFiles(source.path, names, new FileReader(limits.maxFileBytes))
}

/** The scan of one slice. */
class Scan {
  readonly #records: SourceRecord[] = []
  readonly #skipped = new SkippedCounter()
  readonly #index: SpoolIndex
  readonly #writer: SpoolWriter
  readonly #limits: Limits
  readonly #dump: string
  /** The names of the files read; null: those of the input, in that order. */
  readonly #names: string[] | null
  readonly #rows: number[] = []
  #files = 0

  constructor(input: ScanInput) {
    this.#names = input.names === null ? [] : null
    this.#limits = input.limits
    this.#dump = input.dump
    this.#index = readSpoolIndex(input.index)
    this.#writer = new SpoolWriter(input.rawFolder, input.spool)
  }

  /** Takes a file. Returns false if there are too many, and the scan must stop. */
  take(file: DumpFile): boolean {
    if (++this.#files > this.#limits.maxFiles) {
      this.#skipped.add({ name: file.name, reason: 'too-many-files' })
      return false
    }
    this.#names?.push(file.name)
    const sha256 = file.type === 'read' && file.whole ? hash('sha256', file.bytes, 'buffer') : null
    const row = sha256 === null ? -1 : this.#index.findFile(sha256)
    if (row >= 0) this.#rows.push(this.#files - 1, row)
    else this.#takeNew(file, sha256?.toString('hex') ?? null)
    return true
  }

  finish(): ScanOutput {
    this.#writer.close()
    const reused = { names: this.#names, rows: Uint32Array.from(this.#rows) }
    const [skipped, unread] = [this.#skipped.counts(), this.#skipped.unread()]
    return { records: this.#records, skipped, unread, files: this.#files, reused }
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
      const names = { dump: this.#dump, name, sha256, fileSha256: isFile ? null : fileSha256 }
      this.#records.push({ form, number, modified, ...names, place, wording: null })
    }
  }
}

/**
 * The spool: the raw texts of all articles, one after another in a few big files of the cache.
 *
 * Later steps read the texts from here, so each file of a dump is read once per build. Spool files are numbered; each
 * is written once, by one writer, and never changes afterwards.
 */
import { hash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FileSink } from '../../disk/write-file.js'
import { cacheDamaged } from './checked-file.js'
import type { SourceRecord, SpoolPlace } from './source-record.js'

/** The path of the spool file with the number `spool`. */
export function spoolPath(folder: string, spool: number): string {
  return join(folder, `${spool}.pack`)
}

/** Bytes that are collected before a write. */
const BUFFER_BYTES = 4_194_304

/** Writes one spool file. The file is created with the first text, so a task without new texts leaves none. */
export class SpoolWriter {
  readonly #folder: string
  readonly #spool: number
  #sink: FileSink | null = null
  #written = 0

  constructor(folder: string, spool: number) {
    this.#folder = folder
    this.#spool = spool
  }

  /** Writes a text; returns where it is, for `SpoolReader`. */
  append(bytes: Uint8Array): SpoolPlace {
    this.#sink ??= new FileSink(spoolPath(this.#folder, this.#spool), BUFFER_BYTES)
    this.#sink.write(bytes)
    const offset = this.#written
    this.#written += bytes.length
    return { spool: this.#spool, offset, length: bytes.length }
  }

  close(): void {
    this.#sink?.close()
  }
}

/** Initial size of the reader's buffer; it grows with the texts. */
const FIRST_TEXT_BYTES = 65_536

/** A text to read back: its place in the spool, and the hash that its bytes must have. */
export type SpooledText = Pick<SourceRecord, 'place' | 'sha256'>

/** Reads texts back, one at a time. Keeps every spool file open until `close`. */
export class SpoolReader {
  readonly #folder: string
  readonly #files = new Map<number, number>()
  #buffer = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES)

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Reads a text. The bytes are valid until the next call.
   *
   * Throws `cacheDamaged` if they are not the bytes that were written.
   */
  read({ place: { spool, offset, length }, sha256 }: SpooledText): Buffer {
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(2 * length)
    const count = readSync(this.#open(spool), this.#buffer, 0, length, offset)
    const bytes = this.#buffer.subarray(0, count)
    if (count !== length || hash('sha256', bytes, 'hex') !== sha256) throw cacheDamaged(spoolPath(this.#folder, spool))
    return bytes
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file)
    this.#files.clear()
  }

  #open(spool: number): number {
    const opened = this.#files.get(spool)
    if (opened !== undefined) return opened
    const file = openSync(spoolPath(this.#folder, spool), 'r')
    this.#files.set(spool, file)
    return file
  }
}

/** The number after that of the last spool file: a free one, as are all above it. */
export function nextSpool(folder: string): number {
  return listSpoolFiles(folder).reduce((next, spool) => Math.max(next, spool + 1), 0)
}

/** Removes the spool files that hold no needed text. `needed`: spool file -> bytes still needed. */
export function removeUnneeded(folder: string, needed: ReadonlyMap<number, number>): void {
  for (const spool of listSpoolFiles(folder)) if (!needed.has(spool)) rmSync(spoolPath(folder, spool), { force: true })
}

/** A spool file is wasteful if less than this share of its bytes is needed. */
const LEAST_NEEDED = 0.5

/** The spool files that hold some needed texts, but mostly others. `needed`: spool file -> bytes still needed. */
export function findWasteful(folder: string, needed: ReadonlyMap<number, number>): Set<number> {
  const isWasteful = (spool: number) => {
    const bytes = needed.get(spool) ?? 0
    return bytes > 0 && bytes < LEAST_NEEDED * statSync(spoolPath(folder, spool)).size
  }
  return new Set(listSpoolFiles(folder).filter(isWasteful))
}

function listSpoolFiles(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (SPOOL_NAME.test(name) ? [Number.parseInt(name, 10)] : []))
}

const SPOOL_NAME = /^\d+\.pack$/

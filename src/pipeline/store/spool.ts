/**
 * The raw texts of all articles, in a few big files (*packs*) of the cache: each file of a dump is read once, however often
 * its text is needed. Packs are only appended to while they are made, and never changed after.
 */
import { hash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FileSink } from '../../disk/write-file.js'
import { cacheDamaged } from './checked-file.js'
import type { RawPlace, SourceRecord } from './source-record.js'

export function packPath(folder: string, pack: number): string {
  return join(folder, `${pack}.pack`)
}

const BUFFER_BYTES = 4_194_304

/** Writes one pack; the file comes into being with the first text. */
export class PackWriter {
  readonly #folder: string
  readonly #pack: number
  #sink: FileSink | null = null
  #written = 0

  constructor(folder: string, pack: number) {
    this.#folder = folder
    this.#pack = pack
  }

  append(bytes: Uint8Array): RawPlace {
    this.#sink ??= new FileSink(packPath(this.#folder, this.#pack), BUFFER_BYTES)
    this.#sink.write(bytes)
    const offset = this.#written
    this.#written += bytes.length
    return { pack: this.#pack, offset, length: bytes.length }
  }

  close(): void {
    this.#sink?.close()
  }
}

const FIRST_TEXT_BYTES = 65_536

/** A text to read back: its place, and the hash of its bytes. */
export type SpooledText = Pick<SourceRecord, 'place' | 'sha256'>

/** Reads texts back, one after another; keeps the packs it has opened. The bytes are valid until the next text is read. */
export class PackReader {
  readonly #folder: string
  readonly #files = new Map<number, number>()
  #buffer = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES)

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Fails as a damaged cache where the text is not the one that was written. */
  read({ place: { pack, offset, length }, sha256 }: SpooledText): Buffer {
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(2 * length)
    const count = readSync(this.#open(pack), this.#buffer, 0, length, offset)
    const bytes = this.#buffer.subarray(0, count)
    if (count !== length || hash('sha256', bytes, 'hex') !== sha256) throw cacheDamaged(packPath(this.#folder, pack))
    return bytes
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file)
    this.#files.clear()
  }

  #open(pack: number): number {
    const known = this.#files.get(pack)
    if (known !== undefined) return known
    const file = openSync(packPath(this.#folder, pack), 'r')
    this.#files.set(pack, file)
    return file
  }
}

/** The number of the first pack that does not exist yet. */
export function nextPack(folder: string): number {
  return listPacks(folder).reduce((next, pack) => Math.max(next, pack + 1), 0)
}

/** Removes the packs that nothing needs any more; `needed` has the bytes needed of each. */
export function removeUnneeded(folder: string, needed: ReadonlyMap<number, number>): void {
  for (const pack of listPacks(folder)) if (!needed.has(pack)) rmSync(packPath(folder, pack), { force: true })
}

/** A pack is copied when less than this share of it is needed. */
const LEAST_NEEDED = 0.5

/** Packs that are mostly texts nobody needs any more. */
export function findWasteful(folder: string, needed: ReadonlyMap<number, number>): Set<number> {
  const isWasteful = (pack: number) => {
    const bytes = needed.get(pack) ?? 0
    return bytes > 0 && bytes < LEAST_NEEDED * statSync(packPath(folder, pack)).size
  }
  return new Set(listPacks(folder).filter(isWasteful))
}

function listPacks(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (PACK_NAME.test(name) ? [Number.parseInt(name, 10)] : []))
}

const PACK_NAME = /^\d+\.pack$/

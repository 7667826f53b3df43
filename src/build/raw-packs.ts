/**
 * The raw texts of all articles, in a few big files (*packs*) of the cache: each file of a dump is read once, however often
 * its text is needed. Packs are only appended to while they are made, and never changed after.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { RawPlace } from './source-record.js'
import { FileSink } from './write-file.js'

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

/** Reads texts back; keeps the packs it has opened. */
export class PackReader {
  readonly #folder: string
  readonly #files = new Map<number, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  read({ pack, offset, length }: RawPlace): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    const count = readSync(this.#open(pack), bytes, 0, length, offset)
    if (count !== length) throw new Error(`Expected ${length} bytes at ${offset} of pack ${pack}, found ${count}`)
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

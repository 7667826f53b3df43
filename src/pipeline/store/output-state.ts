/**
 * The outputs of the previous build: path, key, size and time of each file in `site/` and `data/`. The key is a hash of
 * everything that the file was made from. A file is reused if its key is the same and nobody has touched it since.
 *
 * A file counts as touched if its size or time differ. It is then made again, and written if its content differs.
 */
import { lstatSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { readChecked, writeChecked } from './checked-file.js'

/** A file below `--out`. `path`: `site/kb/214/Q214864/index.html`, `data/214.ndjson`. `size` is in bytes. */
export interface Output {
  readonly path: string
  readonly key: string
  readonly size: number
  readonly mtimeMs: number
}

/** The outputs of the last finished build, by path. */
export class OutputState {
  readonly #columns: OutputColumns
  /** Path -> its index in the columns. */
  readonly #places: ReadonlyMap<string, number>
  readonly #touched = new Set<number>()

  constructor(columns: OutputColumns) {
    this.#columns = columns
    const places = new Map<string, number>()
    for (const [at, path] of columns.paths.entries()) places.set(path, at)
    this.#places = places
  }

  /** The previous file at `path`, if its key is `key` and it has not been touched; else null. */
  find(path: string, key: string): Output | null {
    const at = this.#places.get(path)
    const { paths, keys, sizes, times } = this.#columns
    if (at === undefined || keys[at] !== key || this.#touched.has(at)) return null
    // Return the stored string of the path: it has its hash already, which makes later lookups faster.
    return { path: paths[at] ?? path, key, size: sizes[at] ?? 0, mtimeMs: times[at] ?? 0 }
  }

  /** Reports whether the previous build made a file at `path`, touched or not. */
  has(path: string): boolean {
    return this.#places.has(path)
  }

  /** The paths of all files, touched or not. */
  paths(): readonly string[] {
    return this.#columns.paths
  }

  /**
   * Finds files that have been touched or removed: `find` skips them from now on. Pauses now and then for other work.
   */
  async checkAll(out: string): Promise<void> {
    const { paths, sizes, times } = this.#columns
    for (const [at, path] of paths.entries()) {
      const status = lstatSync(`${out}/${path}`, { throwIfNoEntry: false })
      if (status?.isFile() !== true || status.size !== sizes[at] || status.mtimeMs !== times[at]) this.#touched.add(at)
      if (at % LOOKS_A_TURN === 0) await setImmediate()
    }
  }

  /** Number of touched files; 0 before `checkAll`. */
  get touched(): number {
    return this.#touched.size
  }
}

/** Files that are checked between two pauses: a few milliseconds. */
const LOOKS_A_TURN = 500

/** Outputs as columns, which are much faster to read than one object per file. */
export interface OutputColumns {
  readonly paths: readonly string[]
  readonly keys: readonly string[]
  readonly sizes: Float64Array
  readonly times: Float64Array
}

export const NO_OUTPUTS: OutputColumns = {
  paths: [],
  keys: [],
  sizes: new Float64Array(),
  times: new Float64Array(),
}

/**
 * Number of columns of numbers in a file of outputs.
 *
 *     file    count  size*  time*  text
 *     text    (path LF)*  (key LF)*          UTF-8
 *
 * `count` and the sizes (in bytes) and times (in ms) are doubles in the machine's byte order. Every `*` is `count`
 * times.
 */
const NUMBER_COLUMNS = 2

/** Reads a file of outputs; null if it is missing or damaged. */
export function readOutputs(file: string): OutputColumns | null {
  const content = readChecked(file)
  if (content === null || content.length < Float64Array.BYTES_PER_ELEMENT) return null
  const bytes = new Uint8Array(content)
  const [count = 0] = new Float64Array(bytes.buffer, 0, 1)
  const numberBytes = (1 + count * NUMBER_COLUMNS) * Float64Array.BYTES_PER_ELEMENT
  if (!(numberBytes <= bytes.length)) return null
  const lines = Buffer.from(bytes.buffer, numberBytes).toString().split('\n')
  if (lines.length !== count * 2 + 1) return null
  const numbers = new Float64Array(bytes.buffer, Float64Array.BYTES_PER_ELEMENT, count * NUMBER_COLUMNS)
  return {
    paths: lines.slice(0, count),
    keys: lines.slice(count, count * 2),
    sizes: numbers.subarray(0, count),
    times: numbers.subarray(count),
  }
}

/** Writes a file of outputs. */
export function writeOutputs(file: string, outputs: readonly Output[]): void {
  const numbers = new Float64Array(1 + outputs.length * NUMBER_COLUMNS)
  numbers[0] = outputs.length
  for (const [at, { size, mtimeMs }] of outputs.entries()) {
    numbers[1 + at] = size
    numbers[1 + outputs.length + at] = mtimeMs
  }
  const lines = [...outputs.map(({ path }) => path), ...outputs.map(({ key }) => key), '']
  writeChecked(file, Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(lines.join('\n'))]))
}

/**
 * What the last build put where: of each file of `site/` and `data/` its key (a hash of all that it was made from), size and
 * time. A file that is still as it was left, and would be made from the same, need not be made again.
 *
 * A file's time never decides that it is kept: where size or time differ it is made again and compared by content.
 */
import { lstatSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { readChecked, writeChecked } from './checked-file.js'

/** A file below `--out`, `/` separated: `site/kb/214/Q214864/index.html`, `data/214.ndjson`. */
export interface Output {
  readonly path: string
  readonly key: string
  readonly size: number
  readonly mtimeMs: number
}

/** The outputs of the last build that came to its end, by path. */
export class OutputState {
  readonly #columns: OutputColumns
  /** Path -> its place in the columns. */
  readonly #places: ReadonlyMap<string, number>
  readonly #touched = new Set<number>()

  constructor(columns: OutputColumns) {
    this.#columns = columns
    const places = new Map<string, number>()
    for (const [at, path] of columns.paths.entries()) places.set(path, at)
    this.#places = places
  }

  /** The file under `path`, if it was made from what `key` stands for and nobody has touched it since. */
  find(path: string, key: string): Output | null {
    const at = this.#places.get(path)
    const { paths, keys, sizes, times } = this.#columns
    if (at === undefined || keys[at] !== key || this.#touched.has(at)) return null
    // Its own text of the path: whoever looks that up again need not hash it again.
    return { path: paths[at] ?? path, key, size: sizes[at] ?? 0, mtimeMs: times[at] ?? 0 }
  }

  /** Whether there was a file under `path`, touched or not. */
  has(path: string): boolean {
    return this.#places.has(path)
  }

  /** Of every file, touched or not. */
  paths(): readonly string[] {
    return this.#columns.paths
  }

  /** Looks whether others have changed or removed files: those are not found any more. Pauses now and then. */
  async checkAll(out: string): Promise<void> {
    const { paths, sizes, times } = this.#columns
    for (const [at, path] of paths.entries()) {
      const status = lstatSync(`${out}/${path}`, { throwIfNoEntry: false })
      if (status?.isFile() !== true || status.size !== sizes[at] || status.mtimeMs !== times[at]) this.#touched.add(at)
      if (at % LOOKS_A_TURN === 0) await setImmediate()
    }
  }

  get touched(): number {
    return this.#touched.size
  }
}

/** So many files are looked at before others have their turn: about 2 ms. */
const LOOKS_A_TURN = 500

/** Outputs as columns: 60,000 objects take longer to make than all else that is done with them. */
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

/** Sizes and times first, then a line a path and a line a key. */
const NUMBER_COLUMNS = 2

/** Reads what a build left; null where that is missing or damaged. */
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

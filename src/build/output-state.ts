/**
 * What the last build put where: of each file of `site/` and `data/` its key (a hash of all that it was made from), size and
 * time. A file that is still as it was left, and would be made from the same, need not be made again.
 *
 * A file's time never decides that it is kept: where size or time differ it is made again and compared by content.
 */
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { replaceFile } from './write-file.js'

/** A file below `--out`, `/` separated: `site/kb/214/Q214864/index.html`, `data/214.ndjson`. */
export interface Output {
  readonly path: string
  readonly key: string
  readonly size: number
  readonly mtimeMs: number
}

/** The outputs of the last build that came to its end, by path. */
export class OutputState {
  readonly #outputs: Map<string, Output>
  readonly #touched = new Set<string>()

  constructor(outputs: Iterable<Output>) {
    this.#outputs = new Map(Array.from(outputs, (output) => [output.path, output]))
  }

  /** The file under `path`, if it was made from what `key` stands for and nobody has touched it since. */
  find(path: string, key: string): Output | null {
    const output = this.#outputs.get(path)
    return output?.key === key && !this.#touched.has(path) ? output : null
  }

  /** Of every file, touched or not. */
  paths(): Iterable<string> {
    return this.#outputs.keys()
  }

  /** Looks whether others have changed or removed files: those are not found any more. Pauses now and then. */
  async checkAll(out: string): Promise<void> {
    let looked = 0
    for (const output of this.#outputs.values()) {
      if (!isUntouched(out, output)) this.#touched.add(output.path)
      if (++looked % LOOKS_A_TURN === 0) await setImmediate()
    }
  }

  get touched(): number {
    return this.#touched.size
  }
}

/** So many files are looked at before others have their turn: about 2 ms. */
const LOOKS_A_TURN = 500

function isUntouched(out: string, output: Output): boolean {
  const status = lstatSync(join(out, output.path), { throwIfNoEntry: false })
  return status?.isFile() === true && status.size === output.size && status.mtimeMs === output.mtimeMs
}

/** Reads what a build left. */
export function readOutputs(file: string): Output[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [path, key, size, mtimeMs] = line.split('\t')
      if (path === undefined || key === undefined || mtimeMs === undefined) return []
      return [{ path, key, size: Number(size), mtimeMs: Number(mtimeMs) }]
    })
}

export function writeOutputs(file: string, outputs: readonly Output[]): void {
  replaceFile(file, outputs.map(({ path, key, size, mtimeMs }) => `${path}\t${key}\t${size}\t${mtimeMs}\n`).join(''))
}

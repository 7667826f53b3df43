/**
 * Protects foreign files in `data/`: files that have a name of kb's, but that no build has written.
 *
 * A file is kb's own if the previous build has recorded it. The record may be lost, so a file is also kb's own if its
 * first bytes look like one.
 */
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../../kb-error.js'
import type { Workspace } from '../store/workspace.js'

/** The files that builds write to `data/`: patterns of the name and of the first bytes. */
const DATA_FILES: readonly { readonly name: RegExp; readonly start: RegExp }[] = [
  { name: /^\d{3,}\.ndjson$/, start: /^\{"schema":\d+,"number":\d/ },
  { name: /^problems\.json$/, start: /^\[(?:\]\n|\n {2}\{\n {4}"code": ")/ },
  { name: /^article\.schema\.json$/, start: /^\{\n {2}"\$schema": "[^"]*",\n {2}"\$id": "[^"]*kb-archive/ },
]

const START_BYTES = 160

/** Lists the files in `data/` that have a name of kb's, as paths below `--out`. */
export function listDataFiles({ data }: Workspace): string[] {
  if (!existsSync(data)) return []
  return readdirSync(data).flatMap((name) => (kindOf(name) === undefined ? [] : [`data/${name}`]))
}

/** Throws a `KbError` at the first of `paths` that exists and does not begin like a file of kb's. */
export function refuseForeignData({ out }: Workspace, paths: Iterable<string>): void {
  for (const path of paths) {
    const kind = kindOf(path.slice('data/'.length))
    const start = readStart(join(out, path))
    if (start === null || kind?.start.test(start) === true) continue
    throw new KbError(
      'data-foreign',
      'Expected no file in this place or one that kb has written, found something else',
      {
        where: join(out, path),
        hint: 'Move it away, or build elsewhere with `--out`.',
      },
    )
  }
}

function kindOf(name: string) {
  return DATA_FILES.find((kind) => kind.name.test(name))
}

/** The first bytes of a file, one character per byte; null if there is no file. */
function readStart(path: string): string | null {
  if (!existsSync(path)) return null
  const bytes = Buffer.alloc(START_BYTES)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, START_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

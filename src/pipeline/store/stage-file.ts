/** Staging: a new file of `site/` or `data/` is written to a folder beside them, and moved at the end of the build. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeNewFile } from '../../disk/write-file.js'
import type { Output } from './output-state.js'

/** The folder for staged files, and the folder that they are meant for. */
export interface Stage {
  readonly stage: string
  readonly out: string
}

export interface StagedFile {
  readonly output: Output
  /** True if the file is missing in the site, or has another content there. */
  readonly isNew: boolean
}

/** A file's path (`site/kb/214/index.html`), and a hash of everything that it is made from. */
export interface FileName {
  readonly path: string
  readonly key: string
}

/** Stages a file, unless the site has one with the same content already. */
export function stageFile({ stage, out }: Stage, { path, key }: FileName, content: string | Uint8Array): StagedFile {
  const there = measureSame(join(out, path), content)
  const { size, mtimeMs } = there ?? writeNewFile(join(stage, path), content)
  return { output: { path, key, size, mtimeMs }, isNew: there === null }
}

/** Size (bytes) and time (ms) of `file` if it has this content, else null. */
function measureSame(file: string, content: string | Uint8Array): { size: number; mtimeMs: number } | null {
  const status = statSync(file, { throwIfNoEntry: false })
  if (status === undefined || !status.isFile()) return null
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  if (status.size !== bytes) return null
  const found = readFileSync(file)
  const same = typeof content === 'string' ? found.toString() === content : found.equals(content)
  return same ? { size: status.size, mtimeMs: status.mtimeMs } : null
}

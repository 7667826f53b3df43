/**
 * Puts a file of `site/` or `data/` beside them, to be moved in when all is done; leaves out what is there already.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeNewFile } from '../../disk/write-file.js'
import type { Output } from './output-state.js'

/** The folder for new files, and the one they are meant for. */
export interface Stage {
  readonly stage: string
  readonly out: string
}

export interface StagedFile {
  readonly output: Output
  /** Whether it differs from what is there under that path. */
  readonly isNew: boolean
}

/** A file's path (`site/kb/214/index.html`) and a hash of all that it is made from. */
export interface FileName {
  readonly path: string
  readonly key: string
}

export function stageFile({ stage, out }: Stage, { path, key }: FileName, content: string | Uint8Array): StagedFile {
  const there = measureSame(join(out, path), content)
  const { size, mtimeMs } = there ?? writeNewFile(join(stage, path), content)
  return { output: { path, key, size, mtimeMs }, isNew: there === null }
}

/** Size and time of a file that holds `content` already, else null. */
function measureSame(file: string, content: string | Uint8Array): { size: number; mtimeMs: number } | null {
  const status = statSync(file, { throwIfNoEntry: false })
  if (status === undefined || !status.isFile()) return null
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  if (status.size !== bytes) return null
  const found = readFileSync(file)
  const same = typeof content === 'string' ? found.toString() === content : found.equals(content)
  return same ? { size: status.size, mtimeMs: status.mtimeMs } : null
}

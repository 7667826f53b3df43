/** Puts a file of the site beside it, to be moved into it when all is done; leaves out what the site has already. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeNewFile } from './write-file.js'

/** `siteFolder` null: there is no site yet. */
export interface Stage {
  readonly stage: string
  readonly siteFolder: string | null
}

/** A file of the site, and whether it differs from what the site has under that path. */
export interface StagedFile {
  readonly path: string
  readonly isNew: boolean
}

export function stageFile({ stage, siteFolder }: Stage, path: string, content: string | Uint8Array): StagedFile {
  const isNew = siteFolder === null || !holds(join(siteFolder, path), content)
  if (isNew) writeNewFile(join(stage, path), content)
  return { path, isNew }
}

function holds(file: string, content: string | Uint8Array): boolean {
  try {
    const found = readFileSync(file)
    return found.equals(typeof content === 'string' ? Buffer.from(content) : content)
  } catch {
    return false
  }
}

/**
 * What a build that came to its end leaves for the next one, and how that finds out what still holds.
 *
 *     state.json   what the build was made from, and its summary; missing while files are moved, so that a build that breaks
 *                  off there is noticed
 *     outputs      every file of `site/` and `data/`; see `output-state.ts`
 *     texts        every file of the sources; see `raw-index.ts`
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../../disk/write-file.js'
import { NO_OUTPUTS, type Output, OutputState, readOutputs, writeOutputs } from './output-state.js'
import { packPath } from './spool.js'
import { readRawIndex } from './spool-index.js'
import type { Workspace } from './workspace.js'

/** The counts of a build that a later one repeats where nothing has changed. */
export interface BuildCounts {
  readonly problems: number
  readonly pages: number
  readonly files: number
}

interface StateNote {
  readonly format: number
  /** Hash of all that the build was made from. */
  readonly inputKey: string
  /** The code that recognised the texts; other code may recognise others. */
  readonly parseKey: string
  readonly counts: BuildCounts
}

export interface BuildState {
  readonly note: StateNote | null
  readonly outputs: OutputState
  /** Table of known texts; empty where nothing is known. */
  readonly texts: Uint8Array<SharedArrayBuffer>
}

const FORMAT = 2
const NOTHING: BuildState = {
  note: null,
  outputs: new OutputState(NO_OUTPUTS),
  texts: new Uint8Array(new SharedArrayBuffer(0)),
}

/** Reads what the last build left; without `useCache`, nothing. */
export function readState(space: Workspace, parseKey: string, useCache: boolean): BuildState {
  if (!useCache || !existsSync(join(space.cache, 'outputs'))) return NOTHING
  const note = readNote(space)
  const outputs = new OutputState(readOutputs(join(space.cache, 'outputs')))
  return { note, outputs, texts: note?.parseKey === parseKey ? readTexts(space) : NOTHING.texts }
}

/** To be called before the first file is moved. */
export function beginPublishing({ cache }: Workspace): void {
  rmSync(join(cache, 'state.json'), { force: true })
}

/** To be called after the last file is moved. */
export function finishPublishing(
  space: Workspace,
  left: { readonly note: Omit<StateNote, 'format'>; readonly outputs: readonly Output[]; readonly texts: Uint8Array },
): void {
  replaceFile(join(space.cache, 'texts'), left.texts)
  writeOutputs(join(space.cache, 'outputs'), left.outputs)
  replaceFile(join(space.cache, 'state.json'), JSON.stringify({ format: FORMAT, ...left.note }))
}

function readNote({ cache }: Workspace): StateNote | null {
  try {
    const note: StateNote = JSON.parse(readFileSync(join(cache, 'state.json'), 'utf8'))
    return note.format === FORMAT ? note : null
  } catch {
    return null
  }
}

/** The table, if all the packs that it names are there. */
function readTexts(space: Workspace): Uint8Array<SharedArrayBuffer> {
  const file = join(space.cache, 'texts')
  if (!existsSync(file)) return NOTHING.texts
  const bytes = readFileSync(file)
  const texts = new Uint8Array(new SharedArrayBuffer(bytes.length))
  texts.set(bytes)
  for (const [pack, length] of readRawIndex(texts).packLengths())
    if ((statSync(packPath(space.raw, pack), { throwIfNoEntry: false })?.size ?? 0) < length) return NOTHING.texts
  return texts
}

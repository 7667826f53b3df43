/**
 * What a build that came to its end leaves for the next one, and how that finds out what still holds.
 *
 *     state.json   what the build was made from, and its summary; missing while files are moved, so that a build that breaks
 *                  off there is noticed
 *     outputs      every file of `site/` and `data/`; see `output-state.ts`
 *     texts        every file of the sources; see `raw-index.ts`
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, readNote, writeChecked, writeNote } from './checked-file.js'
import { NO_OUTPUTS, type Output, OutputState, readOutputs, writeOutputs } from './output-state.js'
import { spoolPath } from './spool.js'
import { readSpoolIndex } from './spool-index.js'
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
  /** Of all that decided which articles were found in a file: other code or other limits may find others. */
  readonly textsKey: string
  readonly counts: BuildCounts
}

export interface BuildState {
  readonly note: StateNote | null
  readonly outputs: OutputState
  /** Table of known texts; empty where nothing is known. */
  readonly texts: Uint8Array<SharedArrayBuffer>
}

const FORMAT = 3
const NOTHING: BuildState = {
  note: null,
  outputs: new OutputState(NO_OUTPUTS),
  texts: new Uint8Array(new SharedArrayBuffer(0)),
}

/** Reads what the last build left; without `useCache`, nothing. */
export function readState(space: Workspace, textsKey: string, useCache: boolean): BuildState {
  if (!useCache || !existsSync(join(space.cache, 'outputs'))) return NOTHING
  const columns = readOutputs(join(space.cache, 'outputs'))
  // Without the list of its files nothing is known of the last build.
  if (columns === null) return NOTHING
  const note = readStateNote(space)
  return {
    note,
    outputs: new OutputState(columns),
    texts: note?.textsKey === textsKey ? readTexts(space) : NOTHING.texts,
  }
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
  writeChecked(join(space.cache, 'texts'), left.texts)
  writeOutputs(join(space.cache, 'outputs'), left.outputs)
  writeNote(join(space.cache, 'state.json'), { format: FORMAT, ...left.note })
}

function readStateNote({ cache }: Workspace): StateNote | null {
  const note = readNote<StateNote>(join(cache, 'state.json'))
  return note?.format === FORMAT ? note : null
}

/** The table, if all the packs that it names are there. */
function readTexts(space: Workspace): Uint8Array<SharedArrayBuffer> {
  const bytes = readChecked(join(space.cache, 'texts'))
  if (bytes === null) return NOTHING.texts
  const texts = new Uint8Array(new SharedArrayBuffer(bytes.length))
  texts.set(bytes)
  for (const [spool, length] of readSpoolIndex(texts).spoolLengths())
    if ((statSync(spoolPath(space.raw, spool), { throwIfNoEntry: false })?.size ?? 0) < length) return NOTHING.texts
  return texts
}

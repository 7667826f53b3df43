/**
 * The state that a finished build leaves for the next one, in three files of the cache:
 *
 *     state.json   keys of the inputs, and counts; missing while files are moved, which shows an interrupted build
 *     outputs      every file of `site/` and `data/`; see `output-state.ts`
 *     texts        the spool's index: every file of the sources; see `spool-index.ts`
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, readNote, writeChecked, writeNote } from './checked-file.js'
import { NO_OUTPUTS, type Output, OutputState, readOutputs, writeOutputs } from './output-state.js'
import { spoolPath } from './spool.js'
import { readSpoolIndex } from './spool-index.js'
import type { Workspace } from './workspace.js'

/** The counts of a build; the next build reports them again if nothing has changed. */
export interface BuildCounts {
  readonly problems: number
  readonly pages: number
  readonly files: number
}

interface StateNote {
  readonly format: number
  /** A hash of everything that the build was made from. */
  readonly inputKey: string
  /** A hash of the code and limits that decide which articles are found in a file. */
  readonly textsKey: string
  readonly counts: BuildCounts
}

export interface BuildState {
  /** Null if there was no previous build, or if it was interrupted while it moved files. */
  readonly note: StateNote | null
  readonly outputs: OutputState
  /** The spool's index; empty if nothing of it can be reused. */
  readonly texts: Uint8Array<SharedArrayBuffer>
}

const FORMAT = 4
const NOTHING: BuildState = {
  note: null,
  outputs: new OutputState(NO_OUTPUTS),
  texts: new Uint8Array(new SharedArrayBuffer(0)),
}

/** Reads the state of the previous build; without `useCache`, returns an empty one. */
export function readState(space: Workspace, textsKey: string, useCache: boolean): BuildState {
  if (!useCache || !existsSync(join(space.cache, 'outputs'))) return NOTHING
  const columns = readOutputs(join(space.cache, 'outputs'))
  // Without the list of outputs, the rest of the state is useless.
  if (columns === null) return NOTHING
  const note = readStateNote(space)
  return {
    note,
    outputs: new OutputState(columns),
    texts: note?.textsKey === textsKey ? readTexts(space) : NOTHING.texts,
  }
}

/** Marks that files are being moved. Call this before the first file is moved. */
export function beginPublishing({ cache }: Workspace): void {
  rmSync(join(cache, 'state.json'), { force: true })
}

/** Writes the state of this build. Call this after the last file is moved. */
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

/** Reads the spool's index into shared memory; empty if a spool file is missing or too short. */
function readTexts(space: Workspace): Uint8Array<SharedArrayBuffer> {
  const bytes = readChecked(join(space.cache, 'texts'))
  if (bytes === null) return NOTHING.texts
  const texts = new Uint8Array(new SharedArrayBuffer(bytes.length))
  texts.set(bytes)
  for (const [spool, length] of readSpoolIndex(texts).spoolLengths())
    if ((statSync(spoolPath(space.raw, spool), { throwIfNoEntry: false })?.size ?? 0) < length) return NOTHING.texts
  return texts
}

/** Removes texts that no source holds any more from the spool, at the end of a build; otherwise it would only grow. */

import type { SourceRecord } from '../store/source-record.js'
import { findWasteful, nextSpool, removeUnneeded, SpoolReader, SpoolWriter } from '../store/spool.js'

/**
 * Removes spool files without needed texts. Copies the needed texts of wasteful spool files into a new one first.
 *
 * Returns the records with their new places; the same array if nothing was copied.
 */
export function tidySpool(folder: string, records: readonly SourceRecord[]): readonly SourceRecord[] {
  const wasteful = findWasteful(folder, countNeeded(records))
  const tidied = wasteful.size === 0 ? records : copyOut(folder, records, wasteful)
  removeUnneeded(folder, countNeeded(tidied))
  return tidied
}

/** Spool file -> bytes still needed. */
function countNeeded(records: readonly SourceRecord[]): Map<number, number> {
  const needed = new Map<number, number>()
  for (const { place } of records) needed.set(place.spool, (needed.get(place.spool) ?? 0) + place.length)
  return needed
}

function copyOut(folder: string, records: readonly SourceRecord[], wasteful: ReadonlySet<number>): SourceRecord[] {
  const reader = new SpoolReader(folder)
  const writer = new SpoolWriter(folder, nextSpool(folder))
  const tidied = records.map((record) =>
    wasteful.has(record.place.spool) ? { ...record, place: writer.append(reader.read(record)) } : record,
  )
  writer.close()
  reader.close()
  return tidied
}

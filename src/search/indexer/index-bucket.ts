/**
 * Indexes one bucket, independently of all others: its *lengths* and *extents* (`shards/extents.ts`), and a *bucket
 * run* for each partition (`bucket-run.ts`). `merge-partition.ts` makes shards from the bucket runs.
 *
 * Articles are numbered 0, 1, 2 ... in the order given, which is that of their numbers.
 */

import { ByteWriter } from '../codec/varints.js'
import { BODY, FIELD_NAMES, type FieldName, HAS_PLACES, SECTION_CODES } from '../fields.js'
import type { SearchDocument } from '../types.js'
import { Occurrences } from './occurrences.js'
import { TokenTable } from './token-table.js'

export interface BucketIndex {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
  /** The bucket run of each partition, in order; empty if the bucket has no term of it. */
  readonly runs: readonly Uint8Array[]
}

const tokenCache = new TokenTable()

/** Indexes the articles of a bucket, ascending by number. */
export function indexBucket(documents: readonly SearchDocument[]): BucketIndex {
  tokenCache.trim()
  const occurrences = new Occurrences(tokenCache, documents.length)
  const fields = FIELD_NAMES.map((name, field) =>
    documents.map((document, article) => occurrences.addField(field, article, sectionTexts(document, name))),
  )
  const lengths = new ByteWriter()
  const extents = new ByteWriter()
  lengths.writeNumber(documents.length)
  extents.writeNumber(documents.length)
  for (const [article, document] of documents.entries()) {
    for (const [field, name] of FIELD_NAMES.entries()) {
      const extent = fields[field]?.[article]
      lengths.writeNumber(extent?.terms ?? 0)
      extents.writeNumber(HAS_PLACES[name] ? (extent?.places ?? 0) : 0)
    }
    writeSections(document, fields[BODY]?.[article]?.starts ?? [], extents)
  }
  return { lengths: lengths.toBytes(), extents: extents.toBytes(), runs: occurrences.toRuns() }
}

/** The text of a field; the body is cut at the beginnings of its sections. */
function sectionTexts(document: SearchDocument, name: FieldName): readonly string[] {
  const text = document.fields[name]
  if (name !== 'body' || document.sections.length === 0) return [text]
  const starts = document.sections.map((section) => section.start)
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
}

function writeSections(document: SearchDocument, starts: readonly number[], extents: ByteWriter): void {
  extents.writeNumber(document.sections.length)
  for (const [i, section] of document.sections.entries()) {
    extents.writeNumber(Math.max(0, SECTION_CODES.indexOf(section.name)))
    extents.writeNumber((starts[i] ?? 0) - (starts[i - 1] ?? 0))
  }
}

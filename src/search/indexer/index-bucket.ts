/**
 * The postings of one bucket, independent of all other buckets: for each partition of terms a *run*, for the whole bucket
 * its *lengths* and *extents*. `merge.ts` makes shards of the runs of all buckets.
 *
 *     run      `bucket-run.ts`
 *     lengths  article count, then for each article and field the number of terms, which Lunr's score divides by
 *     extents  number of the bucket, article count, then for each article: places of each field (0 where they are not kept), then the sections of the body (name and first
 *              place) and its copies (`copies.ts`: gap to the one before, length, articles back to the source, start there)
 *     numbers  for each article: gap to the number before
 *
 * Articles are counted 0, 1, 2 ... in the order given, which is that of their numbers.
 */

import { ByteWriter } from '../codec/varints.js'
import { BODY, FIELD_NAMES, type FieldName, HAS_PLACES, SECTION_CODES } from '../fields.js'
import { type Copy, SHORTEST_COPY } from '../shards/copy.js'
import type { SearchDocument } from '../types.js'
import { findCopies } from './find-copies.js'
import { Occurrences } from './occurrences.js'
import { TokenTable } from './token-table.js'

export interface BucketIndex {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
  readonly numbers: Uint8Array
  /** One for each partition, in order; empty where the bucket has no such term. */
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
  const numbers = new ByteWriter()
  const copies = findCopies(occurrences.placesOf(BODY, fields[BODY] ?? []))
  occurrences.leaveOut(copies)
  lengths.writeNumber(documents.length)
  extents.writeNumber(bucketNumberOf(documents[0]?.number ?? 0))
  extents.writeNumber(documents.length)
  for (const [article, document] of documents.entries()) {
    numbers.writeNumber(document.number - (documents[article - 1]?.number ?? 0))
    for (const [field, name] of FIELD_NAMES.entries()) {
      const extent = fields[field]?.[article]
      lengths.writeNumber(extent?.terms ?? 0)
      extents.writeNumber(HAS_PLACES[name] ? (extent?.places ?? 0) : 0)
    }
    writeSections(document, fields[BODY]?.[article]?.starts ?? [], extents)
    writeCopies(article, copies[article] ?? [], extents)
  }
  return {
    lengths: lengths.toBytes(),
    extents: extents.toBytes(),
    numbers: numbers.toBytes(),
    runs: occurrences.toRuns(),
  }
}

/** The number of an article's bucket. */
function bucketNumberOf(article: number): number {
  return Math.floor(article / NUMBERS_IN_BUCKET)
}

const NUMBERS_IN_BUCKET = 1_000

/** A field's text; the body cut where its sections begin. */
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

/** Copies one after the other often have one source, and go on there as far as they do here: then both numbers are 0. */
function writeCopies(article: number, copies: readonly Copy[], extents: ByteWriter): void {
  extents.writeNumber(copies.length)
  let [end, last, expected] = [0, -1, 0]
  for (const { at, length, source, start } of copies) {
    const gap = at - end
    const isSame = source === last
    extents.writeNumber(gap)
    extents.writeNumber(length - SHORTEST_COPY)
    extents.writeNumber(isSame ? 0 : article - source)
    extents.writeSigned(start - (isSame ? expected + gap : 0))
    ;[end, last, expected] = [at + length, source, start + length]
  }
}

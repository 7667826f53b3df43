/**
 * Merges one partition: from the bucket runs of all buckets to shards of words, postings and places.
 *
 * A term's records are made from all bucket runs at once and then only written, so memory stays that of one partition.
 */

import { RunBook } from '../analysis/stop-words.js'
import { concatenate } from '../arrays/concatenate.js'
import { BitWriter } from '../codec/bits.js'
import { ByteReader } from '../codec/varints.js'
import { joinLengths, readExtents, toBodyLength } from '../shards/extents.js'
import { type PlaceCount, toPlaceCount, writePlaces } from '../shards/places-record.js'
import { type FieldPostings, type PostingsFrame, writePostings } from '../shards/postings-record.js'
import type { BucketIndex } from './index-bucket.js'
import { TermBuilder } from './term-builder.js'
import { type MadePartition, makeWordShards } from './word-shards.js'

/** The parts of a bucket's index that all partitions need. */
export type BucketFrame = Pick<BucketIndex, 'lengths' | 'extents'>

/**
 * Merges a partition. `runs` has one bucket run for each bucket, in the order of `archive`. Resolves to the partition's
 * files and its entries in the manifest.
 */
export async function mergePartition(
  partition: number,
  runs: readonly Uint8Array[],
  archive: ArchiveShape,
): Promise<MadePartition> {
  const readers = runs.map((run) => new ByteReader(run))
  const found = findTerms(readers)
  const terms = [...found.keys()].sort((a, b) => (a < b ? -1 : 1))
  const book = new RunBook()
  const builder = new TermBuilder(book)
  return makeWordShards(partition, terms, (term) => {
    gather(found.get(term) ?? [], readers, archive, builder)
    const fields = builder.view()
    return {
      postings: toPostingsRecord(fields, archive),
      places: writePlaces(fields, archive.placeCount, book),
    }
  })
}

/** Everything that a term's records depend on besides its postings. */
export interface ArchiveShape extends PostingsFrame {
  /** The ordinal of each bucket's first article. */
  readonly bases: readonly number[]
  readonly placeCount: PlaceCount
}

/** Reads the shape of the archive that has these buckets. */
export function readArchiveShape(buckets: readonly BucketFrame[]): ArchiveShape {
  const extents = readExtents(
    concatenate(
      Uint8Array,
      buckets.map((bucket) => bucket.extents),
    ),
  )
  const { bases } = extents
  const bodyLength = toBodyLength(joinLengths(buckets))
  return { articleCount: bases[bases.length - 1] ?? 0, bases, bodyLength, placeCount: toPlaceCount(extents) }
}

/** Pairs: the index of a bucket run, and the byte at which the term's postings begin there. */
type TermStarts = number[]

/** Finds the terms of all bucket runs. */
function findTerms(readers: readonly ByteReader[]): Map<string, TermStarts> {
  const terms = new Map<string, TermStarts>()
  for (const [number, reader] of readers.entries()) {
    let term = ''
    while (!reader.isAtEnd) {
      term = term.slice(0, reader.readNumber()) + reader.readText()
      const length = reader.readNumber()
      const known = terms.get(term)
      if (known === undefined) terms.set(term, [number, reader.position])
      else known.push(number, reader.position)
      reader.position += length
    }
  }
  return terms
}

/** Gives a term's postings of all buckets to the builder. */
function gather(
  found: TermStarts,
  readers: readonly ByteReader[],
  { bases }: ArchiveShape,
  builder: TermBuilder,
): void {
  builder.clear()
  for (let i = 0; i < found.length; i += 2) {
    const number = found[i] ?? 0
    const reader = readers[number]
    if (reader === undefined) continue
    reader.position = found[i + 1] ?? 0
    builder.addRun(reader, bases[number] ?? 0)
  }
}

function toPostingsRecord(fields: readonly FieldPostings[], frame: PostingsFrame): Uint8Array {
  scratch.clear()
  writePostings(scratch, fields, frame)
  return scratch.toBytes()
}

/** Reused for each record; empty between records. */
const scratch = new BitWriter()

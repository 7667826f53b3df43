/**
 * From the runs of all buckets to the shards of one partition: words, postings and places.
 *
 * A term's records are made from all its runs at once and never looked at again, so memory stays that of one partition.
 * What a shard holds depends on its terms' postings only: an edited article changes the shards of its own words.
 */

import { RunBook } from '../analysis/stop-words.js'
import { concatenate } from '../arrays/concatenate.js'
import { BitWriter } from '../codec/bits.js'
import { ByteReader } from '../codec/varints.js'
import { readExtents } from '../shards/extents.js'
import { type Layout, toLayout, writePlaces } from '../shards/places-record.js'
import { type FieldPostings, writePostings } from '../shards/postings-record.js'
import { TermBuilder } from './term-builder.js'
import { cutTerms, type MadePartition, makeWordShards, type TermRecords, toShardTerms } from './word-shards.js'

/** How long the articles of a bucket are, and their numbers; see `BucketIndex`. */
export interface BucketFrame {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
  readonly numbers: Uint8Array
}

/** Merges a partition from its runs, one a bucket and in the order of `archive`; resolves to its files and what the manifest says of them. */
export async function mergePartition(
  partition: number,
  runs: readonly Uint8Array[],
  archive: ArchiveShape,
): Promise<MadePartition> {
  const found = findTerms(runs)
  const terms = [...found.keys()].sort((a, b) => (a < b ? -1 : 1))
  const book = new RunBook()
  const builder = new TermBuilder(book)
  const recordsOf = (term: string): TermRecords => {
    gather(found.get(term) ?? [], runs, archive, builder)
    const fields = builder.view()
    return { postings: toPostingsRecord(fields, archive.articleCount), places: writePlaces(fields, archive, book) }
  }
  const plans = cutTerms(terms).map((own) => ({
    terms: toShardTerms(own),
    recordsOf: (at: number) => recordsOf(own[at] ?? ''),
  }))
  return makeWordShards(partition, plans)
}

/** What a term's records depend on besides its postings. */
export interface ArchiveShape extends Layout {
  readonly articleCount: number
  /** Ordinal of each bucket's first article, and after the last one the number of articles. */
  readonly bases: readonly number[]
}

/** Reads the shape of an archive of these buckets. */
export function readArchiveShape(buckets: readonly Pick<BucketFrame, 'extents'>[]): ArchiveShape {
  const extents = readExtents(
    concatenate(
      Uint8Array,
      buckets.map((bucket) => bucket.extents),
    ),
  )
  return { articleCount: extents.copies.length, bases: extents.buckets.firsts, ...toLayout(extents) }
}

/** Where a term is: pairs of a run's number and the byte at which its postings begin. */
type TermStarts = number[]

/** The terms of all runs. */
function findTerms(runs: readonly Uint8Array[]): Map<string, TermStarts> {
  const terms = new Map<string, TermStarts>()
  for (const [number, run] of runs.entries()) {
    const reader = new ByteReader(run)
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

/** Puts together a term's postings of all buckets. */
function gather(found: TermStarts, runs: readonly Uint8Array[], { bases }: ArchiveShape, builder: TermBuilder): void {
  builder.clear()
  for (let i = 0; i < found.length; i += 2) {
    const number = found[i] ?? 0
    builder.addRun(new ByteReader(runs[number] ?? NO_RUN, found[i + 1]), bases[number] ?? 0)
  }
}

const NO_RUN = new Uint8Array()

/** A term's record of postings. */
export function toPostingsRecord(fields: readonly FieldPostings[], articleCount: number): Uint8Array {
  scratch.clear()
  writePostings(scratch, fields, articleCount)
  return scratch.toBytes()
}

/** Used again for each record; empty between them. */
const scratch = new BitWriter()

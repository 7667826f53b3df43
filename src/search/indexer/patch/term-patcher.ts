/**
 * The records of one term after a change: made anew as far as they must be. Of a common word that is one chunk of its places.
 */

import type { RunBook } from '../../analysis/stop-words.js'
import { allArticles, chunkWidth, cutArticles, findChunks, joinChunks, slicePostings } from '../../shards/chunks.js'
import { type PlacedChunk, writeChunk, writePlaces } from '../../shards/places-record.js'
import { type FieldOccurrences, type FieldPostings, readPostings } from '../../shards/postings-record.js'
import { type ArchiveShape, toPostingsRecord } from '../merge-partition.js'
import { type Stretch, TermBuilder } from '../term-builder.js'
import type { StoredRecord, TermRecords } from '../word-shards.js'
import { ChangedBucket, equalNumbers } from './changed-bucket.js'
import type { FormerWords } from './former-words.js'
import { readOwnPlaces } from './own-places.js'

/** A part of an archive: articles that are as they were, or a bucket that is not. */
export type Part = Stretch | ChangedBucket

/** What happened to the archive. */
export interface ArchiveChange {
  readonly parts: readonly Part[]
  readonly before: ArchiveShape
  readonly after: ArchiveShape
  /** Whether any article has another ordinal. */
  readonly isMoved: boolean
}

/** Where a term's records are. */
export interface TermPlace {
  readonly words: FormerWords
  readonly at: number
}

export class TermPatcher {
  private readonly change: ArchiveChange
  private readonly book: RunBook
  private readonly postings: TermBuilder
  private readonly places: TermBuilder

  constructor(change: ArchiveChange, book: RunBook) {
    this.change = change
    this.book = book
    this.postings = new TermBuilder(book)
    this.places = new TermBuilder(book)
  }

  /** The records of a term that changed buckets have or had; `place`: where it was. Null where no article has it now. */
  patch(term: string, place: TermPlace | null): TermRecords | null {
    const former = place === null ? NOWHERE : this.readPostings(place)
    const fields = build(this.postings, this.change.parts, term, former)
    if (fields.every(({ articles }) => articles.length === 0)) return null
    const postings = toPostingsRecord(fields, this.change.after.articleCount)
    const places = this.patchPlaces(term, { place, former, fields })
    if (place === null) return { postings, places }
    return {
      postings: unlessSame(postings, place.words.record('postings', place.at)),
      places: unlessSame(places, place.words.record('places', place.at)),
    }
  }

  /** The records of a term whose articles are as they were, apart from their ordinals. */
  copy({ words, at }: TermPlace): TermRecords {
    const places = words.record('places', at)
    if (!this.change.isMoved) return { postings: words.record('postings', at), places }
    const fields = build(this.postings, this.change.parts, words.termAt(at), this.readPostings({ words, at }))
    return { postings: toPostingsRecord(fields, this.change.after.articleCount), places }
  }

  private readPostings({ words, at }: TermPlace): readonly FieldPostings[] {
    const { shard, ...span } = words.record('postings', at)
    return readPostings(shard.read(), span, this.change.before.articleCount)
  }

  private patchPlaces(term: string, { place, former, fields }: PatchedPostings): Uint8Array {
    const { parts, after } = this.change
    const width = chunkWidth(fields)
    if (place === null) return writePlaces(build(this.places, parts, term, NOWHERE), after, this.book)
    const record = place.words.record('places', place.at)
    if (width === null || width !== chunkWidth(former)) {
      const own = this.readOwn(record, former, null)
      return writePlaces(build(this.places, parts, term, own), after, this.book)
    }
    const { shard, ...span } = record
    const spans = findChunks(shard.read(), span, width)
    const chunks = cutArticles(fields, width, after).map((_, chunk) => {
      const inChunk = this.partsIn(chunk, width)
      if (!inChunk.some((part) => part instanceof ChangedBucket)) {
        const { start, end } = spans[chunk] ?? NO_SPAN
        return shard.read().subarray(start, end)
      }
      const now = build(this.places, inChunk, term, this.readOwn(record, former, chunk))
      return writeChunk(now, allArticles(now), after, this.book)
    })
    return joinChunks(chunks)
  }

  /** What a chunk had of the term, or, null, all chunks. */
  private readOwn(
    { shard, ...span }: StoredRecord,
    former: readonly FieldPostings[],
    chunk: number | null,
  ): readonly FieldOccurrences[] {
    const { before } = this.change
    const width = chunkWidth(former)
    const spans = findChunks(shard.read(), span, width)
    const ranges = cutArticles(former, width, before)
    const read = (fields: readonly FieldPostings[], chunks: readonly PlacedChunk[]) =>
      readOwnPlaces(shard.read(), chunks, { fields, layout: before }, this.book)
    if (chunk === null)
      return read(
        former,
        ranges.map((range, i) => ({ range, span: spans[i] ?? NO_SPAN })),
      )
    const range = ranges[chunk]
    if (range === undefined) return NOWHERE
    const fields = slicePostings(former, range)
    return read(fields, [{ range: allArticles(fields), span: spans[chunk] ?? NO_SPAN }])
  }

  /** The parts of a chunk. */
  private partsIn(chunk: number, width: number): readonly Part[] {
    const { parts, before } = this.change
    const [first, end] = [before.firstFrom(chunk * width), before.firstFrom((chunk + 1) * width)]
    return parts.flatMap((part) => {
      if (part instanceof ChangedBucket) return Math.floor(part.number / width) === chunk ? part : []
      const stretch = { ...part, from: Math.max(part.from, first), end: Math.min(part.end, end) }
      return stretch.from < stretch.end ? stretch : []
    })
  }
}

interface PatchedPostings {
  readonly place: TermPlace | null
  readonly former: readonly FieldPostings[]
  readonly fields: readonly FieldPostings[]
}

const NOWHERE: readonly FieldOccurrences[] = []
const NO_SPAN = { start: 0, end: 0 }

/** A record that was made, or the one that was there if it is the same: then its shard may stay. */
function unlessSame(record: Uint8Array, stored: StoredRecord): Uint8Array | StoredRecord {
  return equalNumbers(record, stored.shard.read().subarray(stored.start, stored.end)) ? stored : record
}

/** Puts together what these parts have of a term; `former`: what they had. */
function build(
  builder: TermBuilder,
  parts: readonly Part[],
  term: string,
  former: readonly (FieldPostings & Partial<FieldOccurrences>)[],
): readonly FieldOccurrences[] {
  builder.clear()
  for (const part of parts)
    if (part instanceof ChangedBucket) part.addTo(builder, term)
    else builder.addFormer(former, part)
  return builder.view()
}

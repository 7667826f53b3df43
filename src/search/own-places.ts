/**
 * The places of a term as they were written: those that are in no copy, from a record whose copies were resolved. For patching.
 */
import { type Copy, NO_COPIES } from './copies.js'
import { BODY } from './fields.js'
import { type Layout, type PlacedChunk, readChunks } from './places-record.js'
import type { RunBook } from './stop-words.js'
import { type FieldOccurrences, sumBefore } from './term-builder.js'
import type { FieldPostings } from './term-record.js'

/** A term's postings, and the layout of the archive that they are of. */
export interface PlacedPostings {
  readonly fields: readonly FieldPostings[]
  readonly layout: Layout
}

/** Reads some chunks of a record that lie one after the other: what their articles have of the term. */
export function readOwnPlaces(
  bytes: Uint8Array,
  chunks: readonly PlacedChunk[],
  { fields, layout }: PlacedPostings,
  book: RunBook,
): readonly FieldOccurrences[] {
  const { places, sources, readStopRuns } = readChunks(bytes, chunks, fields, layout)
  const stopRuns = readStopRuns(book)
  return fields.map((postings, field) => {
    const range = { from: chunks[0]?.range.from[field] ?? 0, to: chunks[chunks.length - 1]?.range.to[field] ?? 0 }
    const columns = {
      places: places[field] ?? NO_NUMBERS,
      sources: sources[field] ?? NO_NUMBERS,
      stopRuns: stopRuns[field] ?? NO_NUMBERS,
    }
    return leaveOutCopies(postings, range, columns, (article) => (field === BODY ? layout.copies(article) : NO_COPIES))
  })
}

const NO_NUMBERS = new Uint32Array()

interface PlaceColumns {
  readonly places: Uint32Array
  /** 0: of no copy. */
  readonly sources: Uint32Array
  readonly stopRuns: Uint32Array
}

/** The articles `from..to-1` of a field, with their own places only. */
function leaveOutCopies(
  { articles, sums }: FieldPostings,
  { from, to }: { readonly from: number; readonly to: number },
  { places, sources, stopRuns }: PlaceColumns,
  copiesOf: (article: number) => readonly Copy[],
): FieldOccurrences {
  const first = sumBefore(sums, from)
  const own = { sums: [] as number[], places: [] as number[], stopRuns: [] as number[] }
  for (let i = from; i < to; i++) {
    const copies = copiesOf(articles[i] ?? 0)
    let [next, copied] = [0, 0]
    for (let at = sumBefore(sums, i); at < (sums[i] ?? 0); at++) {
      if (sources[at] !== 0) continue
      const place = places[at] ?? 0
      for (; (copies[next]?.at ?? place) < place; next++) copied += copies[next]?.length ?? 0
      own.places.push(place - copied)
      own.stopRuns.push(stopRuns[at] ?? 0)
    }
    own.sums.push(own.places.length)
  }
  return {
    articles: articles.subarray(from, to),
    sums: sums.subarray(from, to).map((sum) => sum - first),
    ownSums: Uint32Array.from(own.sums),
    places: Uint32Array.from(own.places),
    stopRuns: Uint32Array.from(own.stopRuns),
  }
}

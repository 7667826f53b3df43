/**
 * The places of a term as they were written: those that are in no copy, from a record whose copies were resolved. For patching.
 */

import type { RunBook } from '../../analysis/stop-words.js'
import { BODY } from '../../fields.js'
import { type Copy, NO_COPIES } from '../../shards/copy.js'
import { type Layout, type PlacedChunk, readChunks } from '../../shards/places-record.js'
import type { FieldOccurrences } from '../../shards/postings-record.js'
import { type FieldPostings, sumBefore } from '../../shards/postings-record.js'

/** A term's postings, and the layout of the archive that they are of. */
export interface PlacedPostings {
  readonly fields: readonly FieldPostings[]
  readonly layout: Layout
}

/** Reads the chunks of a term's articles. */
export function readOwnPlaces(
  bytes: Uint8Array,
  chunks: readonly PlacedChunk[],
  { fields, layout }: PlacedPostings,
  book: RunBook,
): readonly FieldOccurrences[] {
  const { places, sources, readStopRuns } = readChunks(bytes, chunks, fields, layout)
  const stopRuns = readStopRuns(book)
  return fields.map((postings, field) => {
    const columns = {
      places: places[field] ?? NO_NUMBERS,
      sources: sources[field] ?? NO_NUMBERS,
      stopRuns: stopRuns[field] ?? NO_NUMBERS,
    }
    return leaveOutCopies(postings, columns, (article) => (field === BODY ? layout.copies(article) : NO_COPIES))
  })
}

const NO_NUMBERS = new Uint32Array()

interface PlaceColumns {
  readonly places: Uint32Array
  /** 0: of no copy. */
  readonly sources: Uint32Array
  readonly stopRuns: Uint32Array
}

/** A field with the articles' own places only. */
function leaveOutCopies(
  { articles, sums }: FieldPostings,
  { places, sources, stopRuns }: PlaceColumns,
  copiesOf: (article: number) => readonly Copy[],
): FieldOccurrences {
  const own = { sums: [] as number[], places: [] as number[], stopRuns: [] as number[] }
  for (let i = 0; i < articles.length; i++) {
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
    articles,
    sums,
    ownSums: Uint32Array.from(own.sums),
    places: Uint32Array.from(own.places),
    stopRuns: Uint32Array.from(own.stopRuns),
  }
}

/**
 * The places of a term in a shard: a record of whole bytes, range coded.
 *
 *     record    article*  stop-run*  next-run*    each in order: field by field, article by article, place by place
 *     article   place x frequency                 interpolative, below the number of places in the article's field
 *     stop-run                                    the stop words before a place (`run-model.ts`)
 *     next-run  is-message  run?                  the stop words after a place of a title or message
 *
 * A *place* is a word that is no stop word, counted 0, 1, 2 ... in its field. Some fields store no places
 * (`fields.ts`).
 */

import { RunBook } from '../analysis/stop-words.js'
import { RangeDecoder, RangeEncoder } from '../codec/range-coder.js'
import { BODY, FIELD_NAMES, hasPlaces } from '../fields.js'
import type { ArchiveExtents } from './extents.js'
import { type FieldOccurrences, type FieldPostings, type RecordSpan, sumBefore } from './postings-record.js'
import { BitModel, RunDecoder, RunEncoder } from './run-model.js'

/** The number of places in a field of an article. A term's places are below it. */
export type PlaceCount = (article: number, field: number) => number

/** The number of places by article and field, from the extents of an archive. */
export function toPlaceCount({ places }: Pick<ArchiveExtents, 'places'>): PlaceCount {
  return (article, field) => places[article * FIELD_NAMES.length + field] ?? 0
}

/** Encodes a term's record of places. `book` numbers its runs. */
export function writePlaces(fields: readonly FieldOccurrences[], placeCount: PlaceCount, book: RunBook): Uint8Array {
  for (const [field, { articles, sums, places }] of fields.entries()) {
    if (places.length === 0) continue
    for (let i = 0; i < articles.length; i++) {
      const last = placeCount(articles[i] ?? 0, field) - 1
      encoder.writeAscending(places, sumBefore(sums, i), sums[i] ?? 0, 0, last)
    }
  }
  const runs = new RunEncoder(encoder, book)
  for (const { stopRuns } of fields) for (let at = 0; at < stopRuns.length; at++) runs.write(stopRuns[at] ?? 0)
  const nextRuns = new RunEncoder(encoder, book)
  for (const [field, { nextRuns: all }] of fields.entries()) {
    const isMessage = messageModel(field)
    for (let at = 0; at < all.length; at++) {
      const next = all[at] ?? 0
      isMessage.write(encoder, next > 0)
      if (next > 0) nextRuns.write(next - 1)
    }
  }
  return encoder.finish()
}

/**
 * The model of whether a place is in a message. It begins with guessed counts: all places of a title are in one, few of
 * a body are.
 */
function messageModel(field: number): BitModel {
  return field === BODY ? new BitModel(30, 1) : new BitModel(1, 30)
}

/** Reused for each record; empty between records. */
const encoder = new RangeEncoder()

/** The places of a term: for each field one list over all articles, which `FieldPostings.sums` divides. */
export interface PlacesRecord {
  readonly places: readonly Uint32Array[]
  /** The runs of stop words at all places, decoded at the first call. */
  readonly stopRuns: () => StopRuns
}

/** The stop words at the places of a record, by their numbers in `book`. */
export interface StopRuns {
  readonly book: RunBook
  readonly before: readonly Uint32Array[]
  /** Those after the places of titles and messages, decoded at the first call: numbers plus 1; 0: not kept. */
  readonly after: () => readonly Uint32Array[]
}

/**
 * Reads a record; `fields`: the term's postings. Throws a `RangeError` if a field has more places than its articles.
 */
export function readPlaces(
  bytes: Uint8Array,
  { start, end }: RecordSpan,
  fields: readonly FieldPostings[],
  placeCount: PlaceCount,
): PlacesRecord {
  const decoder = new RangeDecoder(bytes, start, end)
  const places = fields.map((postings, field) =>
    hasPlaces(field) ? readField(decoder, postings, field, placeCount) : NO_PLACES,
  )
  return {
    places,
    stopRuns: once(() => {
      const book = new RunBook()
      const reader = new RunDecoder(decoder, book)
      const before = places.map(({ length }) => Uint32Array.from({ length }, () => reader.read()))
      return { book, before, after: once(() => readNextRuns(decoder, book, places)) }
    }),
  }
}

/** What `make` returns at the first call. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function readNextRuns(decoder: RangeDecoder, book: RunBook, places: readonly Uint32Array[]): readonly Uint32Array[] {
  const reader = new RunDecoder(decoder, book)
  return places.map(({ length }, field) => {
    const isMessage = messageModel(field)
    return Uint32Array.from({ length }, () => (isMessage.read(decoder) ? 1 + reader.read() : 0))
  })
}

const NO_PLACES = new Uint32Array()

function readField(
  decoder: RangeDecoder,
  { articles, sums }: FieldPostings,
  field: number,
  placeCount: PlaceCount,
): Uint32Array {
  const places = new Uint32Array(checkedCount(articles, sums, field, placeCount))
  for (let i = 0; i < articles.length; i++)
    decoder.readAscending(places, sumBefore(sums, i), sums[i] ?? 0, 0, placeCount(articles[i] ?? 0, field) - 1)
  return places
}

/** The number of a term's places in a field. Throws a `RangeError` if its articles have fewer. */
function checkedCount(articles: Uint32Array, sums: Uint32Array, field: number, placeCount: PlaceCount): number {
  const count = sums[sums.length - 1] ?? 0
  let most = 0
  for (let i = 0; i < articles.length; i++) most += placeCount(articles[i] ?? 0, field)
  if (count > most) throw new RangeError(`Expected at most ${most} places, found ${count}`)
  return count
}

/** Worker: reads a part of the search index and makes prints from its postings, for `compare-index.ts`. */

import { parseShardScript, readPayload } from '../search/codec/shard-script.js'
import { FIELD_NAMES, hasPlaces } from '../search/fields.js'
import { ArchiveIndex } from '../search/reader/index-reader.js'
import { toBodyLength } from '../search/shards/extents.js'
import { type PlaceCount, readPlaces, toPlaceCount } from '../search/shards/places-record.js'
import { type FieldPostings, type PostingsFrame, readPostings, sumBefore } from '../search/shards/postings-record.js'
import { type RecordPlaces, recordShardName, type WordShard } from '../search/shards/vocabulary.js'
import type { LoadedShard } from '../search/types.js'
import { readSiteFile, type SiteSource } from '../site/site-reader.js'
import { addPlace, addTerm, createPrints, hashText, isPlaced, type Prints } from './index-print.js'
import { openSite } from './open-site.js'

/** The word shards to read, by their indices in the manifest. */
export interface ReadIndexInput {
  readonly target: string
  readonly wordShards: readonly number[]
}

/** The prints of a part of the index, or why it cannot be read. */
export type ReadIndexOutput =
  | { readonly type: 'read'; readonly prints: Prints }
  | { readonly type: 'unreadable'; readonly reason: string }

/** Makes the prints of all articles from some word shards. */
export async function performReadIndex(input: ReadIndexInput): Promise<ReadIndexOutput> {
  try {
    return { type: 'read', prints: await readPrints(input) }
  } catch (error) {
    return { type: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function readPrints({ target, wordShards }: ReadIndexInput): Promise<Prints> {
  const { source } = await openSite(target)
  const index = openIndex(source)
  const { words } = await index.manifest()
  const { articleCount, lengths } = await index.statistics()
  const frame = { articleCount, bodyLength: toBodyLength(lengths) }
  const placeCount = toPlaceCount(await index.extents())
  const prints = createPrints(articleCount)
  for (const number of wordShards) {
    const [shard, entry] = [await index.words(number), words[number]]
    if (entry === undefined) continue
    const load = (kind: 'terms' | 'places', stamps: readonly string[]) =>
      stamps.map((_, i) => readPayload(loadShard(source, recordShardName(`${kind}/${entry.name}`, i)).payload))
    const records = { postings: load('terms', entry.postings), places: load('places', entry.places) }
    countShard({ shard, records, placeCount, frame }, prints)
  }
  return prints
}

/** Opens the index of a site. */
export function openIndex(source: SiteSource): ArchiveIndex {
  return new ArchiveIndex({ load: async (name) => loadShard(source, name) })
}

function loadShard(source: SiteSource, name: string): LoadedShard {
  const shard = parseShardScript(readSiteFile(source, `search/${name}.js`))
  if (shard === null) throw new RangeError(`Expected a shard of the index, found something else in \`${name}\``)
  return shard
}

interface ReadShard {
  readonly shard: WordShard
  readonly records: { readonly postings: readonly Uint8Array[]; readonly places: readonly Uint8Array[] }
  readonly placeCount: PlaceCount
  readonly frame: PostingsFrame
}

function countShard({ shard, records, placeCount, frame }: ReadShard, prints: Prints): void {
  for (let at = 0; at < shard.terms.count; at++) {
    const termHash = hashText(shard.terms.at(at))
    const [bytes, span] = recordOf(records.postings, shard.postings, at)
    const fields = readPostings(bytes, span, frame)
    for (const [field, { articles, sums }] of fields.entries())
      for (const [i, article] of articles.entries())
        addTerm(prints, article, field, termHash, (sums[i] ?? 0) - sumBefore(sums, i))
    if (isPlaced(termHash))
      countPlaces(recordOf(records.places, shard.places, at), { termHash, fields, placeCount }, prints)
  }
}

type StoredRecord = readonly [bytes: Uint8Array, span: { readonly start: number; readonly end: number }]

function recordOf(shards: readonly Uint8Array[], places: RecordPlaces, at: number): StoredRecord {
  const place = places.find(at)
  return [shards[place.shard] ?? NO_BYTES, place]
}

const NO_BYTES = new Uint8Array()

interface PlacedTerm {
  readonly termHash: number
  readonly fields: readonly FieldPostings[]
  readonly placeCount: PlaceCount
}

function countPlaces([bytes, span]: StoredRecord, { termHash, fields, placeCount }: PlacedTerm, prints: Prints): void {
  const record = readPlaces(bytes, span, fields, placeCount)
  const { book, before, after: readAfter } = record.stopRuns()
  const after = readAfter()
  for (const field of FIELD_NAMES.keys()) {
    if (!hasPlaces(field)) continue
    const { articles, sums } = fields[field] ?? { articles: NO_NUMBERS, sums: NO_NUMBERS }
    for (const [i, article] of articles.entries())
      for (let at = sumBefore(sums, i); at < (sums[i] ?? 0); at++) {
        const runHash = hashText(book.runOf(before[field]?.[at] ?? 0))
        const next = after[field]?.[at] ?? 0
        const nextHash = next === 0 ? 0 : hashText(book.runOf(next - 1))
        addPlace(prints, article, field, { termHash, place: record.places[field]?.[at] ?? 0, runHash, nextHash })
      }
  }
}

const NO_NUMBERS = new Uint32Array()

/**
 * From the records of a partition's terms, in order, to its shards: words, postings and places. Knows nothing of what records hold.
 *
 * A record is bytes, or one that a shard of before has (`StoredRecord`): of a shard that stays as it was nothing is read.
 */

import { concatenate } from '../arrays/concatenate.js'
import { toShardFile } from '../codec/shard-script.js'
import type { WordShardEntry } from '../shards/manifest.js'
import { encodeTerms, type RecordList, recordShardName, writeVocabulary } from '../shards/vocabulary.js'
import type { ShardFile } from '../types.js'

/** A shard of records that is there already. */
export interface StoredShard {
  readonly name: string
  readonly stamp: string
  readonly length: number
  read(): Uint8Array
}

/** Bytes `start..end-1` of a stored shard. */
export interface StoredRecord {
  readonly shard: StoredShard
  readonly start: number
  readonly end: number
}

/** The records of a term. */
export interface TermRecords {
  readonly postings: Uint8Array | StoredRecord
  readonly places: Uint8Array | StoredRecord
}

/** The terms of a word shard: how many, the first, and all as `encodeTerms` gives them. */
export interface ShardTerms {
  readonly count: number
  readonly first: string
  encode(): Uint8Array
}

export interface MadePartition {
  readonly entries: readonly WordShardEntry[]
  readonly files: readonly ShardFile[]
  /** Names of stored shards that stay as they are. */
  readonly kept: readonly string[]
}

/** A word shard ends here: about 20 KB deflated. */
const WORD_SHARD_TERMS = 8_000
/** A shard of postings or places ends where it has this many bytes (a file is 7 % larger). */
const SHARD_BYTES = 38_000

/** The terms of each word shard. */
export function cutTerms<T>(terms: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(terms.length / WORD_SHARD_TERMS)
  return Array.from({ length: count }, (_, i) => terms.slice(i * WORD_SHARD_TERMS, (i + 1) * WORD_SHARD_TERMS))
}

/** The terms of a list as they are encoded. */
export function toShardTerms(terms: readonly string[]): ShardTerms {
  return { count: terms.length, first: terms[0] ?? '', encode: () => encodeTerms(terms) }
}

/** A word shard to be made; `recordsOf` is called once for each term, in order. */
export interface WordShardPlan {
  readonly terms: ShardTerms
  recordsOf(at: number): TermRecords
}

/** Makes the shards of a partition. */
export async function makeWordShards(partition: number, plans: readonly WordShardPlan[]): Promise<MadePartition> {
  const made: MadePartition[] = []
  for (const [i, plan] of plans.entries())
    made.push(await makeWordShard(`${String(partition).padStart(2, '0')}-${i}`, plan))
  return {
    entries: made.flatMap(({ entries }) => entries),
    files: made.flatMap(({ files }) => files),
    kept: made.flatMap(({ kept }) => kept),
  }
}

async function makeWordShard(name: string, plan: WordShardPlan): Promise<MadePartition> {
  const { terms } = plan
  const postings = new RecordShards(`terms/${name}`)
  const places = new RecordShards(`places/${name}`)
  for (let at = 0; at < terms.count; at++) {
    const records = plan.recordsOf(at)
    postings.add(records.postings)
    places.add(records.places)
  }
  const [postingsShards, placesShards] = [postings.finish(), places.finish()]
  const bytes = await writeVocabulary({ terms: terms.encode(), postings: postings.records, places: places.records })
  const words = toShardFile(`words/${name}`, bytes)
  const all = [...postingsShards, ...placesShards]
  const entry = {
    name,
    firstTerm: terms.first,
    stamp: words.stamp,
    postings: postingsShards.map(({ stamp }) => stamp),
    places: placesShards.map(({ stamp }) => stamp),
  }
  const files = [words, ...all.flatMap((shard) => ('bytes' in shard ? shard : []))]
  return { entries: [entry], files, kept: all.flatMap((shard) => ('bytes' in shard ? [] : shard.name)) }
}

/** Records put into one shard after the other. */
class RecordShards {
  private readonly name: string
  private readonly lengths: number[] = []
  private readonly breaks: number[] = []
  private readonly finished: (ShardFile | StoredShard)[] = []
  /** What the shard at hand has so far: stored records that lie one after the other are one. */
  private pieces: (Uint8Array | StoredRecord)[] = []
  private byteLength = 0

  constructor(name: string) {
    this.name = name
  }

  add(record: Uint8Array | StoredRecord): void {
    if (this.byteLength >= SHARD_BYTES) {
      this.finishShard()
      this.breaks.push(this.lengths.length)
    }
    const length = 'shard' in record ? record.end - record.start : record.length
    this.lengths.push(length)
    this.byteLength += length
    const last = this.pieces[this.pieces.length - 1]
    if (
      last !== undefined &&
      'shard' in last &&
      'shard' in record &&
      last.shard === record.shard &&
      last.end === record.start
    )
      this.pieces[this.pieces.length - 1] = { ...last, end: record.end }
    else this.pieces.push(record)
  }

  get records(): RecordList {
    return { lengths: Uint32Array.from(this.lengths), breaks: this.breaks }
  }

  finish(): readonly (ShardFile | StoredShard)[] {
    this.finishShard()
    return this.finished
  }

  private finishShard(): void {
    const name = recordShardName(this.name, this.finished.length)
    this.finished.push(findWhole(this.pieces, name) ?? toShardFile(name, joinPieces(this.pieces)))
    this.pieces = []
    this.byteLength = 0
  }
}

/** The stored shard of this name, if it is made of these pieces. */
function findWhole(pieces: readonly (Uint8Array | StoredRecord)[], name: string): StoredShard | null {
  const [piece, ...others] = pieces
  if (piece === undefined || others.length > 0 || !('shard' in piece)) return null
  const { shard, start, end } = piece
  return shard.name === name && start === 0 && end === shard.length ? shard : null
}

function joinPieces(pieces: readonly (Uint8Array | StoredRecord)[]): Uint8Array {
  return concatenate(
    Uint8Array,
    pieces.map((piece) => ('shard' in piece ? piece.shard.read().subarray(piece.start, piece.end) : piece)),
  )
}

/**
 * Makes the shards of a partition, words, postings and places, from the records of its terms in order. It does not look
 * into the records.
 */

import { concatenate } from '../arrays/concatenate.js'
import { toShardFile } from '../codec/shard-script.js'
import type { WordShardEntry } from '../shards/manifest.js'
import { encodeTerms, type RecordList, recordShardName, writeVocabulary } from '../shards/vocabulary.js'
import type { ShardFile } from '../types.js'

/** The records of a term. */
export interface TermRecords {
  readonly postings: Uint8Array
  readonly places: Uint8Array
}

export interface MadePartition {
  readonly entries: readonly WordShardEntry[]
  readonly files: readonly ShardFile[]
}

/** Terms of a full word shard. */
const WORD_SHARD_TERMS = 8_000
/** Bytes after which a shard of postings or places ends. Its file is a little larger. */
const SHARD_BYTES = 38_000

/** Makes the shards of a partition; `recordsOf` is called once for each term, in order. */
export async function makeWordShards(
  partition: number,
  terms: readonly string[],
  recordsOf: (term: string) => TermRecords,
): Promise<MadePartition> {
  const made: MadePartition[] = []
  for (let from = 0; from < terms.length; from += WORD_SHARD_TERMS) {
    const name = `${String(partition).padStart(2, '0')}-${made.length}`
    made.push(await makeWordShard(name, terms.slice(from, from + WORD_SHARD_TERMS), recordsOf))
  }
  return { entries: made.flatMap(({ entries }) => entries), files: made.flatMap(({ files }) => files) }
}

async function makeWordShard(
  name: string,
  terms: readonly string[],
  recordsOf: (term: string) => TermRecords,
): Promise<MadePartition> {
  const postings = new RecordShards(`terms/${name}`)
  const places = new RecordShards(`places/${name}`)
  for (const term of terms) {
    const records = recordsOf(term)
    postings.add(records.postings)
    places.add(records.places)
  }
  const [postingsShards, placesShards] = [postings.finish(), places.finish()]
  const bytes = await writeVocabulary({
    terms: encodeTerms(terms),
    postings: postings.records,
    places: places.records,
  })
  const words = toShardFile(`words/${name}`, bytes)
  const entry = {
    name,
    firstTerm: terms[0] ?? '',
    stamp: words.stamp,
    postings: postingsShards.map(({ stamp }) => stamp),
    places: placesShards.map(({ stamp }) => stamp),
  }
  return { entries: [entry], files: [words, ...postingsShards, ...placesShards] }
}

/** Distributes records over shards, one after the other. */
class RecordShards {
  readonly #name: string
  readonly #lengths: number[] = []
  readonly #breaks: number[] = []
  readonly #finished: ShardFile[] = []
  /** The records of the current shard. */
  #records: Uint8Array[] = []
  #byteLength = 0

  constructor(name: string) {
    this.#name = name
  }

  add(record: Uint8Array): void {
    if (this.#byteLength >= SHARD_BYTES) {
      this.#finishShard()
      this.#breaks.push(this.#lengths.length)
    }
    this.#lengths.push(record.length)
    this.#byteLength += record.length
    this.#records.push(record)
  }

  get records(): RecordList {
    return { lengths: Uint32Array.from(this.#lengths), breaks: this.#breaks }
  }

  finish(): readonly ShardFile[] {
    this.#finishShard()
    return this.#finished
  }

  #finishShard(): void {
    const name = recordShardName(this.#name, this.#finished.length)
    this.#finished.push(toShardFile(name, concatenate(Uint8Array, this.#records)))
    this.#records = []
    this.#byteLength = 0
  }
}

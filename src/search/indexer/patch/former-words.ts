/**
 * A word shard as it was made, with the shards of its records: read as far as they are asked for. Knows where a term's records
 * are; nothing of what they hold.
 */
import { inflate } from '../../codec/inflate.js'
import type { WordShardEntry } from '../../shards/manifest.js'
import { parseVocabulary, type RecordPlaces, recordShardName, type WordShard } from '../../shards/vocabulary.js'
import type { ShardTerms, StoredRecord, StoredShard } from '../word-shards.js'

export class FormerWords {
  private readonly words: WordShard
  private readonly encoded: Uint8Array
  private readonly stored: Readonly<Record<'postings' | 'places', readonly StoredShard[]>>
  private readonly entry: WordShardEntry

  /** `load`: gives the bytes of a shard. */
  constructor(entry: WordShardEntry, load: (name: string) => Uint8Array) {
    const bytes = inflate(load(`words/${entry.name}`))
    this.entry = entry
    this.words = parseVocabulary(bytes)
    this.encoded = bytes.subarray(0, this.words.termBytes)
    const { postings, places } = this.words
    this.stored = {
      postings: toStored(`terms/${entry.name}`, entry.postings, postings, load),
      places: toStored(`places/${entry.name}`, entry.places, places, load),
    }
  }

  get count(): number {
    return this.words.terms.count
  }

  /** Its terms, as they are encoded already. */
  get terms(): ShardTerms {
    return { count: this.count, first: this.entry.firstTerm, encode: () => this.encoded }
  }

  termAt(at: number): string {
    return this.words.terms.at(at)
  }

  /** The place of a term among its terms; null where it has no such term. */
  find(term: string): number | null {
    const at = this.words.terms.firstFrom(term)
    return at < this.count && this.termAt(at) === term ? at : null
  }

  /** A record of the term at a place. */
  record(kind: 'postings' | 'places', at: number): StoredRecord {
    const { shard, start, end } = this.words[kind].find(at)
    const stored = this.stored[kind][shard]
    if (stored === undefined) throw new RangeError(`Expected a record of \`${this.termAt(at)}\`, found none`)
    return { shard: stored, start, end }
  }
}

function toStored(
  name: string,
  stamps: readonly string[],
  records: RecordPlaces,
  load: (name: string) => Uint8Array,
): readonly StoredShard[] {
  return stamps.map((stamp, i) => {
    const shard = recordShardName(name, i)
    let bytes: Uint8Array | null = null
    return {
      name: shard,
      stamp,
      length: records.shardLength(i),
      read() {
        bytes ??= load(shard)
        return bytes
      },
    }
  })
}

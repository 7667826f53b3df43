/**
 * Reads the index of an archive: asks the loader for shards, checks their stamps, and keeps what was read.
 *
 * It knows the files and their formats, but nothing of queries. Its caches are bounded, so that a page on which
 * somebody searches all day does not fill the memory.
 */

import { RunBook } from '../analysis/stop-words.js'
import { lastAtMost } from '../arrays/binary-search.js'
import { inflateTable } from '../codec/inflate-table.js'
import { readPayload, stampOf } from '../codec/shard-script.js'
import { FIELD_NAMES } from '../fields.js'
import { CARDS_PER_SHARD, type CardList, cardShardName, NO_CARDS, readCards, toCard } from '../shards/cards.js'
import { type Columns, readColumns } from '../shards/columns.js'
import { type ArchiveExtents, readExtents, readLengths, toBodyLength } from '../shards/extents.js'
import { MANIFEST_NAME, parseManifest } from '../shards/manifest.js'
import { type PlacesRecord, readPlaces, toPlaceCount } from '../shards/places-record.js'
import { type FieldPostings, NO_ARTICLES, readPostings } from '../shards/postings-record.js'
import { NO_WORDS, readVocabulary, recordShardName, type WordShard } from '../shards/vocabulary.js'
import type { SearchCard, ShardLoader } from '../types.js'
import { RecentlyUsed } from './recently-used.js'
import type { Statistics } from './statistics.js'

/** A term of the index: its word shard, and its index there. */
export interface TermEntry {
  readonly term: string
  readonly shard: number
  readonly at: number
}

/** The number of shards of postings and places that are kept, at about 40 KB each. */
const KEPT_SHARDS = 100
/** The number of postings that are kept, counted field by field, at 8 bytes each. */
const KEPT_POSTINGS = 1_500_000
/** The number of places that are kept, at 12 bytes each at most. */
const KEPT_PLACES = 1_000_000
/** The number of card shards that are kept, at about 10 KB each. */
const KEPT_CARD_SHARDS = 400

const NO_POSTINGS: readonly FieldPostings[] = FIELD_NAMES.map(() => NO_ARTICLES)

const NOWHERE = FIELD_NAMES.map(() => new Uint32Array())
const NO_PLACES: PlacesRecord = {
  places: NOWHERE,
  stopRuns: () => ({ book: new RunBook(), before: NOWHERE, after: () => NOWHERE }),
}

export class ArchiveIndex {
  readonly #loader: ShardLoader
  readonly #wordShards = new Map<number, Promise<WordShard>>()
  readonly #shards = new RecentlyUsed<Promise<Uint8Array>>(KEPT_SHARDS)
  readonly #postingsOf = new RecentlyUsed<readonly FieldPostings[]>(KEPT_POSTINGS)
  readonly #placesOf = new RecentlyUsed<PlacesRecord>(KEPT_PLACES)
  readonly #cardShards = new RecentlyUsed<Promise<CardList>>(KEPT_CARD_SHARDS)

  readonly #noted = new Set<string>()

  constructor(loader: ShardLoader) {
    this.#loader = loader
  }

  /** True if a file could not be read since `takeFaults` was last called. */
  get hasFaults(): boolean {
    return this.#noted.size > 0
  }

  /** True if the archive was built again since its manifest was read. Asks for the current manifest past all caches. */
  async isOutdated(): Promise<boolean> {
    const { buildId } = await this.manifest()
    const { stamp } = await this.#loader.load(MANIFEST_NAME, buildId)
    return stamp !== buildId
  }

  /** Returns the faults since the last call, one sentence for each file, and forgets them. */
  takeFaults(): readonly string[] {
    const faults = [...this.#noted].sort()
    this.#noted.clear()
    return faults
  }

  /** The manifest, its build id, and the first term of each word shard. */
  readonly manifest = lazily(async () => {
    const { stamp, payload } = await this.#loader.load(MANIFEST_NAME, null)
    const manifest = await decodeShard(MANIFEST_NAME, () => parseManifest(payload))
    return { ...manifest, buildId: stamp, firstTerms: manifest.words.map(({ firstTerm }) => firstTerm) }
  })

  /** The data besides postings that scores depend on. */
  readonly statistics = lazily(async (): Promise<Statistics> => {
    const { articleCount, fieldLengths, lengths } = await this.manifest()
    const averages = fieldLengths.map((length) => length / articleCount)
    return { articleCount, averages, lengths: await this.#loadTable('lengths', lengths, readLengths) }
  })

  /** The number of places in each field, and the sections of the bodies. */
  readonly extents = lazily(async (): Promise<ArchiveExtents> => {
    const { extents } = await this.manifest()
    return this.#loadTable('extents', extents, readExtents)
  })

  readonly columns = lazily(async (): Promise<Columns> => {
    const { columns } = await this.manifest()
    return this.#loadTable('columns', columns, readColumns)
  })

  /** The words of a shard; none if it cannot be read. */
  words(shard: number): Promise<WordShard> {
    const loading = keep(this.#wordShards, shard, async () => {
      const entry = (await this.manifest()).words[shard]
      return this.#load(`words/${entry?.name}`, entry?.stamp ?? '', readVocabulary)
    })
    return this.#orNote(loading, NO_WORDS)
  }

  /** The entry of a term, or null if the index does not have it. */
  async find(term: string): Promise<TermEntry | null> {
    const { firstTerms } = await this.manifest()
    if (firstTerms.length === 0) return null
    const shard = lastAtMost(firstTerms, term)
    const { terms } = await this.words(shard)
    const at = terms.firstFrom(term)
    return at < terms.count && terms.at(at) === term ? { term, shard, at } : null
  }

  /** The numbers of the word shards that may have terms with this prefix. */
  async shardsOf(prefix: string): Promise<readonly number[]> {
    const { firstTerms } = await this.manifest()
    if (firstTerms.length === 0) return []
    const first = lastAtMost(firstTerms, prefix)
    const last = lastAtMost(firstTerms, `${prefix}\uffff`)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  /** The length of a term's postings in bytes: a measure of how often it is used, known without loading them. */
  async usage({ shard, at }: TermEntry): Promise<number> {
    return (await this.words(shard)).postings.lengthAt(at)
  }

  /** The postings of a term, field by field; empty if they cannot be read. */
  async postings({ term, shard, at }: TermEntry): Promise<readonly FieldPostings[]> {
    const known = this.#postingsOf.get(term)
    if (known !== undefined) return known
    const [{ articleCount, lengths }, words] = await Promise.all([this.statistics(), this.words(shard)])
    const place = words.postings.find(at)
    const read = (bytes: Uint8Array) => readPostings(bytes, place, { articleCount, bodyLength: toBodyLength(lengths) })
    const fields = await this.#orNote(this.#readRecord('terms', shard, place.shard, read), null)
    if (fields === null) return NO_POSTINGS
    const weight = fields.reduce((sum, { articles }) => sum + articles.length, 1)
    this.#postingsOf.set(term, fields, weight)
    return fields
  }

  /** The places of a term; none if they cannot be read. */
  async places(entry: TermEntry): Promise<PlacesRecord> {
    const known = this.#placesOf.get(entry.term)
    if (known !== undefined) return known
    const [fields, extents, words] = await Promise.all([this.postings(entry), this.extents(), this.words(entry.shard)])
    const place = words.places.find(entry.at)
    const read = (bytes: Uint8Array) => readPlaces(bytes, place, fields, toPlaceCount(extents))
    const record = await this.#orNote(this.#readRecord('places', entry.shard, place.shard, read), null)
    if (record === null) return NO_PLACES
    const weight = record.places.reduce((sum, { length }) => sum + length, 1)
    this.#placesOf.set(entry.term, record, weight)
    return record
  }

  /** The card of the article with this ordinal; null if there is none, or it cannot be read. */
  async card(ordinal: number): Promise<SearchCard | null> {
    const shard = Math.floor(ordinal / CARDS_PER_SHARD)
    const loading = keep(this.#cardShards, String(shard), async () => {
      const { cards: stamps } = await this.manifest()
      const read = async (bytes: Uint8Array) => readCards(bytes, (await this.columns()).dictionary)
      return this.#load(cardShardName(shard), stamps[shard] ?? '', read)
    })
    const cards = await this.#orNote(loading, NO_CARDS)
    const text = cards.at(ordinal % CARDS_PER_SHARD)
    return text === null ? null : toCard(ordinal, text, await this.columns())
  }

  /** The loaded value; or `otherwise`, after noting the fault. */
  async #orNote<T>(loading: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await loading
    } catch (error) {
      this.#noted.add(error instanceof Error ? error.message : String(error))
      return otherwise
    }
  }

  /** Reads a record from a shard of postings or places: the one with number `shard` among those of a word shard. */
  async #readRecord<T>(
    kind: 'terms' | 'places',
    wordShard: number,
    shard: number,
    read: (bytes: Uint8Array) => T,
  ): Promise<T> {
    const entry = (await this.manifest()).words[wordShard]
    const stamps = kind === 'terms' ? entry?.postings : entry?.places
    const file = recordShardName(`${kind}/${entry?.name}`, shard)
    const bytes = await keep(this.#shards, file, () => this.#load(file, stamps?.[shard] ?? '', (all) => all))
    return decodeShard(file, () => read(bytes))
  }

  /** Loads one of the files that exist once. */
  #loadTable<T>(name: string, stamp: string, read: (unpacked: Uint8Array) => T): Promise<T> {
    return this.#load(name, stamp, async (bytes) => read(await inflateTable(bytes)))
  }

  /** Loads and decodes a shard. Rejects if it is missing, damaged, or has another stamp. */
  async #load<T>(name: string, stamp: string, decode: (bytes: Uint8Array) => T | Promise<T>): Promise<T> {
    const loaded = await this.#loader.load(name, stamp)
    if (loaded.stamp !== stamp) {
      throw new Error(
        `search/${name}.js belongs to another edition of the archive: load the page again, or copy the whole site again`,
      )
    }
    const bytes = readPayload(loaded.payload)
    if (stampOf(bytes) !== stamp) throw new Error(`search/${name}.js is damaged: copy it again`)
    return decodeShard(name, () => decode(bytes))
  }
}

/** Decodes a shard. If that fails, the shard is damaged, and the message names its file. */
async function decodeShard<T>(name: string, decode: () => T | Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (cause) {
    const reason = cause instanceof Error ? ` (${cause.message})` : ''
    throw new Error(`search/${name}.js is damaged${reason}: copy it again`, { cause })
  }
}

/** Loads a value once; again after a failure. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return () => keep(kept, '', load)
}

/** The methods of a `Map` or a cache that `keep` needs. */
interface Kept<K, T> {
  get(key: K): Promise<T> | undefined
  set(key: K, value: Promise<T>): unknown
  delete(key: K): unknown
}

/** The value under a key, or else a value that is loaded and kept; a failure is not kept. */
function keep<K, T>(kept: Kept<K, T>, key: K, load: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const promise = load()
  kept.set(key, promise)
  promise.catch(() => kept.delete(key))
  return promise
}

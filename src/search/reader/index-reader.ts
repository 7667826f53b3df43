/**
 * The index of an archive as its shards give it: asks the loader for what is needed, checks the stamps, keeps what was read.
 *
 * Knows the files and their formats; knows nothing of queries. Everything it keeps is bounded, so that a page that searches
 * all day stays below 50 MB.
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

/** A term of the index: number of its word shard, and its number therein. */
export interface TermEntry {
  readonly term: string
  readonly shard: number
  readonly at: number
}

/** Shards of postings and places that are kept, at 40 KB each. */
const KEPT_SHARDS = 100
/** Terms whose postings are kept, by their number of postings: 8 bytes each. */
const KEPT_POSTINGS = 1_500_000
/** Terms whose places are kept, by their number of places: at most 12 bytes each. */
const KEPT_PLACES = 1_000_000
/** At about 10 KB each. */
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

  /** Whether something could not be read since the faults were taken. */
  get hasFaults(): boolean {
    return this.#noted.size > 0
  }

  /** Whether the archive was built anew since its manifest was read. The new one is asked for past what caches hold. */
  async isOutdated(): Promise<boolean> {
    const { buildId } = await this.manifest()
    const { stamp } = await this.#loader.load(MANIFEST_NAME, buildId)
    return stamp !== buildId
  }

  /** What could not be read since the last call, one sentence a file; forgets it. */
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

  /** What scores depend on besides postings. */
  readonly statistics = lazily(async (): Promise<Statistics> => {
    const { articleCount, fieldLengths, lengths } = await this.manifest()
    const averages = fieldLengths.map((length) => length / articleCount)
    return { articleCount, averages, lengths: await this.#loadTable('lengths', lengths, readLengths) }
  })

  /** How many places each field has, and the sections of the bodies. */
  readonly extents = lazily(async (): Promise<ArchiveExtents> => {
    const { extents } = await this.manifest()
    return this.#loadTable('extents', extents, readExtents)
  })

  readonly columns = lazily(async (): Promise<Columns> => {
    const { columns } = await this.manifest()
    return this.#loadTable('columns', columns, readColumns)
  })

  /** The words of a shard. */
  words(shard: number): Promise<WordShard> {
    const loading = keep(this.#wordShards, shard, async () => {
      const entry = (await this.manifest()).words[shard]
      return this.#load(`words/${entry?.name}`, entry?.stamp ?? '', readVocabulary)
    })
    return this.#orNote(loading, NO_WORDS)
  }

  /** A term's entry, or null where the index has no such term. */
  async find(term: string): Promise<TermEntry | null> {
    const { firstTerms } = await this.manifest()
    if (firstTerms.length === 0) return null
    const shard = lastAtMost(firstTerms, term)
    const { terms } = await this.words(shard)
    const at = terms.firstFrom(term)
    return at < terms.count && terms.at(at) === term ? { term, shard, at } : null
  }

  /** The numbers of the word shards that may have terms beginning with `prefix`. */
  async shardsOf(prefix: string): Promise<readonly number[]> {
    const { firstTerms } = await this.manifest()
    if (firstTerms.length === 0) return []
    const first = lastAtMost(firstTerms, prefix)
    const last = lastAtMost(firstTerms, `${prefix}\uffff`)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  /** Bytes of a term's postings: about how often it is used, known without loading them. */
  async usage({ shard, at }: TermEntry): Promise<number> {
    return (await this.words(shard)).postings.lengthAt(at)
  }

  /** A term's postings, field by field. */
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

  /** Where a term stands. */
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

  /** The card of the article with this ordinal. */
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

  /** What was loaded, or, with a note of the fault, `otherwise`. */
  async #orNote<T>(loading: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await loading
    } catch (error) {
      this.#noted.add(error instanceof Error ? error.message : String(error))
      return otherwise
    }
  }

  /** A record of the shard with this number of those that belong to a word shard. */
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

  /** One of the files that exist once. */
  #loadTable<T>(name: string, stamp: string, read: (unpacked: Uint8Array) => T): Promise<T> {
    return this.#load(name, stamp, async (bytes) => read(await inflateTable(bytes)))
  }

  /** A shard of the given stamp, decoded. */
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

/** Decodes a shard; what cannot be decoded is damaged, and the message names the file. */
async function decodeShard<T>(name: string, decode: () => T | Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (cause) {
    const reason = cause instanceof Error ? ` (${cause.message})` : ''
    throw new Error(`search/${name}.js is damaged${reason}: copy it again`, { cause })
  }
}

/** Loads something once; again where that failed. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return () => keep(kept, '', load)
}

/** What `keep` needs of a `Map` or a cache. */
interface Kept<K, T> {
  get(key: K): Promise<T> | undefined
  set(key: K, value: Promise<T>): unknown
  delete(key: K): unknown
}

/** What is kept under a key, or is loaded now; not kept where that fails. */
function keep<K, T>(kept: Kept<K, T>, key: K, load: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const promise = load()
  kept.set(key, promise)
  promise.catch(() => kept.delete(key))
  return promise
}

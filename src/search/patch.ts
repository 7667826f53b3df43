/**
 * A merged partition brought up to date after few buckets have changed: the records of the terms that those have, or had, are
 * made anew, all others are copied as they are. Gives the very shards that `mergePartition` gives of all runs.
 *
 * That holds as long as every article keeps its ordinal: the caller sees to it.
 */
import type { BitWriter } from './bits.js'
import type { Copy } from './copies.js'
import { readExtents } from './extents.js'
import { FIELD_NAMES } from './fields.js'
import {
  type ArchiveShape,
  type BucketFrame,
  type MergedPartition,
  makeWordShards,
  PostingsCollector,
  recordShardName,
  type TermPostings,
  type TermRecords,
  toRecords,
  type WordShardEntry,
} from './merge.js'
import { type Layout, readPlaces, toLayout } from './places-record.js'
import { toShardFile } from './shard-script.js'
import { NO_POSTINGS, splice } from './splice-postings.js'
import { RunBook } from './stop-words.js'
import { readPostings } from './term-record.js'
import { ByteReader } from './varints.js'
import { type RecordPlaces, readVocabulary } from './vocabulary.js'

/** A bucket's extents and its run of the partition. */
export interface BucketRun extends Pick<BucketFrame, 'extents'> {
  readonly run: Uint8Array
}

/** A bucket that is not as it was when the partition was merged, but has as many articles. */
export interface BucketChange {
  /** Ordinal of its first article. */
  readonly base: number
  readonly before: BucketRun
  readonly after: BucketRun
}

export interface PatchInput {
  readonly partition: number
  /** What `mergePartition` said of it. */
  readonly entries: readonly WordShardEntry[]
  /** The bytes of a shard that it made. */
  readonly load: (name: string) => Uint8Array
  readonly changes: readonly BucketChange[]
  /** Of the archive as it is now. */
  readonly archive: ArchiveShape
}

export interface PatchedPartition extends MergedPartition {
  /** Names of the shards that stay as they are; `files` has the others. */
  readonly kept: readonly string[]
}

/** Patches a partition. */
export async function patchPartition(input: PatchInput): Promise<PatchedPartition> {
  const book = new RunBook()
  const affected = findAffected(input.changes, book)
  if (affected.size === 0) return { entries: input.entries, files: [], kept: input.entries.flatMap(listShards) }
  const old = await OldPartition.read(input, book)
  const patched = new Map<string, TermPostings>()
  for (const term of affected) patched.set(term, old.patch(term))
  const isLeft = (term: string) => patched.get(term)?.fields.every(({ articles }) => articles.length === 0) !== true
  const terms = [...new Set([...old.terms(), ...affected])].filter(isLeft).sort((a, b) => (a < b ? -1 : 1))
  const shards = await makeWordShards(input.partition, terms, (term) => {
    const postings = patched.get(term)
    return postings === undefined ? old.records(term) : toRecords(postings, input.archive, book)
  })
  const payloads = shards.flatMap((shard) => shard.payloads)
  const kept = payloads.filter(({ name, bytes }) => old.has(name, bytes)).map(({ name }) => name)
  const files = payloads.filter(({ name }) => !kept.includes(name)).map(({ name, bytes }) => toShardFile(name, bytes))
  return { entries: shards.map(({ entry }) => entry), files, kept }
}

/** The names of a word shard and of its shards of postings and places. */
function listShards({ name, postings, places }: WordShardEntry): string[] {
  return [
    `words/${name}`,
    ...postings.map((_, i) => recordShardName(`terms/${name}`, i)),
    ...places.map((_, i) => recordShardName(`places/${name}`, i)),
  ]
}

/** The terms whose records may differ: those with other postings, and those in articles that have become longer or shorter. */
function findAffected(changes: readonly BucketChange[], book: RunBook): Set<string> {
  const affected = new Set<string>()
  for (const { before, after } of changes) {
    const resized = findResized(before.extents, after.extents)
    const [old, now] = [readTerms(before.run), readTerms(after.run)]
    for (const [term, postings] of old) {
      const others = now.get(term)
      if (others === undefined || !equalBytes(postings, others) || isIn(resized, postings, book)) affected.add(term)
    }
    for (const term of now.keys()) if (!old.has(term)) affected.add(term)
  }
  return affected
}

/** The articles of a bucket, counted from 0, that have another number of places than before, or other copies. */
function findResized(before: Uint8Array, after: Uint8Array): Set<number> {
  const [old, now] = [readExtents(before), readExtents(after)]
  const resized = new Set<number>()
  for (const [at, places] of now.places.entries())
    if (old.places[at] !== places) resized.add(Math.floor(at / FIELD_NAMES.length))
  for (const [article, copies] of now.copies.entries())
    if (!equalCopies(old.copies[article] ?? [], copies)) resized.add(article)
  return resized
}

function equalCopies(a: readonly Copy[], b: readonly Copy[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ at, length, source, start }, i) => {
      const other = b[i]
      return other?.at === at && other.length === length && other.source === source && other.start === start
    })
  )
}

function isIn(articles: ReadonlySet<number>, postings: Uint8Array, book: RunBook): boolean {
  if (articles.size === 0) return false
  return readOne(postings, 0, book).fields.some((field) => field.articles.some((article) => articles.has(article)))
}

/** The terms of a run with the bytes of their postings. */
function readTerms(run: Uint8Array): Map<string, Uint8Array> {
  const terms = new Map<string, Uint8Array>()
  const reader = new ByteReader(run)
  for (let term = ''; !reader.isAtEnd; ) {
    term = term.slice(0, reader.readNumber()) + reader.readText()
    terms.set(term, reader.readBytes())
  }
  return terms
}

function readOne(postings: Uint8Array, base: number, book: RunBook): TermPostings {
  const collector = new PostingsCollector(book)
  collector.add(new ByteReader(postings), base)
  return collector.take()
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Where a term's records are: in the shard of which word shard, and its number therein. */
interface TermPlace {
  readonly shard: OldWordShard
  readonly at: number
}

interface OldWordShard {
  readonly postings: OldRecords
  readonly places: OldRecords
}

/** Records as they were written, in the shards that hold them. */
interface OldRecords {
  readonly places: RecordPlaces
  readonly shards: readonly Uint8Array[]
}

/** A partition as it was merged. */
class OldPartition {
  private readonly input: PatchInput
  private readonly book: RunBook
  private readonly found = new Map<string, TermPlace>()
  private readonly loaded = new Map<string, Uint8Array>()
  private readonly changed: readonly (BucketChange & {
    readonly end: number
    readonly layout: Layout
    readonly terms: ReadonlyMap<string, Uint8Array>
  })[]

  static async read(input: PatchInput, book: RunBook): Promise<OldPartition> {
    const partition = new OldPartition(input, book)
    for (const entry of input.entries) await partition.add(entry)
    return partition
  }

  private constructor(input: PatchInput, book: RunBook) {
    this.input = input
    this.book = book
    this.changed = input.changes.map((change) => {
      const before = readExtents(change.before.extents)
      const copies = before.copies.map((own) => own.map((copy) => ({ ...copy, source: copy.source + change.base })))
      const end = change.base + copies.length
      return {
        ...change,
        end,
        layout: toLayout({ ...before, copies }, change.base),
        terms: readTerms(change.after.run),
      }
    })
  }

  private async add(entry: WordShardEntry): Promise<void> {
    const { terms, postings, places } = readVocabulary(this.load(`words/${entry.name}`))
    const toRecordsOf = (kind: string, places: RecordPlaces, stamps: readonly string[]): OldRecords => ({
      places,
      shards: stamps.map((_, i) => this.load(recordShardName(`${kind}/${entry.name}`, i))),
    })
    const shard = {
      postings: toRecordsOf('terms', postings, entry.postings),
      places: toRecordsOf('places', places, entry.places),
    }
    for (let at = 0; at < terms.count; at++) this.found.set(terms.at(at), { shard, at })
  }

  private load(name: string): Uint8Array {
    const bytes = this.input.load(name)
    this.loaded.set(name, bytes)
    return bytes
  }

  terms(): Iterable<string> {
    return this.found.keys()
  }

  /** Whether it has a shard of this name and these bytes. */
  has(name: string, bytes: Uint8Array): boolean {
    const own = this.loaded.get(name)
    return own !== undefined && equalBytes(own, bytes)
  }

  /** A term's records, copied. */
  records(term: string): TermRecords {
    const place = this.found.get(term)
    const copy = (kind: 'postings' | 'places') => (writer: BitWriter) => {
      if (place !== undefined) writer.writeBytes(recordOf(place.shard[kind], place.at))
    }
    return { writePostings: copy('postings'), writePlaces: copy('places') }
  }

  /** A term's postings of now: its old ones, but for the articles of changed buckets. */
  patch(term: string): TermPostings {
    let postings = this.postings(term)
    for (const { base, end, terms } of this.changed) {
      const now = terms.get(term)
      postings = splice(postings, { base, end }, now === undefined ? NO_POSTINGS : readOne(now, base, this.book))
    }
    return postings
  }

  private postings(term: string): TermPostings {
    const place = this.found.get(term)
    if (place === undefined) return NO_POSTINGS
    const { postings, places } = place.shard
    const fields = readPostings(recordOf(postings, place.at), 0, this.input.archive.articleCount)
    const record = recordOf(places, place.at)
    const layout: Layout = {
      placeCount: (article, field) => this.layoutOf(article).placeCount(article, field),
      copies: (article) => this.layoutOf(article).copies(article),
    }
    const read = readPlaces(record, { start: 0, end: record.length }, fields, layout)
    return { fields, places: read.places, stopRuns: read.readStopRuns(this.book) }
  }

  /** The layout that an article had. */
  private layoutOf(article: number): Layout {
    return this.changed.find(({ base, end }) => article >= base && article < end)?.layout ?? this.input.archive
  }
}

function recordOf({ places, shards }: OldRecords, at: number): Uint8Array {
  const { shard, start, end } = places.find(at)
  return (shards[shard] ?? new Uint8Array()).subarray(start, end)
}

/**
 * From the runs of all buckets to the shards of one partition: words, postings and places.
 *
 * A term's records are made from all its runs at once and never looked at again, so memory stays that of one partition.
 * What a shard holds depends on its terms' postings only: an edited article changes the shards of its own words.
 */
import { BitWriter } from './bits.js'
import { concatenate } from './concatenate.js'
import { countArticles, readExtents } from './extents.js'
import { FIELD_NAMES } from './fields.js'
import { type Layout, type TermPlaces, toLayout, writePlaces } from './places-record.js'
import { stampOf, toShardFile } from './shard-script.js'
import { COMMON_RUNS, RunBook } from './stop-words.js'
import { type FieldPostings, writePostings } from './term-record.js'
import type { ShardFile } from './types.js'
import { ByteReader } from './varints.js'
import { type RecordList, writeVocabulary } from './vocabulary.js'

/** How long the articles of a bucket are; see `BucketIndex`. */
export interface BucketFrame {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
}

/** A word shard as the manifest lists it: its first term, and the stamps of it and its postings and places. */
export interface WordShardEntry {
  readonly name: string
  readonly firstTerm: string
  readonly stamp: string
  readonly postings: readonly string[]
  readonly places: readonly string[]
}

export interface MergedPartition {
  readonly entries: readonly WordShardEntry[]
  readonly files: readonly ShardFile[]
}

/** A shard of postings or places ends where it has this many bytes (a file is 7 % larger). */
const SHARD_BYTES = 38_000
/** A word shard ends here: about 20 KB deflated. */
const WORD_SHARD_TERMS = 8_000

/** Merges a partition from its runs, one a bucket and in the order of `archive`; resolves to its files and what the manifest says of them. */
export async function mergePartition(
  partition: number,
  runs: readonly Uint8Array[],
  archive: ArchiveShape,
): Promise<MergedPartition> {
  const terms = findTerms(runs)
  const names = [...terms.keys()].sort((a, b) => (a < b ? -1 : 1))
  const book = new RunBook()
  const shards = await makeWordShards(partition, names, (term) =>
    toRecords(gather(terms.get(term) ?? [], runs, archive, book), archive, book),
  )
  const files = shards.flatMap(({ payloads }) => payloads.map(({ name, bytes }) => toShardFile(name, bytes)))
  return { entries: shards.map(({ entry }) => entry), files }
}

/** What a term's records depend on besides its postings. */
export interface ArchiveShape extends Layout {
  readonly articleCount: number
  /** Ordinal of each bucket's first article. */
  readonly bases: readonly number[]
}

/** Reads the shape of an archive of these buckets. */
export function readArchiveShape(buckets: readonly BucketFrame[]): ArchiveShape {
  const bases: number[] = []
  let articleCount = 0
  for (const { lengths } of buckets) {
    bases.push(articleCount)
    articleCount += countArticles(lengths)
  }
  const extents = concatenate(
    Uint8Array,
    buckets.map((bucket) => bucket.extents),
  )
  return { articleCount, bases, ...toLayout(readExtents(extents)) }
}

/** Where a term is: pairs of a run's number and the byte at which its postings begin. */
type TermStarts = number[]

/** The terms of all runs. */
function findTerms(runs: readonly Uint8Array[]): Map<string, TermStarts> {
  const terms = new Map<string, TermStarts>()
  for (const [number, run] of runs.entries()) {
    const reader = new ByteReader(run)
    let term = ''
    while (!reader.isAtEnd) {
      term = term.slice(0, reader.readNumber()) + reader.readText()
      const length = reader.readNumber()
      const known = terms.get(term)
      if (known === undefined) terms.set(term, [number, reader.position])
      else known.push(number, reader.position)
      reader.position += length
    }
  }
  return terms
}

/** A term's postings, and where it stands. */
export interface TermPostings extends TermPlaces {
  readonly fields: readonly FieldPostings[]
}

/** A term's postings of all buckets, field by field. */
function gather(found: TermStarts, runs: readonly Uint8Array[], archive: ArchiveShape, book: RunBook): TermPostings {
  const collector = new PostingsCollector(book)
  for (let i = 0; i < found.length; i += 2) {
    const number = found[i] ?? 0
    collector.add(new ByteReader(runs[number] ?? new Uint8Array(), found[i + 1]), archive.bases[number] ?? 0)
  }
  return collector.take()
}

/** What a run holds of one term, as `add` reads it from many runs in the order of their articles. */
export class PostingsCollector {
  private readonly columns = FIELD_NAMES.map(() => ({
    articles: [] as number[],
    sums: [] as number[],
    places: [] as number[],
    stopRuns: [] as number[],
  }))
  private readonly book: RunBook

  constructor(book: RunBook) {
    this.book = book
  }

  /** Reads a term's postings from a run; `base`: ordinal of the bucket's first article. */
  add(reader: ByteReader, base: number): void {
    for (const { articles, sums, places, stopRuns } of this.columns) {
      let article = base - 1
      for (let left = reader.readNumber(); left > 0; left--) {
        article += reader.readNumber() + 1
        articles.push(article)
        let place = -1
        for (let occurrences = reader.readNumber(); occurrences > 0; occurrences--) {
          place += reader.readNumber() + 1
          places.push(place)
          stopRuns.push(this.readStopRun(reader))
        }
        sums.push(places.length)
      }
    }
  }

  private readStopRun(reader: ByteReader): number {
    const number = reader.readNumber()
    return number < COMMON_RUNS.length ? number : this.book.numberOf(reader.readText())
  }

  take(): TermPostings {
    return {
      fields: this.columns.map(({ articles, sums }) => ({
        articles: Uint32Array.from(articles),
        sums: Uint32Array.from(sums),
      })),
      places: this.columns.map(({ places }) => Uint32Array.from(places)),
      stopRuns: this.columns.map(({ stopRuns }) => Uint32Array.from(stopRuns)),
    }
  }
}

/** Writes a term's record of postings, and that of its places. */
export interface TermRecords {
  writePostings(writer: BitWriter): void
  writePlaces(writer: BitWriter): void
}

/** The records of a term; `book` has its runs of stop words. */
export function toRecords(postings: TermPostings, archive: ArchiveShape, book: RunBook): TermRecords {
  return {
    writePostings: (writer) => writePostings(writer, postings.fields, archive.articleCount),
    writePlaces: (writer) => writer.writeBytes(writePlaces(postings.fields, postings, archive, book)),
  }
}

/** A shard before it is a script. */
export interface ShardPayload {
  readonly name: string
  readonly bytes: Uint8Array
}

interface MadeWordShard {
  readonly entry: WordShardEntry
  readonly payloads: readonly ShardPayload[]
}

/** Makes the word shards of a partition, and the shards of its terms' postings and places. */
export async function makeWordShards(
  partition: number,
  terms: readonly string[],
  recordsOf: (term: string) => TermRecords,
): Promise<readonly MadeWordShard[]> {
  const shards: MadeWordShard[] = []
  for (let from = 0; from < terms.length; from += WORD_SHARD_TERMS) {
    const name = `${String(partition).padStart(2, '0')}-${shards.length}`
    shards.push(await makeWordShard(name, terms.slice(from, from + WORD_SHARD_TERMS), recordsOf))
  }
  return shards
}

async function makeWordShard(
  name: string,
  terms: readonly string[],
  recordsOf: (term: string) => TermRecords,
): Promise<MadeWordShard> {
  const postings = new RecordShards(`terms/${name}`)
  const places = new RecordShards(`places/${name}`)
  for (const term of terms) {
    const records = recordsOf(term)
    postings.add((writer) => records.writePostings(writer))
    places.add((writer) => records.writePlaces(writer))
  }
  const [postingsShards, placesShards] = [postings.toPayloads(), places.toPayloads()]
  const words = {
    name: `words/${name}`,
    bytes: await writeVocabulary({ terms, postings: postings.records, places: places.records }),
  }
  const entry: WordShardEntry = {
    name,
    firstTerm: terms[0] ?? '',
    stamp: stampOf(words.bytes),
    postings: postingsShards.map(({ bytes }) => stampOf(bytes)),
    places: placesShards.map(({ bytes }) => stampOf(bytes)),
  }
  return { entry, payloads: [words, ...postingsShards, ...placesShards] }
}

/** Records put into one shard after the other. */
class RecordShards {
  private readonly name: string
  private readonly lengths: number[] = []
  private readonly breaks: number[] = []
  private readonly finished: Uint8Array[] = []
  private writer = new BitWriter()

  constructor(name: string) {
    this.name = name
  }

  add(write: (writer: BitWriter) => void): void {
    if (this.writer.byteLength >= SHARD_BYTES) {
      this.finish()
      this.breaks.push(this.lengths.length)
    }
    const start = this.writer.byteLength
    write(this.writer)
    this.lengths.push(this.writer.byteLength - start)
  }

  get records(): RecordList {
    return { lengths: Uint32Array.from(this.lengths), breaks: this.breaks }
  }

  toPayloads(): readonly ShardPayload[] {
    this.finish()
    return this.finished.map((bytes, i) => ({ name: recordShardName(this.name, i), bytes }))
  }

  private finish(): void {
    this.finished.push(this.writer.toBytes())
    this.writer = new BitWriter()
  }
}

/** The name of shard number `i` of a word shard's postings (`terms/12-0`) or places (`places/12-0`). */
export function recordShardName(name: string, i: number): string {
  return `${name}-${String(i).padStart(3, '0')}`
}

/**
 * From the runs of all buckets to the shards of one partition: words, postings and places.
 *
 * A term's records are made from all its runs at once and never looked at again, so memory stays that of one partition.
 * What a shard holds depends on its terms' postings only: an edited article changes the shards of its own words.
 */
import { BitWriter } from './bits.js'
import { readExtents, readLengths } from './extents.js'
import { FIELD_NAMES } from './fields.js'
import { toShardFile } from './shard-script.js'
import { type FieldPostings, type WordCount, writePlaces, writePostings } from './term-record.js'
import type { ShardFile } from './types.js'
import { ByteReader } from './varints.js'
import { type RecordList, writeVocabulary } from './vocabulary.js'

/** What is needed of each bucket, in the order of their numbers; see `BucketIndex`. */
export interface BucketRun {
  readonly lengths: Uint8Array
  readonly extents: Uint8Array
  /** The run of the partition to merge. */
  readonly run: Uint8Array
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

/** Merges a partition; resolves to its files and what the manifest says of them. */
export async function mergePartition(partition: number, buckets: readonly BucketRun[]): Promise<MergedPartition> {
  const archive = readArchiveShape(buckets)
  const runs = buckets.map((bucket) => bucket.run)
  const terms = findTerms(runs)
  const names = [...terms.keys()].sort((a, b) => (a < b ? -1 : 1))
  const entries: WordShardEntry[] = []
  const files: ShardFile[] = []
  for (let from = 0; from < names.length; from += WORD_SHARD_TERMS) {
    const own = names.slice(from, from + WORD_SHARD_TERMS)
    const name = `${String(partition).padStart(2, '0')}-${entries.length}`
    const shard = await makeWordShard(name, own, (term) => gather(terms.get(term) ?? [], runs, archive), archive)
    entries.push(shard.entry)
    files.push(...shard.files)
  }
  return { entries, files }
}

interface ArchiveShape {
  readonly articleCount: number
  /** Ordinal of each bucket's first article. */
  readonly bases: readonly number[]
  readonly wordCount: WordCount
}

function readArchiveShape(buckets: readonly BucketRun[]): ArchiveShape {
  const bases: number[] = []
  let articleCount = 0
  for (const bucket of buckets) {
    bases.push(articleCount)
    articleCount += readLengths(bucket.lengths).length / FIELD_NAMES.length
  }
  const words = new Uint32Array(articleCount * FIELD_NAMES.length)
  for (const [i, bucket] of buckets.entries()) {
    words.set(readExtents(bucket.extents).words, (bases[i] ?? 0) * FIELD_NAMES.length)
  }
  return { articleCount, bases, wordCount: (article, field) => words[article * FIELD_NAMES.length + field] ?? 0 }
}

/** Where a term is: pairs of a run's number and the byte at which its postings begin. */
type TermPlaces = number[]

/** The terms of all runs. */
function findTerms(runs: readonly Uint8Array[]): Map<string, TermPlaces> {
  const terms = new Map<string, TermPlaces>()
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

interface TermPostings {
  readonly fields: readonly FieldPostings[]
  readonly places: readonly Uint32Array[]
}

/** A term's postings of all buckets, field by field. */
function gather(found: TermPlaces, runs: readonly Uint8Array[], archive: ArchiveShape): TermPostings {
  const columns = FIELD_NAMES.map(() => ({ articles: [] as number[], sums: [] as number[], places: [] as number[] }))
  for (let i = 0; i < found.length; i += 2) {
    const reader = new ByteReader(runs[found[i] ?? 0] ?? new Uint8Array(), found[i + 1])
    const base = archive.bases[found[i] ?? 0] ?? 0
    for (const { articles, sums, places } of columns) {
      let article = base - 1
      for (let left = reader.readNumber(); left > 0; left--) {
        article += reader.readNumber() + 1
        articles.push(article)
        let place = -1
        for (let occurrences = reader.readNumber(); occurrences > 0; occurrences--) {
          place += reader.readNumber() + 1
          places.push(place)
        }
        sums.push(places.length)
      }
    }
  }
  return {
    fields: columns.map(({ articles, sums }) => ({
      articles: Uint32Array.from(articles),
      sums: Uint32Array.from(sums),
    })),
    places: columns.map(({ places }) => Uint32Array.from(places)),
  }
}

/** Makes a word shard and the shards of its terms' postings and places. */
async function makeWordShard(
  name: string,
  terms: readonly string[],
  postingsOf: (term: string) => TermPostings,
  archive: ArchiveShape,
) {
  const postings = new RecordShards(`terms/${name}`)
  const places = new RecordShards(`places/${name}`)
  for (const term of terms) {
    const found = postingsOf(term)
    postings.add((writer) => writePostings(writer, found.fields, archive.articleCount))
    places.add((writer) => writePlaces(writer, found.fields, found.places, archive.wordCount))
  }
  const [postingsFiles, placesFiles] = [postings.toFiles(), places.toFiles()]
  const words = toShardFile(
    `words/${name}`,
    await writeVocabulary({ terms, postings: postings.records, places: places.records }),
  )
  const entry: WordShardEntry = {
    name,
    firstTerm: terms[0] ?? '',
    stamp: words.stamp,
    postings: postingsFiles.map((file) => file.stamp),
    places: placesFiles.map((file) => file.stamp),
  }
  return { entry, files: [words, ...postingsFiles, ...placesFiles] }
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

  toFiles(): readonly ShardFile[] {
    this.finish()
    return this.finished.map((bytes, i) => toShardFile(recordShardName(this.name, i), bytes))
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

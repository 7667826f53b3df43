/**
 * The vocabulary (elsewhere called term dictionary): all terms in order, and where their postings and places are.
 *
 * A word shard (`words/12-0`) holds the terms of a range. Their postings are in `terms/12-0-000`, `-001` ..., their
 * places in `places/12-0-000` ....
 *
 *     word-shard   deflate(terms  records  records)            records of postings, then of places
 *     terms        term-count  shared*  rest-length*  rest*    shared: bytes of the term before; lengths in bytes
 *     records      byte-length*  break-count  break*           break: the index of the first record in a further shard
 *
 * Terms stay bytes, not strings, which take several times the memory: a pattern such as `*socket` reads all word
 * shards.
 */
import { MAX_TERM_LENGTH } from '../analysis/analysis.js'
import { firstNotBefore } from '../arrays/binary-search.js'
import { deflate } from '../codec/deflate.js'
import { inflate } from '../codec/inflate.js'
import { ByteReader, ByteWriter, readUtf8 } from '../codec/varints.js'

/** Records one after the other, in as many shards as they need. */
export interface RecordList {
  /** The length of each record, in bytes. */
  readonly lengths: Uint32Array
  /** The index of the first record in each shard after the first. */
  readonly breaks: readonly number[]
}

/** The terms of a word shard, encoded by `encodeTerms`, with their records. */
export interface Vocabulary {
  readonly terms: Uint8Array
  readonly postings: RecordList
  readonly places: RecordList
}

/** Writes a word shard. */
export function writeVocabulary({ terms, postings, places }: Vocabulary): Promise<Uint8Array> {
  const writer = new ByteWriter()
  writer.appendBytes(terms)
  for (const { lengths, breaks } of [postings, places]) {
    for (const length of lengths) writer.writeNumber(length)
    writer.writeNumber(breaks.length)
    for (const at of breaks) writer.writeNumber(at)
  }
  return deflate(writer.toBytes())
}

/** Encodes ascending terms. */
export function encodeTerms(terms: readonly string[]): Uint8Array {
  const writer = new ByteWriter()
  const encoded = terms.map((term) => ENCODER.encode(term))
  const shared = encoded.map((term, i) => sharedBytes(encoded[i - 1] ?? NO_BYTES, term))
  writer.writeNumber(terms.length)
  for (const count of shared) writer.writeNumber(count)
  for (const [i, term] of encoded.entries()) writer.writeNumber(term.length - (shared[i] ?? 0))
  for (const [i, term] of encoded.entries()) writer.appendBytes(term.subarray(shared[i]))
  return writer.toBytes()
}

/** A term's most bytes: a UTF-16 unit takes at most three in UTF-8. */
const MAX_TERM_BYTES = 3 * MAX_TERM_LENGTH
const ENCODER = new TextEncoder()
const NO_BYTES = new Uint8Array()

function sharedBytes(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a[shared] === b[shared]) shared += 1
  return shared
}

/** Terms in order; each becomes a string only when it is asked for. */
export class TermList {
  readonly #bytes: Uint8Array
  readonly #ends: Uint32Array

  constructor(bytes: Uint8Array, ends: Uint32Array) {
    this.#bytes = bytes
    this.#ends = ends
  }

  get count(): number {
    return this.#ends.length
  }

  at(index: number): string {
    return readUtf8(this.#bytes, this.#startOf(index), this.#ends[index] ?? 0)
  }

  /** The length of a term in bytes: its characters, or more if it is not ASCII. */
  lengthAt(index: number): number {
    return (this.#ends[index] ?? 0) - this.#startOf(index)
  }

  /** The index of the first term that is not before `key`; `count` if there is none. */
  firstFrom(key: string): number {
    return firstNotBefore(0, this.count, (index) => this.at(index) < key)
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
  }
}

/** A record's shard, and its bytes there: `start..end-1`. */
export interface RecordPlace {
  readonly shard: number
  readonly start: number
  readonly end: number
}

/** Finds the records of a word shard's terms. */
export class RecordPlaces {
  /** Running sums of the record lengths, over all shards. */
  readonly #ends: Uint32Array
  readonly #breaks: Uint32Array

  constructor(lengths: Uint32Array, breaks: Uint32Array) {
    this.#ends = lengths
    for (let i = 1; i < lengths.length; i++) lengths[i] = (lengths[i - 1] ?? 0) + (lengths[i] ?? 0)
    this.#breaks = breaks
  }

  /** The length of a record in bytes. It grows with the number of articles that use the term. */
  lengthAt(index: number): number {
    return (this.#ends[index] ?? 0) - this.#endBefore(index)
  }

  /** The shard of a record, and its bytes there. */
  find(index: number): RecordPlace {
    let shard = 0
    while (shard < this.#breaks.length && (this.#breaks[shard] ?? 0) <= index) shard += 1
    const start = this.#endBefore(index) - (shard === 0 ? 0 : this.#endBefore(this.#breaks[shard - 1] ?? 0))
    return { shard, start, end: start + this.lengthAt(index) }
  }

  #endBefore(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
  }
}

/** A word shard as it was read. */
export interface WordShard {
  readonly terms: TermList
  readonly postings: RecordPlaces
  readonly places: RecordPlaces
}

/** Reads a word shard. Throws a `RangeError` if it is damaged. */
export function readVocabulary(bytes: Uint8Array): WordShard {
  const reader = new ByteReader(inflate(bytes))
  const count = reader.readCount()
  const shared = readNumbers(reader, count)
  const ends = readNumbers(reader, count)
  for (let i = 0; i < count; i++) {
    const length = (ends[i] ?? 0) + (shared[i] ?? 0)
    if (length > MAX_TERM_BYTES) throw new RangeError(`Expected a term, found ${length} bytes`)
    ends[i] = length + (i === 0 ? 0 : (ends[i - 1] ?? 0))
  }
  const text = new Uint8Array(ends[count - 1] ?? 0)
  for (let i = 0, start = 0, last = 0; i < count; i++) {
    const prefix = start + (shared[i] ?? 0)
    const end = ends[i] ?? 0
    for (let to = start; to < prefix; to++) text[to] = text[last + to - start] ?? 0
    reader.copyBytes(text, prefix, end)
    last = start
    start = end
  }
  const [postings, places] = [readRecords(reader, count), readRecords(reader, count)]
  return { terms: new TermList(text, ends), postings, places }
}

function readNumbers(reader: ByteReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = reader.readNumber()
  return numbers
}

function readRecords(reader: ByteReader, count: number): RecordPlaces {
  const lengths = readNumbers(reader, count)
  return new RecordPlaces(lengths, readNumbers(reader, reader.readCount()))
}

/** An empty word shard, in place of one that can't be read. */
export const NO_WORDS: WordShard = {
  terms: new TermList(NO_BYTES, new Uint32Array()),
  postings: new RecordPlaces(new Uint32Array(), new Uint32Array()),
  places: new RecordPlaces(new Uint32Array(), new Uint32Array()),
}

/** The name of shard number `i` of a word shard's postings (`terms/12-0`) or places (`places/12-0`). */
export function recordShardName(name: string, i: number): string {
  return `${name}-${String(i).padStart(3, '0')}`
}

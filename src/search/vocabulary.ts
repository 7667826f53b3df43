/**
 * The words of the index: each term of a range in order, and where its postings and places are.
 *
 * A word shard (`words/12-0`) has the terms of a range; the postings of those are in `terms/12-0-000`, `-001` ..., the places
 * in `places/12-0-000` ... . Deflated columns: shared prefixes, rests, lengths of the records.
 */
import { deflate, inflate } from './deflate.js'
import { sharedPrefix } from './occurrences.js'
import { ByteReader, ByteWriter } from './varints.js'

/** A record: `length` bytes from `start` in shard number `shard` of its word shard. */
export interface RecordPlace {
  readonly shard: number
  readonly start: number
  readonly length: number
}

/** Records that lie one after the other, in as many shards as it takes. */
export interface RecordList {
  readonly lengths: Uint32Array
  /** The records with which another shard begins. */
  readonly breaks: readonly number[]
}

/** The terms of a word shard, ascending, with their records. */
export interface Vocabulary {
  readonly terms: readonly string[]
  readonly postings: RecordList
  readonly places: RecordList
}

/** The bytes of a word shard. */
export function writeVocabulary({ terms, postings, places }: Vocabulary): Promise<Uint8Array> {
  const writer = new ByteWriter()
  writer.writeNumber(terms.length)
  const shared = terms.map((term, i) => sharedPrefix(terms[i - 1] ?? '', term))
  for (const count of shared) writer.writeNumber(count)
  for (const [i, term] of terms.entries()) writer.writeText(term.slice(shared[i]))
  for (const { lengths, breaks } of [postings, places]) {
    for (const length of lengths) writer.writeNumber(length)
    writer.writeNumber(breaks.length)
    for (const at of breaks) writer.writeNumber(at)
  }
  return deflate(writer.toBytes())
}

/** Reads a word shard. */
export async function readVocabulary(bytes: Uint8Array): Promise<Vocabulary> {
  const reader = new ByteReader(await inflate(bytes))
  const count = reader.readNumber()
  const shared = readNumbers(reader, count)
  const terms: string[] = []
  for (let i = 0; i < count; i++) terms.push((terms[i - 1] ?? '').slice(0, shared[i]) + reader.readText())
  return { terms, postings: readRecords(reader, count), places: readRecords(reader, count) }
}

function readNumbers(reader: ByteReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = reader.readNumber()
  return numbers
}

function readRecords(reader: ByteReader, count: number): RecordList {
  const lengths = readNumbers(reader, count)
  return { lengths, breaks: [...readNumbers(reader, reader.readNumber())] }
}

/** Where the record of term number `at` is. */
export function placeOfRecord({ lengths, breaks }: RecordList, at: number): RecordPlace {
  let shard = 0
  while (shard < breaks.length && (breaks[shard] ?? 0) <= at) shard += 1
  let start = 0
  for (let i = breaks[shard - 1] ?? 0; i < at; i++) start += lengths[i] ?? 0
  return { shard, start, length: lengths[at] ?? 0 }
}

/** How many bytes a term's record takes: about how often the term is used. */
export function lengthOfRecord({ lengths }: RecordList, at: number): number {
  return lengths[at] ?? 0
}

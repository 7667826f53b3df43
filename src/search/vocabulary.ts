/**
 * The words of the index: each term of a range in order, and where its postings and places are.
 *
 * A word shard (`words/12-0`) has the terms of a range; the postings of those are in `terms/12-0-000`, `-001` ..., the places
 * in `places/12-0-000` ... . Deflated columns: shared prefixes, rests, lengths of the records.
 */
import { MAX_TERM_LENGTH } from './analysis.js'
import { deflate, inflate } from './deflate.js'
import { sharedPrefix } from './occurrences.js'
import { ByteReader, ByteWriter } from './varints.js'

/** Records that lie one after the other, in as many shards as it takes. */
export interface RecordList {
  /** Bytes of each record: the more, the more often its term is used. */
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
  const count = reader.readCount()
  const shared = readNumbers(reader, count)
  const terms: string[] = []
  for (let i = 0; i < count; i++) {
    const term = (terms[i - 1] ?? '').slice(0, shared[i]) + reader.readText()
    if (term.length > MAX_TERM_LENGTH) throw new RangeError(`Expected a term, found ${term.length} characters`)
    terms.push(term)
  }
  return { terms, postings: readRecords(reader, count), places: readRecords(reader, count) }
}

function readNumbers(reader: ByteReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = reader.readNumber()
  return numbers
}

function readRecords(reader: ByteReader, count: number): RecordList {
  const lengths = readNumbers(reader, count)
  return { lengths, breaks: [...readNumbers(reader, reader.readCount())] }
}

/** Where the records are: `starts[i]` is the first byte of record `i` in its shard. */
export function startsOf({ lengths, breaks }: RecordList): Uint32Array {
  const starts = new Uint32Array(lengths.length)
  const isBreak = new Set(breaks)
  for (let i = 1; i < starts.length; i++) starts[i] = isBreak.has(i) ? 0 : (starts[i - 1] ?? 0) + (lengths[i - 1] ?? 0)
  return starts
}

/** In which shard record number `at` is. */
export function shardOf({ breaks }: RecordList, at: number): number {
  let shard = 0
  while (shard < breaks.length && (breaks[shard] ?? 0) <= at) shard += 1
  return shard
}

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

/** The terms of a word shard, ascending, with the places of their records. */
export interface Vocabulary {
  readonly terms: readonly string[]
  readonly postings: readonly RecordPlace[]
  readonly places: readonly RecordPlace[]
}

/** The bytes of a word shard. Records lie one after the other, so their lengths say where they are. */
export function writeVocabulary(vocabulary: Vocabulary): Promise<Uint8Array> {
  const writer = new ByteWriter()
  writer.writeNumber(vocabulary.terms.length)
  const shared = vocabulary.terms.map((term, i) => sharedPrefix(vocabulary.terms[i - 1] ?? '', term))
  for (const count of shared) writer.writeNumber(count)
  for (const [i, term] of vocabulary.terms.entries()) writer.writeText(term.slice(shared[i]))
  for (const records of [vocabulary.postings, vocabulary.places]) {
    for (const record of records) writer.writeNumber(record.length)
    writeBreaks(writer, records)
  }
  return deflate(writer.toBytes())
}

/** Before which records a new shard begins. */
function writeBreaks(writer: ByteWriter, records: readonly RecordPlace[]): void {
  const breaks = [...records.keys()].filter((i) => i > 0 && records[i]?.shard !== records[i - 1]?.shard)
  writer.writeNumber(breaks.length)
  for (const at of breaks) writer.writeNumber(at)
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

function readRecords(reader: ByteReader, count: number): readonly RecordPlace[] {
  const lengths = readNumbers(reader, count)
  const breaks = readNumbers(reader, reader.readNumber())
  const records: RecordPlace[] = []
  let shard = 0
  let start = 0
  for (const [i, length] of lengths.entries()) {
    if (breaks[shard] === i) {
      shard += 1
      start = 0
    }
    records.push({ shard, start, length })
    start += length
  }
  return records
}

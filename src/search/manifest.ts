/**
 * The manifest: what every search begins with. It lists the shards, their stamps and the statistics of the whole index.
 *
 * Plain JSON in a script (`kbShard("manifest", BUILD_ID, "{...}")`): about 20 KB for 52,888 articles.
 */
import { CARDS_PER_SHARD, cardShardName, writeCards } from './cards.js'
import { writeColumns } from './columns.js'
import { concatenate } from './concatenate.js'
import { type DeflateAfter, deflate } from './deflate.js'
import { readLengths } from './extents.js'
import { FIELD_NAMES } from './fields.js'
import { stampOf, toShardFile, toTextShardFile } from './shard-script.js'
import type { SearchCard, ShardFile } from './types.js'
import { ByteWriter } from './varints.js'
import type { MadePartition, WordShardEntry } from './word-shards.js'

export const MANIFEST_NAME = 'manifest'
export const COLUMNS_NAME = 'columns'
/** The format of everything here; the engine refuses another one. */
const FORMAT = 4

export interface Manifest {
  readonly format: number
  readonly articleCount: number
  /** Sum of the lengths of each field; divided by the articles, Lunr's averages. */
  readonly fieldLengths: readonly number[]
  readonly words: readonly WordShardEntry[]
  readonly cards: readonly string[]
  readonly lengths: string
  readonly extents: string
  readonly columns: string
}

/** More articles than any archive has: tables of this length are still bounded. */
const MOST_ARTICLES = 10_000_000

/** Reads a manifest; throws where it is none, or of another format. */
export function parseManifest(text: string): Manifest {
  const manifest: Partial<Manifest> | null = JSON.parse(text)
  if (manifest?.format !== FORMAT) throw new RangeError(`format ${manifest?.format}, expected ${FORMAT}`)
  if (!isManifest(manifest)) throw new RangeError('not what a manifest has')
  return manifest
}

function isManifest(given: Partial<Manifest>): given is Manifest {
  const { articleCount, fieldLengths, words, cards, lengths, extents, columns } = given
  return (
    isCount(articleCount, MOST_ARTICLES) &&
    Array.isArray(fieldLengths) &&
    fieldLengths.length === FIELD_NAMES.length &&
    fieldLengths.every((length) => isCount(length, Number.MAX_SAFE_INTEGER)) &&
    areTexts([cards, [lengths, extents, columns]].flat()) &&
    Array.isArray(words) &&
    words.every((entry) => isWordShard(entry))
  )
}

function isWordShard(entry: Partial<WordShardEntry> | null): boolean {
  return areTexts([entry?.name, entry?.firstTerm, entry?.stamp, entry?.postings, entry?.places].flat())
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most
}

function areTexts(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

export interface IndexParts {
  /** All articles, ascending by number: a list, or what makes a part of it when asked. */
  readonly cards: Pick<readonly SearchCard[], 'length' | 'slice'>
  /** What the cards' files are deflated after: see `makeDictionary`. */
  readonly dictionary: Uint8Array
  readonly deflateAfter: DeflateAfter
  /** Of all buckets, in order; see `BucketIndex`. */
  readonly buckets: readonly { readonly lengths: Uint8Array; readonly extents: Uint8Array }[]
  /** What `mergePartition` said of each partition, in order. */
  readonly partitions: readonly Pick<MadePartition, 'entries'>[]
}

/** The stamp of a file that is there already and would be the same, or null. */
export type KeptStamp = (name: string) => string | null

/**
 * Makes the files that exist once, the cards and the manifest: all but what `mergePartition` makes, and but the columns and cards
 * that are kept.
 */
export async function makeIndexFiles(
  parts: IndexParts,
  keptStamp: KeptStamp = () => null,
): Promise<readonly ShardFile[]> {
  const lengths = joinLengths(parts.buckets.map((bucket) => bucket.lengths))
  const lengthsFile = toShardFile('lengths', await deflate(writeNumbers(lengths)))
  const extentsFile = toShardFile(
    'extents',
    await deflate(
      concatenate(
        Uint8Array,
        parts.buckets.map((bucket) => bucket.extents),
      ),
    ),
  )
  const made: ShardFile[] = [lengthsFile, extentsFile]
  const stampIfMade = async (name: string, write: () => Promise<Uint8Array>) => {
    const kept = keptStamp(name)
    if (kept !== null) return kept
    const file = toShardFile(name, await write())
    made.push(file)
    return file.stamp
  }
  const { length } = parts.cards
  const columns = await stampIfMade(COLUMNS_NAME, () => writeColumns(parts.cards.slice(0, length), parts.dictionary))
  const cards: string[] = []
  for (let from = 0; from < length; from += CARDS_PER_SHARD) {
    const write = async () =>
      writeCards(parts.cards.slice(from, from + CARDS_PER_SHARD), parts.dictionary, parts.deflateAfter)
    cards.push(await stampIfMade(cardShardName(cards.length), write))
  }
  const manifest: Manifest = {
    format: FORMAT,
    articleCount: length,
    fieldLengths: FIELD_NAMES.map((_, field) => sumOfField(lengths, field)),
    words: parts.partitions.flatMap((partition) => partition.entries),
    cards,
    lengths: lengthsFile.stamp,
    extents: extentsFile.stamp,
    columns,
  }
  return [toManifestFile(manifest), ...made]
}

/** The manifest's stamp is the build id: the hash of everything it lists. */
function toManifestFile(manifest: Manifest): ShardFile {
  const text = JSON.stringify(manifest)
  return toTextShardFile(MANIFEST_NAME, stampOf(new TextEncoder().encode(text)), text)
}

function joinLengths(buckets: readonly Uint8Array[]): readonly number[] {
  return buckets.flatMap((bucket) => [...readLengths(bucket)])
}

function sumOfField(lengths: readonly number[], field: number): number {
  let sum = 0
  for (let at = field; at < lengths.length; at += FIELD_NAMES.length) sum += lengths[at] ?? 0
  return sum
}

/** The lengths of all articles, in the form of a bucket's. */
function writeNumbers(lengths: readonly number[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeNumber(lengths.length / FIELD_NAMES.length)
  for (const length of lengths) writer.writeNumber(length)
  return writer.toBytes()
}

/** The files of an index that exist once: lengths, extents, columns, cards and the manifest. */
import { concatenate } from '../arrays/concatenate.js'
import { type DeflateAfter, deflate } from '../codec/deflate.js'
import { stampOf, toShardFile, toTextShardFile } from '../codec/shard-script.js'
import { ByteWriter } from '../codec/varints.js'
import { FIELD_NAMES } from '../fields.js'
import { CARDS_PER_SHARD, cardShardName, writeCards } from '../shards/cards.js'
import { writeColumns } from '../shards/columns.js'
import { joinLengths } from '../shards/extents.js'
import { COLUMNS_NAME, FORMAT, MANIFEST_NAME, type Manifest } from '../shards/manifest.js'
import type { SearchCard, ShardFile } from '../types.js'
import type { MadePartition } from './word-shards.js'

export interface IndexParts {
  /** All articles, ascending by number: a list, or an object that makes a part of it when asked. */
  readonly cards: Pick<readonly SearchCard[], 'length' | 'slice'>
  /** The dictionary that the cards are deflated with: see `makeDictionary`. */
  readonly dictionary: Uint8Array
  readonly deflateAfter: DeflateAfter
  /** The lengths and extents of all buckets, in order; see `BucketIndex`. */
  readonly buckets: readonly { readonly lengths: Uint8Array; readonly extents: Uint8Array }[]
  /** The results of `mergePartition` for all partitions, in order. */
  readonly partitions: readonly Pick<MadePartition, 'entries'>[]
}

/** The stamp of a file of the previous build that can be reused, or null. */
export type ReusedStamp = (name: string) => string | null

/**
 * Makes the files that exist once, the cards and the manifest: all files except those of `mergePartition`, and except
 * columns and cards that are reused.
 */
export async function makeIndexFiles(
  parts: IndexParts,
  reusedStamp: ReusedStamp = () => null,
): Promise<readonly ShardFile[]> {
  const lengths = joinLengths(parts.buckets)
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
    const reused = reusedStamp(name)
    if (reused !== null) return reused
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

/** Makes the manifest's file. Its stamp is the build id, a hash of everything that it lists. */
function toManifestFile(manifest: Manifest): ShardFile {
  const text = JSON.stringify(manifest)
  return toTextShardFile(MANIFEST_NAME, stampOf(new TextEncoder().encode(text)), text)
}

function sumOfField(lengths: Uint32Array, field: number): number {
  let sum = 0
  for (let at = field; at < lengths.length; at += FIELD_NAMES.length) sum += lengths[at] ?? 0
  return sum
}

/** Writes the lengths of all articles, in the format of a bucket's. */
function writeNumbers(lengths: Uint32Array): Uint8Array {
  const writer = new ByteWriter()
  writer.writeNumber(lengths.length / FIELD_NAMES.length)
  for (const length of lengths) writer.writeNumber(length)
  return writer.toBytes()
}

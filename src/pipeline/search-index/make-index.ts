/**
 * Step: makes the files of the index that cover all articles: lengths, extents, columns, cards and the manifest.
 * Columns and cards are reused if the cards in the catalog are unchanged.
 */
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Card } from '../../render/view.js'
import { makeIndexFiles } from '../../search/indexer/index-files.js'
import { CARDS_PER_SHARD, cardShardName, makeDictionary, mayBeInDictionary } from '../../search/shards/cards.js'
import { COLUMNS_NAME } from '../../search/shards/manifest.js'
import { type BuiltCatalog, toSearchCards } from '../catalog/build-catalog.js'
import { readCard } from '../catalog/catalog.js'
import { indexFile } from '../parse/bucket-cache.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import type { BuildRun } from '../run/build-run.js'
import { openBucketIndex } from '../store/bucket-index-file.js'
import { readNote, writeNote } from '../store/checked-file.js'
import { toKey } from '../store/code-keys.js'
import { FileSet } from '../store/file-set.js'
import type { Output } from '../store/output-state.js'
import { stageFile } from '../store/stage-file.js'
import type { MergedIndex } from './merge-partitions.js'

export interface IndexParts {
  readonly buckets: readonly ParsedBucket[]
  readonly catalog: BuiltCatalog
  readonly merged: MergedIndex
}

/** Makes the index; returns all its files, with those of the partitions. */
export async function makeIndex(build: BuildRun, { buckets, catalog, merged }: IndexParts): Promise<FileSet> {
  const files = new FileSet()
  for (const output of merged.outputs) files.add(output)
  const dictionary = makeDictionary([...listDictionaryCards(catalog)])
  const keys = toCardKeys(build, catalog, dictionary)
  const reused = findReused(build, keys)
  const parts = {
    cards: toSearchCards(catalog),
    dictionary,
    deflateAfter: (before: Uint8Array, bytes: Uint8Array) => deflateRawSync(bytes, { level: 9, dictionary: before }),
    buckets: buckets.map(({ bucket }) => openBucketIndex(indexFile(build.space.buckets, bucket))),
    partitions: [...merged.entries].sort(([a], [b]) => a - b).map(([, entries]) => ({ entries })),
  }
  const made = await makeIndexFiles(parts, (name) => reused.get(name)?.stamp ?? null)
  const stage = { stage: build.space.stage, out: build.space.out }
  const toName = (name: string) => ({ path: toPath(name), key: keys.get(name) ?? 'once' })
  files.addStaged(made.map(({ name, bytes }) => stageFile(stage, toName(name), bytes)))
  for (const { output } of reused.values()) files.add(output)
  const stamps = new Map([...reused.values(), ...made].map(({ name, stamp }) => [name, stamp]))
  writeStamps(
    build,
    [...keys].map(([name, key]) => [name, { key, stamp: stamps.get(name) ?? '' }]),
  )
  return files
}

function toPath(name: string): string {
  return `site/search/${name}.js`
}

function* listDictionaryCards({ share }: BuiltCatalog): Generator<Card> {
  for (const [ordinal, number] of share.numbers.entries()) if (mayBeInDictionary(number)) yield readCard(share, ordinal)
}

/** Name of a file of columns or cards -> its key: a hash of the cards in it. */
function toCardKeys(
  { codeKeys }: BuildRun,
  { share, issueTypes }: BuiltCatalog,
  dictionary: Uint8Array,
): ReadonlyMap<string, string> {
  const { bytes, starts } = share.cards
  const after = hash('sha256', dictionary, 'hex')
  const keys = new Map<string, string>()
  for (let from = 0; from < issueTypes.length; from += CARDS_PER_SHARD) {
    const end = starts[Math.min(issueTypes.length, from + CARDS_PER_SHARD)]
    const cards = hash('sha256', bytes.subarray(starts[from], end), 'hex')
    keys.set(cardShardName(keys.size), toKey([codeKeys.build, after, cards]))
  }
  const all = [hash('sha256', share.numbers, 'hex'), JSON.stringify(issueTypes), ...keys.values()]
  return keys.set(COLUMNS_NAME, toKey([codeKeys.build, ...all]))
}

/** The key of a file, and the stamp that the manifest needs. */
interface Stamped {
  readonly key: string
  readonly stamp: string
}

/** Name -> the file of the previous build, for files whose key is unchanged. */
function findReused({ space, previous }: BuildRun, keys: ReadonlyMap<string, string>) {
  const reused = new Map<string, { readonly name: string; readonly stamp: string; readonly output: Output }>()
  for (const [name, { key, stamp }] of readStamps(stampsFile(space.partitions))) {
    const output = keys.get(name) === key ? previous.find(toPath(name), key) : null
    if (output !== null) reused.set(name, { name, stamp, output })
  }
  return reused
}

function stampsFile(folder: string): string {
  return join(folder, 'stamps.json')
}

function readStamps(file: string): readonly (readonly [string, Stamped])[] {
  return readNote<readonly (readonly [string, Stamped])[]>(file) ?? []
}

function writeStamps({ space }: BuildRun, stamps: readonly (readonly [string, Stamped])[]): void {
  writeNote(stampsFile(space.partitions), stamps)
}

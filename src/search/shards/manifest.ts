/**
 * The manifest: all shards, their stamps, and the statistics of the whole index. Every search loads it first.
 *
 * It is plain JSON in a script: `kbShard("manifest", BUILD_ID, "{...}")`.
 */

import { FIELD_NAMES } from '../fields.js'

export const MANIFEST_NAME = 'manifest'
export const COLUMNS_NAME = 'columns'
/** The version of the index's formats. The engine refuses any other. */
export const FORMAT = 7

/** A word shard in the manifest: its first term, its stamp, and the stamps of its shards of postings and of places. */
export interface WordShardEntry {
  readonly name: string
  readonly firstTerm: string
  readonly stamp: string
  readonly postings: readonly string[]
  readonly places: readonly string[]
}

export interface Manifest {
  readonly format: number
  readonly articleCount: number
  /** The sum of the lengths of each field. Divided by the number of articles, it is Lunr's average length. */
  readonly fieldLengths: readonly number[]
  readonly words: readonly WordShardEntry[]
  readonly cards: readonly string[]
  readonly lengths: string
  readonly extents: string
  readonly columns: string
}

/** The most articles that a manifest may claim, so that tables of this length stay bounded. */
const MOST_ARTICLES = 10_000_000

/** Reads a manifest. Throws if it is none, or has another format. */
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

/**
 * The manifest: what every search begins with. It lists the shards, their stamps and the statistics of the whole index.
 *
 * Plain JSON in a script (`kbShard("manifest", BUILD_ID, "{...}")`): about 20 KB for 52,888 articles.
 */

import { FIELD_NAMES } from '../fields.js'

export const MANIFEST_NAME = 'manifest'
export const COLUMNS_NAME = 'columns'
/** The format of everything here; the engine refuses another one. */
export const FORMAT = 7

/** A word shard as the manifest lists it: its first term, and the stamps of it and its postings and places. */
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

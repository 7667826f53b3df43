/**
 * The cached files of each parsed bucket: `214.digests`, `214.index`, and the note `214.json` with the key of both.
 *
 * The bucket's articles themselves are in `data/214.ndjson`. The note is written last, so a bucket whose note has the
 * right key is complete.
 */
import { hash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PlannedBucket } from '../run/plan.js'
import { readNote, writeNote } from '../store/checked-file.js'
import { toKey } from '../store/code-keys.js'
import type { Digest } from './digest.js'

export interface BucketNote {
  readonly key: string
  readonly articles: number
  readonly problems: number
  /** The distinct products of its articles; codes are learnt from those of all buckets. */
  readonly products: readonly Digest['product'][]
  /** Hashes of the parts of its index: of the extents, and of the bucket run of each partition. */
  readonly extents: string
  readonly runs: readonly string[]
}

/** A hash of everything that a bucket's articles are made from: texts, encoding and code. */
export function bucketKey({ bucket, articles }: PlannedBucket, parseKey: string, encoding: string | null): string {
  const texts = articles.flatMap(({ record: { form, dump, name, sha256, copies, moreCopies } }) => [
    ...[form, dump, name, sha256],
    JSON.stringify([copies, moreCopies]),
  ])
  return toKey([parseKey, encoding ?? '', bucket, ...texts])
}

export function digestsFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.digests`)
}

export function indexFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.index`)
}

/** The hash of a part of a bucket's index, as written in the note. */
export function hashPart(part: Uint8Array): string {
  return hash('sha256', part, 'hex').slice(0, PART_HASH_DIGITS)
}

const PART_HASH_DIGITS = 16

/**
 * Reads the note of a bucket; null if it is missing or damaged, has another key, or a file of the bucket is missing.
 */
export function readBucketNote(folder: string, bucket: string, key: string): BucketNote | null {
  const note = readNote<BucketNote>(noteFile(folder, bucket))
  const isWhole = existsSync(digestsFile(folder, bucket)) && existsSync(indexFile(folder, bucket))
  return note?.key === key && isWhole ? note : null
}

/** Removes the note of a bucket. Call this before its files are written. */
export function forgetBucket(folder: string, bucket: string): void {
  rmSync(noteFile(folder, bucket), { force: true })
}

/** Writes the note of a bucket. Call this after its files are written. */
export function writeBucketNote(folder: string, bucket: string, note: BucketNote): void {
  writeNote(noteFile(folder, bucket), note)
}

function noteFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.json`)
}

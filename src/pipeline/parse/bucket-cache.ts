/**
 * What is kept of each parsed bucket: its data (in `data/`), digests and index part (here), and a note that says what they
 * were made from. The note is written last, so a bucket with the right note is whole.
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
  /** The distinct products of its articles, from which codes are learnt for all buckets. */
  readonly products: readonly Digest['product'][]
  /** Hashes of its index: of the extents, and of the run of each partition. */
  readonly extents: string
  readonly runs: readonly string[]
}

/** A hash of all that a bucket's articles are made from. */
export function bucketKey({ bucket, articles }: PlannedBucket, parseKey: string, encoding: string | null): string {
  const texts = articles.flatMap(({ record }) => [record.form, record.name, record.sha256])
  return toKey([parseKey, encoding ?? '', bucket, ...texts])
}

export function digestsFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.digests`)
}

export function indexFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.index`)
}

/** A hash of a part of a bucket's index, as its note has it. */
export function hashPart(part: Uint8Array): string {
  return hash('sha256', part, 'hex').slice(0, PART_HASH_DIGITS)
}

const PART_HASH_DIGITS = 16

/** The note of a bucket, or null where there is none with this key. */
export function readBucketNote(folder: string, bucket: string, key: string): BucketNote | null {
  const note = readNote<BucketNote>(noteFile(folder, bucket))
  const isWhole = existsSync(digestsFile(folder, bucket)) && existsSync(indexFile(folder, bucket))
  return note?.key === key && isWhole ? note : null
}

/** To be called before the bucket's files are written anew. */
export function forgetBucket(folder: string, bucket: string): void {
  rmSync(noteFile(folder, bucket), { force: true })
}

export function writeBucketNote(folder: string, bucket: string, note: BucketNote): void {
  writeNote(noteFile(folder, bucket), note)
}

function noteFile(folder: string, bucket: string): string {
  return join(folder, `${bucket}.json`)
}

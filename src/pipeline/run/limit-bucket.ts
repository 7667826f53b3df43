/**
 * Limits the size of a bucket. Its data, its index, a page of original texts and an article with its revisions are each
 * made in memory, some as one string. Every text is within the limit of an article, but a hundred large ones may be too
 * much.
 */
import type { SourceRecord } from '../store/source-record.js'

interface Texts {
  readonly record: SourceRecord
  readonly revisions: readonly SourceRecord[]
}

/** The texts of a bucket, divided by `limitBucket`. */
export interface LimitedTexts<Article> {
  readonly articles: readonly Article[]
  /** The texts that are left out. */
  readonly left: readonly SourceRecord[]
}

/** Leaves out the largest texts of a bucket until it has at most `mostBytes`: revisions first, then articles. */
export function limitBucket<Article extends Texts>(all: readonly Article[], mostBytes: number): LimitedTexts<Article> {
  const records = all.map(({ record }) => record)
  const revisions = all.flatMap((article) => article.revisions)
  if (sumOf(records) + sumOf(revisions) <= mostBytes) return { articles: all, left: [] }
  const taken = new Set<SourceRecord>()
  let bytes = 0
  for (const texts of [records, revisions])
    for (const text of [...texts].sort(bySize)) {
      if (bytes + text.place.length > mostBytes) break
      bytes += text.place.length
      taken.add(text)
    }
  const articles = all.flatMap((article) =>
    taken.has(article.record) ? { ...article, revisions: article.revisions.filter((text) => taken.has(text)) } : [],
  )
  return { articles, left: [...records, ...revisions].filter((record) => !taken.has(record)) }
}

function sumOf(records: readonly SourceRecord[]): number {
  return records.reduce((sum, { place }) => sum + place.length, 0)
}

/** Sorts by size, then by hash, so that the result does not depend on the order of the sources. */
function bySize(a: SourceRecord, b: SourceRecord): number {
  return a.place.length - b.place.length || (a.sha256 < b.sha256 ? -1 : 1)
}

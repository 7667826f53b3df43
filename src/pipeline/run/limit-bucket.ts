/**
 * Bounds what is made of one bucket at a time: its data, its part of the index, a page of original texts, an article with its
 * revisions. Each text is within the limit for one article; a hundred of them together may not fit into memory, or into one string.
 */
import type { SourceRecord } from '../store/source-record.js'

interface Texts {
  readonly record: SourceRecord
  readonly revisions: readonly SourceRecord[]
}

export interface LimitedTexts<Article> {
  readonly articles: readonly Article[]
  /** Texts that are left out. */
  readonly left: readonly SourceRecord[]
}

/** Leaves out the largest texts of a bucket where all together are more than `mostBytes`: revisions first, then articles. */
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

/** By size; texts of one size by their hash, so that the order of the sources decides nothing. */
function bySize(a: SourceRecord, b: SourceRecord): number {
  return a.place.length - b.place.length || (a.sha256 < b.sha256 ? -1 : 1)
}

/**
 * Decides what is built: which text of each id is the article and which are older ones, and which articles make a bucket.
 *
 * Pure; the result does not depend on the order of the records. Knows nothing of what is cached.
 */
import type { Limits } from '../../dump/limits.js'
import { bucketOf } from '../../render/paths.js'
import type { SourceRecord } from '../store/source-record.js'
import { limitBucket } from './limit-bucket.js'

/** An article and the other texts of the same id that the dumps have, newest first. */
export interface PlannedArticle {
  readonly number: number
  readonly record: SourceRecord
  readonly revisions: readonly SourceRecord[]
}

/** The articles whose numbers begin alike, ascending. At most about 540 of them in the real corpus. */
export interface PlannedBucket {
  readonly bucket: string
  readonly articles: readonly PlannedArticle[]
}

export interface Plan {
  /** Ascending. */
  readonly buckets: readonly PlannedBucket[]
  readonly articleCount: number
  /** Ids whose raw text was taken, although a Markdown page of it is there, too. */
  readonly inBothForms: readonly number[]
  /** Ids with other texts than the one taken. */
  readonly revised: readonly number[]
  /** Files that hold the very bytes of another file. */
  readonly copies: number
  /** Texts for which their bucket has no room, see `limit-bucket.ts`. */
  readonly left: readonly SourceRecord[]
}

/** Plans the build of all articles that the scan has found; each bucket's texts have at most `maxBucketBytes`. */
export function planBuild(records: readonly SourceRecord[], { maxBucketBytes, maxArticleBytes }: Limits): Plan {
  const found = chooseArticles(records)
  const mostBytes = Math.max(maxBucketBytes, maxArticleBytes)
  const limited = found.buckets.map(({ bucket, articles }) => ({ bucket, ...limitBucket(articles, mostBytes) }))
  const left = limited.flatMap((bucket) => bucket.left)
  const buckets = limited.flatMap(({ bucket, articles }) => (articles.length > 0 ? { bucket, articles } : []))
  const articleCount = buckets.reduce((sum, { articles }) => sum + articles.length, 0)
  return { ...found, buckets, articleCount, left }
}

function chooseArticles(records: readonly SourceRecord[]): Omit<Plan, 'articleCount' | 'left'> {
  const sorted = [...records].sort(compareRecords)
  const buckets: { readonly bucket: string; readonly articles: PlannedArticle[] }[] = []
  const inBothForms: number[] = []
  const revised: number[] = []
  let copies = 0
  for (const same of groupBy(sorted, (record) => record.number)) {
    const texts = [...groupBy(same, (record) => record.sha256)].map((group) => group[0]).filter(isDefined)
    copies += same.length - texts.length
    const article = chooseArticle(texts)
    if (article === null) continue
    if (texts.some(isMarkdown) && !isMarkdown(article.record)) inBothForms.push(article.number)
    if (article.revisions.length > 0) revised.push(article.number)
    const bucket = bucketOf(article.number)
    const last = buckets.at(-1)
    if (last?.bucket === bucket) last.articles.push(article)
    else buckets.push({ bucket, articles: [article] })
  }
  return { buckets, inBothForms, revised, copies }
}

/**
 * Which of the different texts of an id is the article: a raw one before a Markdown page, which lost something on the way;
 * then the newest. The Markdown page of the same date is the same text in another form; all others are revisions.
 */
function chooseArticle(texts: readonly SourceRecord[]): PlannedArticle | null {
  const [record, ...others] = [...texts].sort(compareForChoice)
  if (record === undefined) return null
  const revisions = others.filter(
    (other) => isMarkdown(record) || !isMarkdown(other) || other.modified !== record.modified,
  )
  return { number: record.number, record, revisions }
}

function isMarkdown(record: SourceRecord): boolean {
  return record.form === 'md' || record.form === 'md-cd'
}

function compareForChoice(a: SourceRecord, b: SourceRecord): number {
  const byForm = Number(isMarkdown(a)) - Number(isMarkdown(b))
  return byForm || compareText(b.modified ?? '', a.modified ?? '') || compareText(a.sha256, b.sha256)
}

/** By number; of equal texts the one with the first name comes first. */
function compareRecords(a: SourceRecord, b: SourceRecord): number {
  return a.number - b.number || compareText(a.sha256, b.sha256) || compareText(a.name, b.name)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Neighbours with the same key, as groups. */
function* groupBy<T>(sorted: readonly T[], keyOf: (entry: T) => unknown): Generator<T[]> {
  let group: T[] = []
  for (const entry of sorted) {
    const [first] = group
    if (first !== undefined && keyOf(first) !== keyOf(entry)) {
      yield group
      group = []
    }
    group.push(entry)
  }
  if (group.length > 0) yield group
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined
}

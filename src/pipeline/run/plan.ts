/**
 * Plans a build: for each id, which text is the article and which are revisions; then the articles of each bucket.
 *
 * The plan does not depend on the order of the records, nor on the cache.
 */
import type { Limits } from '../../dump/limits.js'
import { bucketOf } from '../../render/paths.js'
import type { SourceRecord } from '../store/source-record.js'
import { limitBucket } from './limit-bucket.js'

/** An article, and the other texts of the same id in the dumps, newest first. */
export interface PlannedArticle {
  readonly number: number
  readonly record: SourceRecord
  readonly revisions: readonly SourceRecord[]
}

/** The articles of a bucket, ascending by number. */
export interface PlannedBucket {
  readonly bucket: string
  readonly articles: readonly PlannedArticle[]
}

export interface Plan {
  /** Ascending. */
  readonly buckets: readonly PlannedBucket[]
  readonly articleCount: number
  /** Numbers of articles whose raw text was taken, although there is a Markdown page as well. */
  readonly inBothForms: readonly number[]
  /** Numbers of articles with revisions. */
  readonly revised: readonly number[]
  /** Number of texts that have the same bytes as another text of the same id. */
  readonly copies: number
  /** Texts that are left out because their bucket is full; see `limit-bucket.ts`. */
  readonly left: readonly SourceRecord[]
}

/**
 * Plans the build of all articles that the scan has found.
 *
 * The texts of a bucket have at most `maxBucketBytes`, or `maxArticleBytes` if that is more.
 */
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
 * Chooses the article among the different texts of an id: raw texts before Markdown pages, which have lost something;
 * then the newest. Other texts are revisions, except a Markdown page of the same date: it is the same text in another
 * form.
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

/** Sorts by number, then by hash; equal texts by name. */
function compareRecords(a: SourceRecord, b: SourceRecord): number {
  return a.number - b.number || compareText(a.sha256, b.sha256) || compareText(a.name, b.name)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Groups neighbours with the same key. */
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

/**
 * Plans a build: for each id, which text is the article and which are revisions; then the articles of each bucket.
 * `choose-texts.ts` chooses among the texts of an id.
 *
 * The plan does not depend on the order of the records, nor on the cache.
 */
import type { Limits } from '../../dump/limits.js'
import { bucketOf } from '../../render/paths.js'
import type { SourceRecord } from '../store/source-record.js'
import { chooseTexts, type PlannedText } from './choose-texts.js'
import { limitBucket } from './limit-bucket.js'

/** An article, and the other texts of the same id in the dumps, newest first. */
export interface PlannedArticle {
  readonly number: number
  readonly record: PlannedText
  readonly revisions: readonly PlannedText[]
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
  /** Numbers of articles built from a plain text, although there is a Markdown page as well. */
  readonly inBothForms: readonly number[]
  /** Numbers of articles with revisions. */
  readonly revised: readonly number[]
  /** Number of texts that have the same bytes as another text of the same id. */
  readonly copies: number
  /** Number of texts that have the words of another text of the same id, in another layout or form. */
  readonly nearCopies: number
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
  const sorted = [...records].sort((a, b) => a.number - b.number)
  const buckets: { readonly bucket: string; readonly articles: PlannedArticle[] }[] = []
  const inBothForms: number[] = []
  const revised: number[] = []
  let [copies, nearCopies] = [0, 0]
  for (const same of groupBy(sorted, (record) => record.number)) {
    const [record, ...revisions] = chooseTexts(same)
    if (record === undefined) continue
    const { number } = record
    const different = new Set(same.map(({ sha256 }) => sha256)).size
    copies += same.length - different
    nearCopies += different - revisions.length - 1
    if (!isMarkdown(record) && !isHtml(record) && same.some(isMarkdown)) inBothForms.push(number)
    if (revisions.length > 0) revised.push(number)
    const bucket = bucketOf(number)
    const last = buckets.at(-1)
    const article = { number, record, revisions }
    if (last?.bucket === bucket) last.articles.push(article)
    else buckets.push({ bucket, articles: [article] })
  }
  return { buckets, inBothForms, revised, copies, nearCopies }
}

function isMarkdown(record: SourceRecord): boolean {
  return record.form === 'md' || record.form === 'md-cd'
}

function isHtml(record: SourceRecord): boolean {
  return record.form === 'html' || record.form === 'html-pre'
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

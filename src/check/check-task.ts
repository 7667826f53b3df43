/** The worker task of `kb check`: checks some files, the articles of a bucket, or some shards. Writes nothing. */
import { readFileSync } from 'node:fs'
import { KbError } from '../kb-error.js'
import { hashContent } from '../site/file-hashes.js'
import { readSiteFile } from '../site/site-reader.js'
import { type CheckedLine, checkArticle, checkLine, checkOriginal, originalsPageOf, pageOf } from './check-article.js'
import { checkPage, checkStyleSheet, type FragmentLink } from './check-links.js'
import { readOriginals, type ShownOriginal } from './check-page-text.js'
import { checkShard, type ExpectedShard } from './check-shards.js'
import { type SampledArticle, sampleArticles } from './compare-index.js'
import type { Finding } from './finding.js'
import { type OpenedSite, openSite } from './open-site.js'

/** The file with the articles of a bucket: beside the site, or published in it. */
export type BucketFile =
  | { readonly type: 'beside'; readonly path: string }
  | { readonly type: 'published'; readonly path: string }

/** The things that one task checks. */
export type CheckTask =
  | { readonly type: 'files'; readonly paths: readonly string[] }
  | { readonly type: 'articles'; readonly bucket: BucketFile }
  | { readonly type: 'shards'; readonly shards: readonly ExpectedShard[] }

/** A task, and the site to check: a folder or a ZIP. */
export interface CheckInput {
  readonly target: string
  readonly task: CheckTask
}

/** The result of a task: findings, counts, and links and articles to compare with other files later. */
export interface CheckReport {
  readonly findings: readonly Finding[]
  readonly fragments: readonly FragmentLink[]
  /** Paths of the pages of all articles in the data. */
  readonly articlePages: readonly string[]
  /** Articles with which the search index will be compared. */
  readonly sample: readonly SampledArticle[]
  readonly pages: number
  readonly links: number
  readonly articles: number
  readonly shards: number
}

const NOTHING: CheckReport = {
  findings: [],
  fragments: [],
  articlePages: [],
  sample: [],
  pages: 0,
  links: 0,
  articles: 0,
  shards: 0,
}

/** Opened sites by target, so that each thread opens a site only once. */
const siteCache = new Map<string, Promise<OpenedSite>>()

/** Performs a task. */
export async function performCheck({ target, task }: CheckInput): Promise<CheckReport> {
  const opening = siteCache.get(target) ?? openSite(target)
  siteCache.set(target, opening)
  const site = await opening
  switch (task.type) {
    case 'files':
      return joinReports(task.paths.map((path) => checkFile(path, site)))
    case 'articles':
      return checkBucket(task.bucket, site)
    case 'shards':
      return joinReports(task.shards.map((shard) => ({ ...NOTHING, findings: readShard(shard, site), shards: 1 })))
    default:
      return task satisfies never
  }
}

/** Joins reports, in order. */
export function joinReports(reports: readonly CheckReport[]): CheckReport {
  const sum = (count: (report: CheckReport) => number) => reports.reduce((total, report) => total + count(report), 0)
  return {
    findings: reports.flatMap((report) => report.findings),
    fragments: reports.flatMap((report) => report.fragments),
    articlePages: reports.flatMap((report) => report.articlePages),
    sample: reports.flatMap((report) => report.sample),
    pages: sum((report) => report.pages),
    links: sum((report) => report.links),
    articles: sum((report) => report.articles),
    shards: sum((report) => report.shards),
  }
}

function checkFile(path: string, site: OpenedSite): CheckReport {
  if (site.manifest === null && !isPage(path) && !path.endsWith('.css')) return NOTHING
  const bytes = readOrFind(path, site)
  if (!Buffer.isBuffer(bytes)) return { ...NOTHING, findings: bytes }
  const findings = checkHash(path, bytes, site.manifest)
  if (path.endsWith('.css'))
    return { ...NOTHING, findings: [...findings, ...checkStyleSheet(path, bytes.toString(), site.files)] }
  if (!isPage(path)) return { ...NOTHING, findings }
  const page = checkPage(path, bytes.toString(), site.files)
  return { ...NOTHING, ...page, findings: [...findings, ...page.findings], pages: 1 }
}

/** Reports whether a file is a document that may have links. */
function isPage(path: string): boolean {
  return path.endsWith('.html') || path.endsWith('.svg')
}

function checkHash(path: string, bytes: Buffer, manifest: OpenedSite['manifest']): readonly Finding[] {
  const expected = manifest?.get(path)
  if (expected === undefined) return []
  const hash = hashContent(bytes)
  return hash === expected ? [] : [{ code: 'hash-differs', file: path, found: hash }]
}

function checkBucket(bucket: BucketFile, site: OpenedSite): CheckReport {
  const bytes = bucket.type === 'beside' ? readFileSync(bucket.path) : readOrFind(bucket.path, site)
  if (!Buffer.isBuffer(bytes)) return { ...NOTHING, findings: bytes }
  const lines = bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
  const readOnce = createOriginalsReader(site)
  const checked = lines.map((line) => checkLine(bucket.path, line))
  const articles = checked.flatMap(({ article }) => article ?? [])
  const reports = checked.map((line) => checkArticleLine(bucket.path, line, { site, readOriginalsOf: readOnce }))
  return { ...joinReports(reports), sample: sampleArticles(articles) }
}

interface BucketContext {
  readonly site: OpenedSite
  readonly readOriginalsOf: OriginalsReader
}

/** Reads the texts of a page of originals; `null` if there is no such page, as in a site without originals. */
type OriginalsReader = (path: string) => ReadonlyMap<string, ShownOriginal> | null

/** Remembers the last page, because articles come in order. */
function createOriginalsReader(site: OpenedSite): OriginalsReader {
  let last = ''
  let texts: ReadonlyMap<string, ShownOriginal> | null = null
  return (path) => {
    if (path === last) return texts
    const page = site.files.has(path) ? readOrFind(path, site) : null
    last = path
    texts = page === null ? null : Buffer.isBuffer(page) ? readOriginals(page.toString()) : new Map()
    return texts
  }
}

function checkArticleLine(
  file: string,
  { article, findings }: CheckedLine,
  { site, readOriginalsOf }: BucketContext,
): CheckReport {
  if (article === null) return { ...NOTHING, findings }
  const path = pageOf(article)
  const report = { ...NOTHING, articles: 1, articlePages: [path] }
  if (!site.files.has(path)) return { ...report, findings: [{ code: 'article-page-missing', file, found: path }] }
  const page = readOrFind(path, site)
  const originals = readOriginalsOf(originalsPageOf(article))
  return {
    ...report,
    findings: [
      ...(Buffer.isBuffer(page) ? checkArticle(article, page.toString()) : []),
      ...(originals === null ? [] : checkOriginal(article, originals.get(article.id))),
    ],
  }
}

function readShard(shard: ExpectedShard, site: OpenedSite): readonly Finding[] {
  const bytes = readOrFind(shard.path, site)
  return Buffer.isBuffer(bytes) ? checkShard(shard, bytes) : bytes
}

/** Reads a file; returns findings if it cannot be read. */
function readOrFind(path: string, site: OpenedSite): Buffer | readonly Finding[] {
  try {
    return readSiteFile(site.source, path)
  } catch (error) {
    if (!(error instanceof KbError)) throw error
    return [{ code: 'file-unreadable', file: path, found: error.message }]
  }
}

/**
 * Checks a built site, in its folder or packed, without changing it: plans tasks, runs them in threads, and adds the
 * checks that need the results of all pages.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { KbError } from '../kb-error.js'
import type { Manifest } from '../search/shards/manifest.js'
import { findDataFolder, listBucketFiles } from '../site/read-articles.js'
import { readSiteFile, type SiteSource } from '../site/site-reader.js'
import { createPool, type Pool } from '../workers/pool.js'
import { checkHost, type Host } from './check-host.js'
import { type FragmentLink, listIds } from './check-links.js'
import { compareShards, listShards, MANIFEST_PATH, readManifest } from './check-shards.js'
import { type BucketFile, type CheckReport, type CheckTask, joinReports } from './check-task.js'
import { compareIndex, type SampledArticle } from './compare-index.js'
import type { Finding } from './finding.js'
import { addPrints, createPrints } from './index-print.js'
import { type OpenedSite, openSite } from './open-site.js'
import { openIndex, type ReadIndexOutput } from './read-index.js'
import { CHECK_TASKS, type CheckTasks } from './tasks.js'

/** The result of a check: how many things were checked, and the findings. */
export interface SiteReport {
  readonly files: number
  readonly pages: number
  readonly links: number
  readonly articles: number
  readonly shards: number
  readonly findings: readonly Finding[]
}

/** Files of one task. */
const runLength = 200

/**
 * The input of a check. `host`: also check its limits; null: don't. `report` receives the number of tasks that are
 * done.
 */
export interface CheckSite {
  /** A folder or a ZIP. */
  readonly target: string
  readonly host: Host | null
  readonly report: (done: number, total: number) => void
}

/** Checks a finished site. Rejects with a `KbError` if `target` is not one. */
export async function checkSite({ target, host, report }: CheckSite): Promise<SiteReport> {
  const site = await openSite(target)
  const { source, files } = site
  const index = planIndex(site)
  const checks = [...cutRuns([...files]), ...planArticles(site), ...index.tasks]
  const pool = createPool({
    size: availableParallelism(),
    tasks: CHECK_TASKS,
    entry: new URL('./worker.entry.js', import.meta.url),
  })
  try {
    const { sample, ...whole } = joinReports(await runChecks(pool, { target, checks, report }))
    const findings = [
      ...site.findings,
      ...whole.findings,
      ...findMissingIds(source, whole.fragments),
      ...findUnknownPages(files, whole.articlePages),
      ...index.findings,
      ...(host === null ? [] : checkHost(site, host)),
    ]
    // The content of a damaged index is not compared: its files already have findings.
    const isReadable = !findings.some(({ file }) => file.startsWith(INDEX_FOLDER))
    if (index.manifest !== null && isReadable && sample.length > 0)
      for (const finding of await checkIndex(pool, { target, source, manifest: index.manifest, sample }))
        findings.push(finding)
    return { ...whole, files: site.stored.size, findings }
  } finally {
    await pool.close()
  }
}

const INDEX_FOLDER = 'search/'

interface PlannedChecks extends Pick<CheckSite, 'target' | 'report'> {
  readonly checks: readonly CheckTask[]
}

/** Runs the tasks in threads; returns their reports in the order of the tasks. */
async function runChecks(
  pool: Pool<CheckTasks>,
  { target, checks, report }: PlannedChecks,
): Promise<readonly CheckReport[]> {
  const tasks = checks.map((task, index) => ({
    name: 'check' as const,
    label: `check ${index}`,
    input: { target, task },
  }))
  const reports = new Map<CheckTask, CheckReport>()
  await pool.runAll(tasks, (output, { input }) => {
    reports.set(input.task, output)
    report(reports.size, tasks.length)
  })
  return checks.flatMap((task) => reports.get(task) ?? [])
}

interface IndexCheck extends Pick<CheckSite, 'target'> {
  readonly source: SiteSource
  readonly manifest: Manifest
  readonly sample: readonly SampledArticle[]
}

/**
 * Compares the index with the sample. A read error becomes a finding: a file with the right stamp may be unreadable.
 */
async function checkIndex(
  pool: Pool<CheckTasks>,
  { target, source, manifest, sample }: IndexCheck,
): Promise<readonly Finding[]> {
  try {
    const read = await readIndex(pool, target, manifest)
    if (read.type === 'read') return await compareIndex(openIndex(source), read.prints, sample)
    return [{ code: 'shard-unreadable', file: MANIFEST_PATH, found: read.reason }]
  } catch (error) {
    if (!(error instanceof Error) || error instanceof KbError) throw error
    return [{ code: 'shard-unreadable', file: MANIFEST_PATH, found: error.message }]
  }
}

/** Reads the whole index; the word shards are divided among the threads. */
async function readIndex(
  pool: Pool<CheckTasks>,
  target: string,
  { articleCount, words }: Manifest,
): Promise<ReadIndexOutput> {
  const prints = createPrints(articleCount)
  const unreadable: ReadIndexOutput[] = []
  const numbers = [...words.keys()]
  const parts = Math.max(1, pool.size)
  const tasks = Array.from({ length: parts }, (_, part) => ({
    name: 'read-index' as const,
    label: `part ${part} of the index`,
    input: { target, wordShards: numbers.filter((number) => number % parts === part) },
  }))
  await pool.runAll(tasks, (part) => {
    if (part.type === 'read') addPrints(prints, part.prints)
    else unreadable.push(part)
  })
  return unreadable[0] ?? { type: 'read', prints }
}

function* cutRuns(paths: readonly string[]): Generator<CheckTask> {
  for (let at = 0; at < paths.length; at += runLength) yield { type: 'files', paths: paths.slice(at, at + runLength) }
}

/** One task per bucket. Takes the data in the site if it is published there, else the data beside the site. */
function planArticles({ source, files }: OpenedSite): readonly CheckTask[] {
  const published = [...files].filter((path) => PUBLISHED_BUCKET.test(path))
  const buckets: readonly BucketFile[] =
    published.length > 0 ? published.map((path) => ({ type: 'published', path })) : listBesideBuckets(source)
  return buckets.map((bucket) => ({ type: 'articles', bucket }))
}

/** `data/214.ndjson` */
const PUBLISHED_BUCKET = /^data\/[0-9]{3,4}\.ndjson$/

function listBesideBuckets(source: SiteSource): readonly BucketFile[] {
  if (source.type !== 'folder') return []
  const data = findDataFolder(source.directory)
  return existsSync(data) ? listBucketFiles(data).map((path) => ({ type: 'beside', path })) : []
}

/** Plans the checks of the search index by its manifest; none for a site without an index. */
function planIndex({ source, files, marker }: OpenedSite): {
  readonly manifest: Manifest | null
  readonly tasks: readonly CheckTask[]
  readonly findings: readonly Finding[]
} {
  if (!files.has(MANIFEST_PATH)) return { manifest: null, tasks: [], findings: [] }
  const manifest = readManifest(readSiteFile(source, MANIFEST_PATH))
  if (manifest === null)
    return { manifest, tasks: [], findings: [{ code: 'shard-unreadable', file: MANIFEST_PATH, found: 'no manifest' }] }
  const shards = listShards(manifest)
  const found = `${manifest.articleCount} of ${marker.articles}`
  return {
    manifest,
    tasks: [{ type: 'shards', shards: shards.filter((shard) => files.has(shard.path)) }],
    findings: [
      ...compareShards(files, shards),
      ...(manifest.articleCount === marker.articles
        ? []
        : [{ code: 'index-differs' as const, file: MANIFEST_PATH, found }]),
    ],
  }
}

/** Finds links to an `id` that the other page does not have. Each page is read once. */
function findMissingIds(source: SiteSource, links: readonly FragmentLink[]): readonly Finding[] {
  const idsOf = new Map<string, ReadonlySet<string>>()
  return links.flatMap(({ from, target, fragment }) => {
    const ids = idsOf.get(target) ?? listIds(readSiteFile(source, target).toString())
    idsOf.set(target, ids)
    return ids.has(fragment) ? [] : [{ code: 'fragment-missing' as const, file: from, found: `${target}#${fragment}` }]
  })
}

/** `kb/214/Q214864/index.html` */
const ARTICLE_PAGE = /^kb\/[0-9]{3,4}\/Q[0-9]+\/index\.html$/

/** Finds pages of articles that are not in the data; nothing if there is no data. */
function findUnknownPages(files: ReadonlySet<string>, inData: readonly string[]): readonly Finding[] {
  if (inData.length === 0) return []
  const pages = new Set(inData)
  return [...files]
    .filter((path) => ARTICLE_PAGE.test(path) && !pages.has(path))
    .map((path) => ({ code: 'article-unknown' as const, file: path, found: path }))
}

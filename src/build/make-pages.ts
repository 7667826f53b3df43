/** Step: renders all pages in workers; a task is one run of Eleventy over a few thousand of them. */
import type { ArchiveStatistics, SiteView } from '../render/view.js'
import type { BuiltCatalog } from './build-catalog.js'
import type { BuildRun } from './build-run.js'
import type { Plan, PlannedArticle } from './plan.js'
import type { Task } from './pool.js'

/** Files made by a step. */
export interface ArchiveSize {
  readonly paths: readonly string[]
  readonly written: number
  readonly bytes: number
}

export interface PagesInput {
  readonly plan: Plan
  readonly catalog: BuiltCatalog
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

/** Pages in one run of Eleventy: it holds them all until it ends, about 30 KB each. */
const PARTITION_PAGES = 3_000

export async function makePages(build: BuildRun, input: PagesInput): Promise<ArchiveSize> {
  const articles = input.plan.buckets.flatMap((bucket) => bucket.articles)
  const lists = Array.from({ length: input.catalog.share.listPages.at(-1) ?? 0 }, (_, index) => index)
  build.clock.begin('render', 'pages', articles.length + lists.length)
  const common = {
    site: input.site,
    statistics: input.statistics,
    catalog: input.catalog.share,
    rawFolder: build.space.raw,
    dataFolder: build.space.stagedData,
    encoding: build.options.encoding,
    stage: build.space.stagedSite,
    siteFolder: build.space.existingSite(),
  }
  const parts = [
    { articles: [], lists: [], single: true, label: 'pages that exist once' },
    ...cut(articles).map((part) => ({ articles: part, lists: [], single: false, label: describeArticles(part) })),
    ...cut(lists).map((part) => ({ articles: [], lists: part, single: false, label: 'lists' })),
  ]
  const tasks: Task<'render'>[] = parts.map(({ label, ...part }) => ({
    name: 'render',
    label,
    input: { ...common, ...part },
  }))
  const paths: string[] = []
  let written = 0
  let bytes = 0
  await build.pool.runAll(tasks, (output) => {
    for (const path of output.paths) paths.push(path)
    written += output.written
    bytes += output.bytes
  })
  return { paths, written, bytes }
}

function describeArticles(articles: readonly PlannedArticle[]): string {
  return `pages Q${articles[0]?.number} to Q${articles.at(-1)?.number}`
}

function cut<T>(entries: readonly T[]): T[][] {
  const count = Math.ceil(entries.length / PARTITION_PAGES)
  const length = Math.ceil(entries.length / count)
  return Array.from({ length: count }, (_, index) => entries.slice(index * length, (index + 1) * length))
}

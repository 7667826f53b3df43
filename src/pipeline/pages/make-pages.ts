/** Step: makes the pages that are new or changed, in workers: a task is some hundreds of them, or all that exist once. */
import type { ArchiveStatistics, SiteView } from '../../render/view.js'
import type { Task } from '../../workers/pool.js'
import type { BuiltCatalog } from '../catalog/build-catalog.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import type { BuildRun } from '../run/build-run.js'
import { toKey } from '../store/code-keys.js'
import { FileSet } from '../store/file-set.js'
import type { FileName } from '../store/stage-file.js'
import type { BuildTasks } from '../tasks.js'
import {
  type ArticlePage,
  hashCards,
  type ListPageName,
  type OriginalsPage,
  toArticlePages,
  toListPages,
  toOriginalsPages,
} from './page-keys.js'
import type { RenderOutput } from './render-task.js'

export interface PagesInput {
  readonly buckets: readonly ParsedBucket[]
  readonly catalog: BuiltCatalog
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

/** Pages of one task. */
const TASK_PAGES = 400

export async function makePages(build: BuildRun, input: PagesInput): Promise<FileSet> {
  const files = new FileSet()
  const add = (staged: RenderOutput) => files.addStaged(staged)
  // The workers begin while this thread finds out which pages there are to make: 0.57 s of CPU for 60,000.
  const once = build.pool.runAll([toOnceTask(build, input)], add)
  build.pool.prepare('render')
  const { share, cites } = input.catalog
  const keys = { siteKey: siteKeyOf(build, input.site), share, cites, cards: hashCards(share) }
  const articles = input.buckets.flatMap((bucket) => bucket.articles)
  const pages = {
    articles: takeReusable(toArticlePages(articles, keys), build, files),
    originals: input.site.originals ? takeReusable(toOriginalsPages(articles, keys.siteKey), build, files) : [],
    lists: takeReusable(toListPages(keys), build, files),
  }
  const count = pages.articles.length + pages.originals.length + pages.lists.length
  build.clock.begin('render', 'pages', count)
  await Promise.all([once, build.pool.runAll(listTasks(build, input, pages), add)])
  return files
}

/** All that every page shows, but for totals. */
function siteKeyOf({ codeKeys, options }: BuildRun, { buildId, articleCount, ...site }: SiteView): string {
  return toKey([codeKeys.render, options.encoding ?? '', JSON.stringify(site)])
}

/** Takes over the pages that are there already; gives back the others. */
function takeReusable<T extends FileName>(pages: readonly T[], { previous }: BuildRun, files: FileSet): T[] {
  return pages.filter(({ path, key }) => {
    const made = previous.find(path, key)
    if (made !== null) files.add(made)
    return made === null
  })
}

interface Pages {
  readonly articles: readonly ArticlePage[]
  readonly originals: readonly OriginalsPage[]
  readonly lists: readonly ListPageName[]
}

function toOnceTask({ space }: BuildRun, { catalog, site, statistics }: PagesInput): Task<BuildTasks, 'render-once'> {
  const stage = { stage: space.stage, out: space.out }
  const input = { site, statistics, catalog: catalog.share, key: `once ${site.buildId}`, stage }
  return { name: 'render-once', label: 'pages that exist once', input }
}

/** First what takes longest, so that no worker is left with much at the end. */
function* listTasks(
  { space, options }: BuildRun,
  { catalog, site }: PagesInput,
  pages: Pages,
): Generator<Task<BuildTasks, 'render'>> {
  const stage = { stage: space.stage, out: space.out }
  const common = { site, catalog: catalog.share, rawFolder: space.raw, encoding: options.encoding, stage }
  const toTask = (label: string, some: Partial<Pages>): Task<BuildTasks, 'render'> => ({
    name: 'render',
    label,
    input: { ...common, ...NO_PAGES, ...some },
  })
  for (const lists of cut(pages.lists)) yield toTask(`lists ${lists[0]?.path} to ${lists.at(-1)?.path}`, { lists })
  for (const originals of cut(pages.originals))
    yield toTask(`original texts ${originals[0]?.path} to ${originals.at(-1)?.path}`, { originals })
  for (const articles of cut(pages.articles))
    yield toTask(`pages Q${articles[0]?.article.number} to Q${articles.at(-1)?.article.number}`, { articles })
}

const NO_PAGES: Pages = { articles: [], originals: [], lists: [] }

function* cut<T>(pages: readonly T[]): Generator<T[]> {
  for (let at = 0; at < pages.length; at += TASK_PAGES) yield pages.slice(at, at + TASK_PAGES)
}

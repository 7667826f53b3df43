/** Step: makes new and changed pages in workers. A task is some hundred pages, or all pages of Eleventy. */
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

/** Most pages of one task. */
const TASK_PAGES = 400

export async function makePages(build: BuildRun, input: PagesInput): Promise<FileSet> {
  const files = new FileSet()
  const add = (staged: RenderOutput) => files.addStaged(staged)
  // Eleventy's task starts first: a worker is then busy while this thread computes the keys of all pages.
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

/** A hash of what every page shows: options and code, without the counts and the id that change with every build. */
function siteKeyOf({ codeKeys, options }: BuildRun, { buildId, articleCount, ...site }: SiteView): string {
  return toKey([codeKeys.render, options.encoding ?? '', JSON.stringify(site)])
}

/** Adds the pages that the previous build made from the same content to `files`; returns the other pages. */
function takeReusable<T extends FileName>(pages: readonly T[], { previous }: BuildRun, files: FileSet): T[] {
  return pages.filter(({ path, key }) => {
    const reused = previous.find(path, key)
    if (reused !== null) files.add(reused)
    return reused === null
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

/** The slowest tasks come first, so that all workers finish at about the same time. */
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

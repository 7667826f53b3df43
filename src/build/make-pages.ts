/** Step: renders the pages that are new or changed in workers; a task is one run of Eleventy over a few thousand of them. */
import type { ArchiveStatistics, SiteView } from '../render/view.js'
import type { BuiltCatalog } from './build-catalog.js'
import type { BuildRun } from './build-run.js'
import { toKey } from './code-keys.js'
import { FileSet } from './file-set.js'
import {
  type ArticlePage,
  hashCards,
  type ListPageName,
  type OriginalsPage,
  toArticlePages,
  toListPages,
  toOriginalsPages,
} from './page-keys.js'
import type { ParsedBucket } from './parse-buckets.js'
import type { Task } from './pool.js'
import type { FileName } from './stage-file.js'

export interface PagesInput {
  readonly buckets: readonly ParsedBucket[]
  readonly catalog: BuiltCatalog
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

/** Starting Eleventy costs as much as this many pages, so small work is not divided. */
const LEAST_PAGES = 500
/** Pages in one run of Eleventy, which holds them all until it ends. */
const PARTITION_PAGES = 1_200
/** The same for pages of original texts: about 110 KB each. */
const PARTITION_ORIGINALS = 200
/** The same for pages of lists, of which the long ones have 100 KB. */
const PARTITION_LISTS = 600

export async function makePages(build: BuildRun, input: PagesInput): Promise<FileSet> {
  const files = new FileSet()
  const { share, cites } = input.catalog
  const keys = { siteKey: siteKeyOf(build, input.site), share, cites, cards: hashCards(share) }
  const articles = input.buckets.flatMap((bucket) => bucket.articles)
  const pages = {
    articles: keepMade(toArticlePages(articles, keys), build, files),
    originals: input.site.originals ? keepMade(toOriginalsPages(articles, keys.siteKey), build, files) : [],
    lists: keepMade(toListPages(keys), build, files),
  }
  const count = pages.articles.length + pages.originals.length + pages.lists.length
  build.clock.begin('render', 'pages', count)
  // Few pages are made by one worker, which may have been prepared; another one would only load Eleventy as well.
  const atOnce = count < LEAST_PAGES ? 1 : build.pool.size
  await build.pool.runAll(listTasks(build, input, pages), (staged) => files.addStaged(staged), atOnce)
  return files
}

/** All that every page shows, but for totals. */
function siteKeyOf({ codeKeys, options }: BuildRun, { buildId, articleCount, ...site }: SiteView): string {
  return toKey([codeKeys.render, options.encoding ?? '', JSON.stringify(site)])
}

/** Takes over the pages that are there already; gives back the others. */
function keepMade<T extends FileName>(pages: readonly T[], { previous }: BuildRun, files: FileSet): T[] {
  return pages.filter(({ path, key }) => {
    const made = previous.find(path, key)
    if (made !== null) files.addKept(made)
    return made === null
  })
}

interface Pages {
  readonly articles: readonly ArticlePage[]
  readonly originals: readonly OriginalsPage[]
  readonly lists: readonly ListPageName[]
}

function* listTasks(build: BuildRun, input: PagesInput, pages: Pages): Generator<Task<'render'>> {
  const { space, options } = build
  const common = {
    site: input.site,
    statistics: input.statistics,
    catalog: input.catalog.share,
    rawFolder: space.raw,
    encoding: options.encoding,
    stage: { stage: space.stage, out: space.out },
    articles: [],
    originals: [],
    lists: [],
    singleKey: null,
  }
  yield {
    name: 'render',
    label: 'pages that exist once',
    input: { ...common, singleKey: `once ${input.site.buildId}` },
  }
  const count = pages.articles.length + pages.originals.length + pages.lists.length
  if (count > 0 && count < LEAST_PAGES) {
    yield { name: 'render', label: `${count} pages`, input: { ...common, ...pages } }
    return
  }
  for (const originals of cut(pages.originals, build.pool.size, PARTITION_ORIGINALS)) {
    const label = `original texts ${originals[0]?.path} to ${originals.at(-1)?.path}`
    yield { name: 'render', label, input: { ...common, originals } }
  }
  for (const articles of cut(pages.articles, build.pool.size, PARTITION_PAGES)) {
    const label = `pages Q${articles[0]?.article.number} to Q${articles.at(-1)?.article.number}`
    yield { name: 'render', label, input: { ...common, articles } }
  }
  for (const lists of cut(pages.lists, build.pool.size, PARTITION_LISTS)) {
    const label = `lists ${lists[0]?.path} to ${lists.at(-1)?.path}`
    yield { name: 'render', label, input: { ...common, lists } }
  }
}

/** Parts of equal length, as few as memory allows, but something for each worker. */
function cut<T>(pages: readonly T[], workers: number, most: number): T[][] {
  if (pages.length === 0) return []
  const parts = Math.max(Math.ceil(pages.length / most), Math.min(workers, Math.floor(pages.length / LEAST_PAGES)), 1)
  const length = Math.ceil(pages.length / parts)
  return Array.from({ length: parts }, (_, part) => pages.slice(part * length, (part + 1) * length))
}

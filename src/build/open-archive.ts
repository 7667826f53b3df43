/** A whole built archive as templates see it, in this process: for Eleventy's own server (`npm run dev`). Builds it first. */
import { DEFAULT_LIMITS } from '../dump/limits.js'
import { findSources } from '../dump/sources.js'
import type { ArchiveView } from '../render/view.js'
import { toOnceView, toPagesView } from './archive-view.js'
import { type BuildOptions, DEFAULT_TITLE } from './build-options.js'
import { buildSite } from './build-site.js'
import { readState } from './build-state.js'
import { StepClock } from './build-summary.js'
import { openCatalog } from './catalog.js'
import { readCodeKeys } from './code-keys.js'
import { toContentKey } from './input-key.js'
import { makeCatalog } from './make-catalog.js'
import { groupByOriginals } from './page-keys.js'
import { parseBuckets } from './parse-buckets.js'
import { planBuild } from './plan.js'
import { createPool } from './pool.js'
import { PackReader } from './raw-packs.js'
import { scanSources } from './scan-sources.js'
import { toSiteView } from './site-view.js'
import { toWorkspace } from './workspace.js'

const DEFAULT_OPTIONS = {
  title: DEFAULT_TITLE,
  siteUrl: null,
  jobs: 1,
  publishData: false,
  originals: true,
  pwa: false,
  cache: true,
  encoding: null,
  limits: DEFAULT_LIMITS,
} as const

/** Builds what is not built yet, as `kb build SOURCE... --out OUT` does, and opens all of it; for archives of sample size. */
export async function openArchive(from: readonly string[], out: string): Promise<ArchiveView> {
  const options: BuildOptions = { ...DEFAULT_OPTIONS, sources: from, out }
  const report = () => undefined
  await buildSite(options, report)
  const [space, codeKeys, pool] = [toWorkspace(options.out), readCodeKeys(), createPool(0)]
  const state = readState(space, codeKeys.parse, true)
  const clock = new StepClock(report, () => 0)
  const sources = findSources(options.sources)
  const build = { options, sources, space, codeKeys, state, previous: state.outputs, pool, clock, report }
  const scan = await scanSources(build)
  const plan = planBuild(scan.records)
  const { catalog, statistics } = makeCatalog(build, await parseBuckets(build, plan), scan)
  const articles = plan.buckets.flatMap((bucket) => bucket.articles)
  const opened = openCatalog(catalog.share)
  const site = toSiteView(options, plan, toContentKey(build, plan, scan))
  const toNumbers = (group: typeof articles) => group.map(({ number }) => number)
  return {
    ...toPagesView({
      site,
      catalog: opened,
      articles,
      dataFolders: [space.data],
      raw: new PackReader(space.raw),
      encoding: options.encoding,
      position: { advance: report, at: report },
    }),
    ...toOnceView(site, statistics, opened),
    articles: toNumbers(articles),
    originals: options.originals ? groupByOriginals(articles).map(toNumbers) : [],
    lists: Array.from({ length: opened.listPageCount }, (_, index) => index),
  }
}

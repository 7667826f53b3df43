/** The whole archive as templates see it, in one process: for Eleventy's own server (`npm run dev`). */
import { findSources } from '../dump/sources.js'
import type { ArchiveView } from '../render/view.js'
import { createPool } from '../workers/pool.js'
import { buildSite } from './build-site.js'
import { openCatalog } from './catalog/catalog.js'
import { makeCatalog } from './catalog/make-catalog.js'
import { toOnceView, toPagesView } from './pages/archive-view.js'
import { groupByOriginals } from './pages/page-keys.js'
import { toSiteView } from './pages/site-view.js'
import { parseBuckets } from './parse/parse-buckets.js'
import { toContentKey, toTextsKey } from './publish/input-key.js'
import { toBuildSettings } from './run/build-options.js'
import { planBuild } from './run/plan.js'
import { StepClock } from './run/step-clock.js'
import { scanSources } from './scan/scan-sources.js'
import { readState } from './store/build-state.js'
import { readCodeKeys } from './store/code-keys.js'
import { SpoolReader } from './store/spool.js'
import { toWorkspace } from './store/workspace.js'
import { BUILD_TASKS } from './tasks.js'

/**
 * Builds the archive as `kb build SOURCE... --out OUT` does, and opens all of it.
 *
 * All articles are in memory at once: for archives of the size of the sample.
 */
export async function openArchive(from: readonly string[], out: string): Promise<ArchiveView> {
  const options = toBuildSettings({ sources: from, out, jobs: 1 })
  const report = () => undefined
  await buildSite(options, report)
  const [space, codeKeys, pool] = [
    toWorkspace(options.out),
    readCodeKeys(),
    createPool({ size: 0, tasks: BUILD_TASKS, entry: new URL(import.meta.url) }),
  ]
  const state = readState(space, toTextsKey(codeKeys, options), true)
  const clock = new StepClock(report, () => 0)
  const sources = findSources(options.sources)
  const build = { options, sources, space, codeKeys, state, previous: state.outputs, pool, clock, report }
  const scan = await scanSources(build)
  const plan = planBuild(scan.records, options.limits)
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
      raw: new SpoolReader(space.raw),
      encoding: options.encoding,
      position: { advance: report, at: report },
    }),
    ...toOnceView(site, statistics, opened),
    articles: toNumbers(articles),
    originals: options.originals ? groupByOriginals(articles).map(toNumbers) : [],
    lists: Array.from({ length: opened.listPageCount }, (_, index) => index),
  }
}

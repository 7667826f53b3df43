/**
 * A build from beginning to end: the steps in their order, and what each hands to the next.
 *
 * What a step does is in the file of its name; what runs in workers, in its `*-task.ts`.
 */
import { findSources } from '../dump/sources.js'
import { KbError } from '../kb-error.js'
import type { BuildOptions, Report } from './build-options.js'
import { type BuildSummary, StepClock } from './build-summary.js'
import { makeCatalog } from './make-catalog.js'
import { makeIndex } from './make-index.js'
import { makePages } from './make-pages.js'
import { parseBuckets } from './parse-buckets.js'
import { planBuild } from './plan.js'
import { createPool } from './pool.js'
import { publish } from './publish.js'
import { scanSources } from './scan-sources.js'
import { toSiteView } from './site-view.js'
import { stageExtras } from './stage-extras.js'
import { prepareWorkspace, toWorkspace } from './workspace.js'

/** Builds the archive; resolves to what there is to tell about it. Fails with a `KbError`, and then leaves the old site as it was. */
export async function buildSite(options: BuildOptions, report: Report): Promise<BuildSummary> {
  const sources = findSources(options.sources)
  const space = toWorkspace(options.out)
  const clock = new StepClock(report)
  prepareWorkspace(space)
  const pool = createPool(options.jobs)
  try {
    const build = { options, sources, space, pool, clock, report }
    const scan = await scanSources(build)
    const plan = planBuild(scan.records)
    if (plan.articleCount === 0) throw noArticles(options, scan.files)
    const parsed = await parseBuckets(build, plan)
    const { catalog, statistics } = makeCatalog(build, plan, scan)
    const site = toSiteView(options, plan)
    const pages = await makePages(build, { plan, catalog, statistics, site })
    const index = await makeIndex(build, plan, catalog)
    const extras = stageExtras(build, { plan, statistics, site })
    const published = publish(build, [...pages.paths, ...index.paths, ...extras.paths], site)
    return { plan, scan, problems: parsed.problems, pages, index, published, steps: clock.finish() }
  } finally {
    await pool.close()
  }
}

function noArticles(options: BuildOptions, files: number): KbError {
  const where = options.sources.join(', ')
  if (files === 0)
    return new KbError('source-empty', 'Expected articles, found no file', { where, hint: NAME_A_SOURCE })
  const found = files === 1 ? 'one file that is none' : `${files} files, none of which is one`
  return new KbError('no-articles', `Expected articles, found ${found}`, { where, hint: NAME_A_SOURCE })
}

const NAME_A_SOURCE = 'Name a folder, a .zip or a .tar with raw articles (`DOCUMENT:Q...`) or their Markdown pages.'

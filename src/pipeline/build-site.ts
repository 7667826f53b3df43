/**
 * A build from beginning to end: the steps in order, and the results that each passes to the next.
 *
 * Each step has a file of its own. The part that runs in workers is in `*-task.ts` beside it.
 */
import { rmSync } from 'node:fs'
import { takeLock } from '../disk/lock.js'
import { makeFolder } from '../disk/write-file.js'
import { SKIP_REASONS, SkippedCounter } from '../dump/skipped.js'
import { describeSought } from '../dump/sought.js'
import { findSources } from '../dump/sources.js'
import { KbError } from '../kb-error.js'
import { createPool } from '../workers/pool.js'
import { type BuildSummary, toBuildSummary } from './build-summary.js'
import { makeCatalog } from './catalog/make-catalog.js'
import { makePages } from './pages/make-pages.js'
import { toSiteView } from './pages/site-view.js'
import { type ParsedBucket, parseBuckets } from './parse/parse-buckets.js'
import { listDataFiles, refuseForeignData } from './publish/foreign-data.js'
import { toContentKey, toInputKey, toTextsKey } from './publish/input-key.js'
import { publish } from './publish/publish.js'
import { stageExtras } from './publish/stage-extras.js'
import { type BuildOptions, type BuildSettings, type Report, toBuildSettings } from './run/build-options.js'
import type { BuildRun } from './run/build-run.js'
import { type Plan, planBuild } from './run/plan.js'
import { StepClock } from './run/step-clock.js'
import { describeZlib } from './run/zlib-note.js'
import { compareTexts } from './scan/compare-texts.js'
import { type Scan, scanSources } from './scan/scan-sources.js'
import { tidySpool } from './scan/tidy-spool.js'
import { makeIndex } from './search-index/make-index.js'
import { mergePartitions } from './search-index/merge-partitions.js'
import { finishPublishing, readState } from './store/build-state.js'
import { isCacheDamage } from './store/checked-file.js'
import { readCodeKeys } from './store/code-keys.js'
import { toSpoolIndex, updateSpoolIndex } from './store/spool-index.js'
import { prepareWorkspace, refuseForeignSite, toWorkspace } from './store/workspace.js'
import { BUILD_TASKS } from './tasks.js'

/**
 * Builds the archive of all articles in `given.sources` below `given.out`, and resolves to its summary.
 *
 * Rejects with a `KbError` if a source is missing, if no source holds an article, or if the folder holds files that kb
 * did not write. The previous site then stays as it was. Odd articles are not errors: they are counted, and listed in
 * `data/problems.json`.
 *
 *     const { articles } = await buildSite({ sources: ['dumps/kb.zip'], out: 'dist' })
 */
export async function buildSite(given: BuildOptions, report: Report = () => undefined): Promise<BuildSummary> {
  const options = toBuildSettings(given)
  const sources = findSources(options.sources)
  const space = toWorkspace(options.out)
  refuseForeignSite(space)
  makeFolder(space.cache)
  const giveLockBack = takeLock(space.lock)
  const order = { options, sources, space, report }
  const note = describeZlib({ ...process.config.variables })
  if (note !== null) report({ type: 'note', text: note })
  try {
    return await buildLocked(order, options.cache)
  } catch (error) {
    if (!options.cache || !isCacheDamage(error)) throw error
    report({ type: 'note', text: 'A file of the cache is damaged: everything is made anew.' })
    return await buildLocked(order, false)
  } finally {
    if (!options.cache) rmSync(space.cache, { recursive: true, force: true })
    giveLockBack()
  }
}

type BuildOrder = Pick<BuildRun, 'options' | 'sources' | 'space' | 'report'>

/** Makes one attempt, in a workspace that no other build uses. */
async function buildLocked(order: BuildOrder, useCache: boolean): Promise<BuildSummary> {
  const { options, space, report } = order
  const pool = createPool({
    size: options.jobs,
    tasks: BUILD_TASKS,
    entry: new URL('./worker.entry.js', import.meta.url),
  })
  const clock = new StepClock(report, () => pool.done())
  const ticks = setInterval(() => clock.tick(), TICK_MS)
  try {
    const codeKeys = readCodeKeys()
    const state = readState(space, toTextsKey(codeKeys, options), useCache)
    if (state.note === null)
      refuseForeignData(
        space,
        listDataFiles(space).filter((path) => !state.outputs.has(path)),
      )
    prepareWorkspace(space, useCache)
    return await runSteps({ ...order, codeKeys, state, previous: state.outputs, pool, clock })
  } finally {
    clearInterval(ticks)
    await pool.close()
  }
}

/** Milliseconds between two reports of a step's progress. */
const TICK_MS = 200

async function runSteps(build: BuildRun): Promise<BuildSummary> {
  const { options, state, space, clock } = build
  const [scanned] = await Promise.all([scanSources(build), build.previous.checkAll(space.out)])
  const compared = await compareTexts(build, scanned)
  const plan = planBuild(compared.records, options.limits)
  const scan = withLeft(compared, plan)
  if (plan.articleCount === 0) throw noArticles(options, scan)
  const contentKey = toContentKey(build, plan, scan)
  const inputKey = toInputKey(build, contentKey)
  if (state.note?.inputKey === inputKey && build.previous.touched === 0) return unchanged(build, plan, scan, state.note)

  const buckets = await parseBuckets(build, plan)
  const site = toSiteView(options, plan, contentKey)
  // The workers merge the index. Meanwhile this thread makes the catalog, then the list of pages to render.
  const merging = mergePartitions(build, buckets)
  const cataloguing = makeCatalogMeanwhile(build, buckets, scan)
  const [{ statistics }, pages, index] = await Promise.all([
    cataloguing,
    cataloguing.then((made) => makePages(build, { buckets, ...made, site })),
    Promise.all([cataloguing, merging]).then(([{ catalog }, merged]) => makeIndex(build, { buckets, catalog, merged })),
  ])
  const extras = await stageExtras(build, { buckets, statistics, site })
  const { outputs, ...published } = publish(build, [...pages.outputs, ...index.outputs, ...extras.outputs], site)

  const problems = buckets.reduce((sum, { note }) => sum + note.problems, 0)
  const counts = { problems, pages: pages.outputs.length, files: outputs.length }
  const tidied = tidySpool(space.raw, scan.records)
  const texts = tidied === scan.records ? updateSpoolIndex(state.texts, scan.used, scan.fresh) : toSpoolIndex(tidied)
  finishPublishing(space, { note: { inputKey, textsKey: toTextsKey(build.codeKeys, options), counts }, outputs, texts })
  return toBuildSummary({ plan, scan, counts, published, steps: clock.finish() })
}

/** Adds the texts that the plan has left out for lack of room to the skipped texts of the scan. */
function withLeft(scan: Scan, { left }: Plan): Scan {
  if (left.length === 0) return scan
  const skipped = new SkippedCounter()
  skipped.addCounts({ skipped: scan.skipped })
  for (const { name } of left) skipped.add({ name, reason: 'bucket-full' })
  return { ...scan, skipped: skipped.counts() }
}

/**
 * Makes the catalog as a promise: an error then rejects where it is awaited, after the workers have been given work.
 */
async function makeCatalogMeanwhile(build: BuildRun, buckets: readonly ParsedBucket[], scan: Scan) {
  return makeCatalog(build, buckets, scan)
}

/** The summary of a build that had nothing to do. */
function unchanged(
  build: BuildRun,
  plan: Plan,
  scan: Scan,
  { counts }: { readonly counts: BuildSummary['counts'] },
): BuildSummary {
  const published = { written: 0, unchanged: counts.files, removed: 0 }
  return toBuildSummary({ plan, scan, counts, published, steps: build.clock.finish() })
}

function noArticles(options: BuildSettings, { files, skipped }: Scan): KbError {
  const where = options.sources.join(', ')
  const obstacle = skipped.find(({ reason }) => reason !== 'not-an-article')
  const why = obstacle === undefined ? '' : ` (${obstacle.names[0]}: ${SKIP_REASONS[obstacle.reason]})`
  if (files === 0)
    return new KbError('source-empty', `Expected articles, found no file${why}`, { where, hint: NAME_A_SOURCE })
  const found = files === 1 ? 'one file that is none' : `${files} files, none of which is one`
  return new KbError('no-articles', `Expected articles, found ${found}${why}`, { where, hint: describeSought() })
}

const NAME_A_SOURCE = 'Name a folder, a .zip or a .tar of articles.'

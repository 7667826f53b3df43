/** Step: merges the buckets' parts of the search index, a partition a task; then writes what exists once. */
import { join } from 'node:path'
import { makeIndexFiles } from '../search/manifest.js'
import { PARTITION_COUNT } from '../search/partitions.js'
import { readBucketIndex } from './bucket-index-file.js'
import { type BuiltCatalog, toSearchCards } from './build-catalog.js'
import type { BuildRun } from './build-run.js'
import type { IndexOutput } from './index-task.js'
import type { ArchiveSize } from './make-pages.js'
import type { Plan } from './plan.js'
import type { Task } from './pool.js'
import { stageFile } from './stage-file.js'

export async function makeIndex(build: BuildRun, plan: Plan, catalog: BuiltCatalog): Promise<ArchiveSize> {
  build.clock.begin('index', 'partitions', PARTITION_COUNT)
  const stage = { stage: build.space.stagedSite, siteFolder: build.space.existingSite() }
  const files = plan.buckets.map(({ bucket }) => join(build.space.buckets, `${bucket}.index`))
  const tasks: Task<'index'>[] = Array.from({ length: PARTITION_COUNT }, (_, partition) => ({
    name: 'index',
    label: `index partition ${partition}`,
    input: { partition, files, ...stage },
  }))
  const merged: IndexOutput[] = []
  await build.pool.runAll(tasks, (output) => merged.push(output))
  merged.sort((a, b) => a.partition - b.partition)
  const single = await makeIndexFiles({
    cards: [...toSearchCards(catalog)],
    buckets: files.map((file) => readBucketIndex(file, null)),
    partitions: merged,
  })
  const staged = single.map(({ name, bytes }) => stageFile(stage, `search/${name}.js`, bytes))
  return {
    paths: [...merged.flatMap(({ paths }) => paths), ...staged.map(({ path }) => path)],
    written: sum(merged.map(({ written }) => written)) + staged.filter(({ isNew }) => isNew).length,
    bytes: sum(merged.map(({ bytes }) => bytes)) + sum(single.map(({ bytes }) => bytes.length)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

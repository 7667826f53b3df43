/** Step: the files of a site that are no pages and no index: assets, and the data where it is published. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleSchema } from '../article/schema.js'
import type { ArchiveStatistics, SiteView } from '../render/view.js'
import { readAssets } from './assets.js'
import type { BuildRun } from './build-run.js'
import type { ArchiveSize } from './make-pages.js'
import type { Plan } from './plan.js'
import { stageFile } from './stage-file.js'
import { writeNewFile } from './write-file.js'

export interface ExtrasInput {
  readonly plan: Plan
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

export function stageExtras(build: BuildRun, { plan, statistics, site }: ExtrasInput): ArchiveSize {
  build.clock.begin('data', 'files')
  const stage = { stage: build.space.stagedSite, siteFolder: build.space.existingSite() }
  const data = [
    { name: 'article.schema.json', content: toJson(articleSchema()) },
    { name: 'problems.json', content: toJson(toProblemCounts(statistics)) },
  ]
  for (const { name, content } of data) writeNewFile(join(build.space.stagedData, name), content)
  const files = readAssets().map(({ file, content }) => stageFile(stage, `assets/${file}`, content))
  if (site.publishData)
    for (const name of [...plan.buckets.map(({ bucket }) => `${bucket}.ndjson`), ...data.map(({ name }) => name)])
      files.push(stageFile(stage, `data/${name}`, readFileSync(join(build.space.stagedData, name))))
  return { paths: files.map(({ path }) => path), written: files.filter(({ isNew }) => isNew).length, bytes: 0 }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function toProblemCounts({ problems }: ArchiveStatistics) {
  return problems.map(({ code, explanation, count, articles }) => ({
    code,
    explanation,
    articles: count,
    examples: articles.map(({ id }) => id),
  }))
}

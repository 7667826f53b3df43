/** Step: the files that are no pages and no index: assets, schema and problems, and the data where the site has it, too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleSchema } from '../article/schema.js'
import type { ArchiveStatistics, SiteView } from '../render/view.js'
import { readAssets } from './assets.js'
import type { BuildRun } from './build-run.js'
import { FileSet } from './file-set.js'
import type { ParsedBucket } from './parse-buckets.js'
import { type Stage, stageFile } from './stage-file.js'

export interface ExtrasInput {
  readonly buckets: readonly ParsedBucket[]
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

export function stageExtras(build: BuildRun, { buckets, statistics, site }: ExtrasInput): FileSet {
  build.clock.begin('data', 'files')
  const files = new FileSet()
  const stage = { stage: build.space.stage, out: build.space.out }
  const add = (path: string, content: string | Uint8Array, key = 'once') =>
    files.addStaged([stageFile(stage, { path, key }, content)])
  for (const { file, content } of readAssets(site)) add(`site/assets/${file}`, content)
  const tables = { 'article.schema.json': articleSchema(), 'problems.json': toProblemCounts(statistics) }
  for (const [name, value] of Object.entries(tables)) {
    const content = `${JSON.stringify(value, null, 2)}\n`
    add(`data/${name}`, content)
    if (site.publishData) add(`site/data/${name}`, content)
  }
  for (const { data } of buckets) {
    files.addKept(data)
    if (!site.publishData) continue
    const path = `site/${data.path}`
    const made = build.previous.find(path, data.key)
    if (made === null) add(path, readStaged(stage, data.path), data.key)
    else files.addKept(made)
  }
  return files
}

function readStaged({ stage, out }: Stage, path: string): Buffer {
  try {
    return readFileSync(join(stage, path))
  } catch {
    return readFileSync(join(out, path))
  }
}

function toProblemCounts({ problems }: ArchiveStatistics) {
  return problems.map(({ code, explanation, count, articles }) => ({
    code,
    explanation,
    articles: count,
    examples: articles.map(({ id }) => id),
  }))
}

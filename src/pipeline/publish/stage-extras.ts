/** Step: stages the other files: assets, schema and problems; also a copy of the data if the site publishes it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveStatistics, SiteView } from '../../render/view.js'
import { readAssets } from '../../site/assets.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import type { BuildRun } from '../run/build-run.js'
import { FileSet } from '../store/file-set.js'
import { type Stage, stageFile } from '../store/stage-file.js'

export interface ExtrasInput {
  readonly buckets: readonly ParsedBucket[]
  readonly statistics: ArchiveStatistics
  readonly site: SiteView
}

export async function stageExtras(build: BuildRun, { buckets, statistics, site }: ExtrasInput): Promise<FileSet> {
  build.clock.begin('data', 'files')
  const files = new FileSet()
  const stage = { stage: build.space.stage, out: build.space.out }
  const add = (path: string, content: string | Uint8Array, key = 'once') =>
    files.addStaged([stageFile(stage, { path, key }, content)])
  for (const { file, content } of readAssets(site)) add(`site/assets/${file}`, content)
  const addTable = (path: string, value: unknown, key?: string) => add(path, `${JSON.stringify(value, null, 2)}\n`, key)
  const publishAgain = (path: string, key: string) => {
    const published = `site/${path}`
    const reused = build.previous.find(published, key)
    if (reused === null) add(published, readStaged(stage, path), key)
    else files.add(reused)
  }
  const schemaKey = build.codeKeys.parse
  const schema = build.previous.find(SCHEMA_PATH, schemaKey)
  if (schema === null) addTable(SCHEMA_PATH, await makeSchema(), schemaKey)
  else files.add(schema)
  addTable(PROBLEMS_PATH, toProblemCounts(statistics))
  for (const { data } of buckets) files.add(data)
  if (!site.publishData) return files
  publishAgain(SCHEMA_PATH, schemaKey)
  addTable(`site/${PROBLEMS_PATH}`, toProblemCounts(statistics))
  for (const { data } of buckets) publishAgain(data.path, data.key)
  return files
}

const SCHEMA_PATH = 'data/article.schema.json'
const PROBLEMS_PATH = 'data/problems.json'

/** The modules of the schema are loaded only when it is made, because they are slow to load. */
async function makeSchema(): Promise<object> {
  const { articleSchema } = await import('../../article/schema.js')
  return articleSchema()
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

/** Step: reads the digests of all buckets and builds the catalog and the statistics. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ArchiveStatistics } from '../render/view.js'
import { type BuiltCatalog, buildCatalog } from './build-catalog.js'
import type { BuildRun } from './build-run.js'
import type { Digest } from './digest.js'
import type { Plan } from './plan.js'
import type { Scan } from './scan-sources.js'

export function makeCatalog(
  build: BuildRun,
  plan: Plan,
  scan: Scan,
): { readonly catalog: BuiltCatalog; readonly statistics: ArchiveStatistics } {
  build.clock.begin('catalog', 'articles', plan.articleCount)
  const catalog = buildCatalog(readDigests(build.space.buckets, plan))
  return { catalog, statistics: { ...catalog.statistics, sources: describeSources(build, scan) } }
}

function* readDigests(folder: string, plan: Plan): Generator<Digest> {
  for (const { bucket } of plan.buckets)
    for (const line of readFileSync(join(folder, `${bucket}.digests`), 'utf8').split('\n'))
      if (line !== '') yield JSON.parse(line)
}

/** All sources as one: where the files of a dump lie on somebody's disk is no part of the archive. */
function describeSources(build: BuildRun, scan: Scan): ArchiveStatistics['sources'] {
  const hashes = scan.records.map((record) => record.sha256).sort()
  const names = build.sources.map(({ kind, path }) => (kind === 'directory' ? 'folder' : basename(path)))
  const name = [...new Set(names)].sort().join(', ')
  return [{ name, sha256: hash('sha256', hashes.join('\n'), 'hex'), articles: scan.records.length }]
}

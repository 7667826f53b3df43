/** Where a build keeps its things: one place that names every folder below `--out`. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './write-file.js'

export interface Workspace {
  readonly out: string
  readonly site: string
  readonly data: string
  /** Everything that is not for readers; deleting it costs time, nothing else. */
  readonly cache: string
  /** Packs of raw texts. */
  readonly raw: string
  /** Digests and index parts by bucket. */
  readonly buckets: string
  /** Files of the next site. */
  readonly stage: string
  readonly stagedSite: string
  readonly stagedData: string
  /** The folder of the site where there is one, else null. */
  existingSite(): string | null
}

export function toWorkspace(out: string): Workspace {
  const cache = join(out, '.kb-cache')
  const stage = join(cache, 'stage')
  const site = join(out, 'site')
  return {
    out,
    site,
    data: join(out, 'data'),
    cache,
    raw: join(cache, 'raw'),
    buckets: join(cache, 'buckets'),
    stage,
    stagedSite: join(stage, 'site'),
    stagedData: join(stage, 'data'),
    existingSite: () => (existsSync(site) ? site : null),
  }
}

/** Makes the folders that workers write to; what a build that broke off left behind goes. */
export function prepareWorkspace(space: Workspace): void {
  makeFolder(space.cache)
  rmSync(space.stage, { recursive: true, force: true })
  for (const folder of [space.raw, space.buckets, space.stagedSite, space.stagedData]) makeFolder(folder)
}

/** The folders of a build below `--out`. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../disk/write-file.js'
import { KbError } from '../../kb-error.js'
import { parseMarker, SITE_MARKER, UNFINISHED_MARKER } from '../../site/site-marker.js'

export interface Workspace {
  readonly out: string
  readonly site: string
  readonly data: string
  /** Everything that is not for readers. It may be deleted; the next build then takes longer. */
  readonly cache: string
  readonly lock: string
  /** The spool: raw texts. */
  readonly raw: string
  /** Digests and index of each bucket. */
  readonly buckets: string
  /** Notes about merged partitions of the index. */
  readonly partitions: string
  /** Staged files, in the folders `site/` and `data/`. */
  readonly stage: string
}

export function toWorkspace(out: string): Workspace {
  const cache = join(out, '.kb-cache')
  return {
    out,
    site: join(out, 'site'),
    data: join(out, 'data'),
    cache,
    lock: join(cache, 'lock'),
    raw: join(cache, 'raw'),
    buckets: join(cache, 'buckets'),
    partitions: join(cache, 'partitions'),
    stage: join(cache, 'stage'),
  }
}

/**
 * Creates the folders of a build. Removes what an interrupted build has staged; without `keepCache`, also the cache.
 */
export function prepareWorkspace(space: Workspace, keepCache: boolean): void {
  const { stage, raw, buckets, partitions } = space
  for (const folder of keepCache ? [stage] : [stage, raw, buckets, partitions])
    rmSync(folder, { recursive: true, force: true })
  for (const folder of [raw, buckets, partitions, join(stage, 'site'), join(stage, 'data')]) makeFolder(folder)
}

/** Throws a `KbError` if `site/` holds something that no build has made, because the build would remove it. */
export function refuseForeignSite({ site, cache }: Workspace): void {
  if (existsSync(join(cache, 'outputs')) || isEmpty(site) || isMarked(site)) return
  throw new KbError(
    'site-foreign',
    `Expected an empty folder or a site made by kb, found \`${readdirSync(site)[0]}\` in it`,
    {
      where: site,
      hint: 'Move it away, or build elsewhere with `--out`.',
    },
  )
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  }
}

/** Reports whether a folder is the site of a build that has finished, or was interrupted while it moved files. */
function isMarked(site: string): boolean {
  if (existsSync(join(site, UNFINISHED_MARKER))) return true
  try {
    return parseMarker(readFileSync(join(site, SITE_MARKER), 'utf8')) !== null
  } catch {
    return false
  }
}

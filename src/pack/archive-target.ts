/**
 * Writes an archive in any format; checks that the site is finished, does not change meanwhile, and does not contain
 * it.
 */
import { relative, resolve } from 'node:path'
import type { FileEnds } from '../disk/file-kind.js'
import type { StopFirst } from '../disk/half-work.js'
import { writeOwnedFile } from '../disk/owned-file.js'
import { KbError } from '../kb-error.js'
import { listSiteFiles, type SiteFile } from '../site/site-files.js'
import { readSiteMarker, SITE_MARKER, type SiteMarker } from '../site/site-marker.js'
import { assertUnchanged, type Checksums } from './site-watch.js'

/** The site to pack and the archive to write. `isOwn`: whether an existing file is an archive of the same format. */
export interface PackTarget {
  readonly site: string
  readonly out: string
  readonly isOwn: (ends: FileEnds) => boolean
}

/** The marker of a site, and its files before packing. */
export interface ListedSite {
  readonly marker: SiteMarker
  readonly files: readonly SiteFile[]
}

/**
 * Calls `write` with a temporary path, and renames the archive if the site has not changed meanwhile. `write` returns
 * the checksums of the files that it has read.
 *
 * Rejects with a `KbError` if the site is unfinished, compact or changed, or if `out` is inside it or cannot be
 * written.
 */
export async function writeArchive<Result extends { readonly checksums: Checksums }>(
  { site, out, isOwn }: PackTarget,
  write: (partial: string, listed: ListedSite, stopFirst: StopFirst) => Promise<Result>,
): Promise<Result> {
  const marker = readSiteMarker(site)
  assertFull(site, marker)
  assertOutside(site, out)
  return writeOwnedFile({ out, isOwn, kind: 'an archive of `kb pack`' }, async (partial, stopFirst) => {
    const files = listSiteFiles(site)
    const result = await write(partial, { marker, files }, stopFirst)
    assertSameBuild(site, marker.buildId)
    assertUnchanged(site, files, result.checksums)
    return result
  })
}

/** Throws if the site is a compact edition, which has no pages to pack. */
function assertFull(site: string, { edition }: SiteMarker): void {
  if (edition === undefined) return
  throw new KbError('site-compact', 'Expected a built site, found a compact edition of one', {
    where: site,
    hint: 'Name the folder that `kb build` wrote, such as dist/site.',
  })
}

/** Throws if the archive would be inside the site: it would then contain the previous archive. */
function assertOutside(site: string, out: string): void {
  const path = relative(resolve(site), resolve(out))
  if (path.startsWith('..') || path === resolve(out)) return
  throw new KbError('target-inside', 'Expected a place outside the site for its archive', {
    where: out,
    hint: 'Name another file with --out.',
  })
}

/** Throws if a build has run meanwhile: the id then differs, or the marker is missing. */
function assertSameBuild(site: string, buildId: string): void {
  if (readSiteMarker(site).buildId === buildId) return
  throw new KbError('site-changed', 'The site changed while it was packed', {
    where: `${site}/${SITE_MARKER}`,
    hint: 'Wait until the build has ended, then pack again.',
  })
}

/**
 * What holds for packing in every format: a site that is whole before and after, and an archive outside of it.
 */
import { relative, resolve } from 'node:path'
import type { FileEnds } from '../disk/file-kind.js'
import type { StopFirst } from '../disk/half-work.js'
import { writeOwnedFile } from '../disk/owned-file.js'
import { KbError } from '../kb-error.js'
import { listSiteFiles, type SiteFile } from '../site/site-files.js'
import { readSiteMarker, SITE_MARKER, type SiteMarker } from '../site/site-marker.js'
import { assertUnchanged, type Checksums } from './site-watch.js'

/** What is packed, and where to. `isOwn`: whether a file that stands there is an archive of the same format. */
export interface PackTarget {
  readonly site: string
  readonly out: string
  readonly isOwn: (ends: FileEnds) => boolean
}

/** What a site says of itself, and its files as packing begins. */
export interface ListedSite {
  readonly marker: SiteMarker
  readonly files: readonly SiteFile[]
}

/**
 * Lets `write` make the archive under a temporary name; it gets its own when it is whole and the site still the same. `write` gives
 * back the checksums of what it read.
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

/** A compact edition has no pages to pack. */
function assertFull(site: string, { edition }: SiteMarker): void {
  if (edition === undefined) return
  throw new KbError('site-compact', 'Expected a built site, found a compact edition of one', {
    where: site,
    hint: 'Name the folder that `kb build` wrote, such as dist/site.',
  })
}

/** An archive in the folder that it packs would hold the last one. */
function assertOutside(site: string, out: string): void {
  const path = relative(resolve(site), resolve(out))
  if (path.startsWith('..') || path === resolve(out)) return
  throw new KbError('target-inside', 'Expected a place outside the site for its archive', {
    where: out,
    hint: 'Name another file with --out.',
  })
}

/** A build that ran meanwhile has another id, or has taken the marker away. */
function assertSameBuild(site: string, buildId: string): void {
  if (readSiteMarker(site).buildId === buildId) return
  throw new KbError('site-changed', 'The site changed while it was packed', {
    where: `${site}/${SITE_MARKER}`,
    hint: 'Wait until the build has ended, then pack again.',
  })
}

/** Opens the target of `kb check`, a folder or a ZIP, as a site; finds what is wrong with its list of files. */

import { isZim, readEnds, statOrNull } from '../disk/file-kind.js'
import { KbError } from '../kb-error.js'
import { listPackedFiles, readPackTable, TABLE_PATH } from '../site/compact-reader.js'
import { MANIFEST, type Manifest, parseManifest } from '../site/file-hashes.js'
import { listSiteFiles, listSystemFiles } from '../site/site-files.js'
import { parseMarker, readSiteMarker, SITE_MARKER, type SiteMarker } from '../site/site-marker.js'
import { readSiteFile, type SiteSource, type StoredSource } from '../site/site-reader.js'
import { listZipFiles, type ZipPlace } from '../site/zip-reader.js'
import type { Finding } from './finding.js'

/** An opened site. */
export interface OpenedSite {
  readonly source: SiteSource
  /** Paths that links may name; in a compact edition also those of pages and shards in packs. */
  readonly files: ReadonlySet<string>
  /** Paths of the stored files. */
  readonly stored: ReadonlySet<string>
  /** Path -> expected hash; `null`: the site has no `MANIFEST.sha256`. */
  readonly manifest: ReadonlyMap<string, string> | null
  readonly marker: SiteMarker
  readonly findings: readonly Finding[]
}

/** Opens a folder or a ZIP. Rejects with a `KbError` if it is not a finished site. */
export async function openSite(target: string): Promise<OpenedSite> {
  if (statOrNull(target)?.isFile() === true) return openArchive(target)
  const marker = readSiteMarker(target)
  const source = { type: 'folder', directory: target } as const
  const findings = listSystemFiles(target).map((path) => ({ code: 'file-foreign' as const, file: path, found: path }))
  return toOpenedSite({ source, marker, paths: listSiteFiles(target).map((file) => file.path), findings })
}

async function openArchive(archive: string): Promise<OpenedSite> {
  if (isZim(readEnds(archive)))
    throw new KbError('zim-unread', 'Expected a folder or a ZIP, found a ZIM', {
      where: archive,
      hint: 'Check it with `zimcheck -A` (on Debian: apt-get install zim-tools), and the site that it was packed from with this command.',
    })
  const { places: all, odd } = await listZipFiles(archive)
  const top = findTopFolder(all.keys())
  const places = new Map<string, ZipPlace>()
  const findings: Finding[] = odd.map((name) => ({ code: 'entry-odd', file: name, found: name }))
  for (const [name, place] of all) {
    if (top !== null && name.startsWith(top)) places.set(name.slice(top.length), place)
    else findings.push({ code: 'entry-odd', file: name, found: name })
  }
  const source = { type: 'zip', archive, places } as const
  const marker = top === null ? null : parseMarker(readSiteFile(source, SITE_MARKER).toString())
  if (marker === null)
    throw new KbError('site-foreign', `Expected an archive of \`kb pack\`, found no \`${SITE_MARKER}\` in its folder`, {
      where: archive,
    })
  if (!places.has(MANIFEST)) findings.push({ code: 'manifest-missing', file: MANIFEST, found: 'none' })
  return toOpenedSite({ source, marker, paths: [...places.keys()], findings })
}

/** The folder in the ZIP that contains the marker: `kb-archive/`; null if there is none. */
function findTopFolder(names: Iterable<string>): string | null {
  for (const name of names) {
    const parts = name.split('/')
    if (parts.length === 2 && parts[1] === SITE_MARKER) return `${parts[0]}/`
  }
  return null
}

interface FoundSite {
  readonly source: StoredSource
  readonly marker: SiteMarker
  readonly paths: readonly string[]
  readonly findings: readonly Finding[]
}

function toOpenedSite({ source, marker, paths, findings }: FoundSite): OpenedSite {
  const stored = new Set(paths)
  const manifest = stored.has(MANIFEST) ? parseManifest(readSiteFile(source, MANIFEST).toString()) : null
  const site = { source, marker, stored, files: stored, manifest: manifest?.hashes ?? null }
  const all = [...findings, ...(manifest === null ? [] : compareManifest(stored, manifest))]
  if (!stored.has(TABLE_PATH)) return { ...site, findings: all }
  const read = (path: string) => readSiteFile(source, path)
  try {
    const table = readPackTable(read)
    const files = new Set([...paths, ...listPackedFiles(table, read)])
    return { ...site, source: { type: 'compact', stored: source, table }, files, findings: all }
  } catch (error) {
    if (!(error instanceof KbError)) throw error
    const found = `${error.where ?? TABLE_PATH}: ${error.message}`
    return { ...site, findings: [...all, { code: 'pack-unreadable', file: error.where ?? TABLE_PATH, found }] }
  }
}

/** Finds files that are not listed, and listed files that are missing. */
function compareManifest(files: ReadonlySet<string>, { hashes, oddLines }: Manifest): readonly Finding[] {
  const unlisted = [...files].filter((path) => path !== MANIFEST && !hashes.has(path))
  const missing = [...hashes.keys()].filter((path) => !files.has(path))
  return [
    ...oddLines.map((line) => ({ code: 'manifest-odd' as const, file: MANIFEST, found: line })),
    ...unlisted.map((path) => ({ code: 'file-unlisted' as const, file: path, found: path })),
    ...missing.map((path) => ({ code: 'file-missing' as const, file: MANIFEST, found: path })),
  ]
}

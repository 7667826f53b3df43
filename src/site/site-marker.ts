/**
 * `site.json`, the marker of a finished site. A build removes it first and writes it last: a folder with a marker is
 * complete, a folder without one is half built or not a site of kb.
 *
 *     { "generator": "kb-archive 0.1.0", "buildId": "4f2a91c0", "title": "...", "articles": 52888 }
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { statOrNull } from '../disk/file-kind.js'
import { replaceFile } from '../disk/write-file.js'
import { KbError } from '../kb-error.js'

/** The content of the marker. */
export interface SiteMarker {
  /** The program and its version. */
  readonly generator: string
  /** Changes whenever the content of the archive changes. */
  readonly buildId: string
  readonly title: string
  readonly articles: number
  /** `compact`: the compact edition, whose pages are in packs. */
  readonly edition?: 'compact'
  /** The path of `--site-url`, if it is not `/`: `/kb/`. */
  readonly base?: string
}

/** The file name of the marker, in the folder of the site. */
export const SITE_MARKER = 'site.json'

/** A file that exists while a build moves files: it shows that a half-finished site belongs to kb. */
export const UNFINISHED_MARKER = '.kb-unfinished'

/** Marks `directory` as a finished site. Call this last. */
export function writeSiteMarker(directory: string, marker: SiteMarker): void {
  replaceFile(join(directory, SITE_MARKER), toMarkerText(marker))
}

/** The text of the marker. Ignores other properties of the object. */
export function toMarkerText({ generator, buildId, title, articles, edition, base }: SiteMarker): string {
  return `${JSON.stringify({ generator, buildId, title, articles, edition, base }, null, 2)}\n`
}

/** Reads the marker of a site. Throws a `KbError` if the folder is missing, unfinished, or not a site of kb. */
export function readSiteMarker(directory: string): SiteMarker {
  const found = statOrNull(directory)
  if (found === null || !found.isDirectory())
    throw new KbError(
      'site-missing',
      `${found === null ? 'Cannot find' : 'Expected a folder, found the file'} \`${directory}\``,
      {
        hint: 'Build the site first (`kb build`), or name its folder.',
      },
    )
  const marker = parseMarker(readMarkerText(directory))
  if (marker === null)
    throw new KbError('site-foreign', `Expected \`${SITE_MARKER}\` to be written by \`kb build\``, {
      where: directory,
      hint: 'Name the folder of a built site, such as dist/site, or build it again.',
    })
  return marker
}

/** Parses the text of `site.json`; `null` if it is not a marker. Never throws. */
export function parseMarker(text: string): SiteMarker | null {
  let value: Partial<Record<keyof SiteMarker, unknown>> | null
  try {
    value = JSON.parse(text) as Partial<Record<keyof SiteMarker, unknown>> | null
  } catch {
    return null
  }
  if (value === null || typeof value !== 'object') return null
  const { generator, buildId, title, articles, edition, base } = value
  if (typeof generator !== 'string' || !generator.startsWith('kb-archive')) return null
  if (typeof buildId !== 'string' || typeof title !== 'string' || typeof articles !== 'number') return null
  return {
    ...{ generator, buildId, title, articles },
    ...(edition === 'compact' ? { edition } : {}),
    ...(typeof base === 'string' && BASE.test(base) ? { base } : {}),
  }
}

/** `/kb/`, `/a/b/`: a path that begins and ends with a slash. */
const BASE = /^\/(?:[^/\s]+\/)+$/

function readMarkerText(directory: string): string {
  try {
    return readFileSync(join(directory, SITE_MARKER), 'utf8')
  } catch (cause) {
    throw new KbError('site-unfinished', `Expected a finished site, found no \`${SITE_MARKER}\``, {
      where: directory,
      hint: 'A build that is running, broke off, or another program wrote this folder: run `kb build` to its end.',
      cause,
    })
  }
}

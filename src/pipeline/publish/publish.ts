/**
 * Step: moves the staged files to their final names and removes files that the new site does not have.
 *
 * Until this step the previous site is untouched. Its marker (`site.json`) is removed first and written last, so a site
 * with a marker is complete. Meanwhile another marker says that the site belongs to kb, so that the next build may
 * replace it if this one is interrupted.
 */
import { existsSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { moveFile, removeFile, writeNewFile } from '../../disk/write-file.js'
import { KbError } from '../../kb-error.js'
import type { SiteView } from '../../render/view.js'
import { SITE_MARKER, type SiteMarker, UNFINISHED_MARKER, writeSiteMarker } from '../../site/site-marker.js'
import type { BuildRun } from '../run/build-run.js'
import { beginPublishing } from '../store/build-state.js'
import type { Output } from '../store/output-state.js'
import { listDataFiles, refuseForeignData } from './foreign-data.js'

/** Numbers of files. */
export interface Published {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}

const MARKER_PATH = `site/${SITE_MARKER}`
/** Files of the site that no step lists as an output. */
const MARKERS: ReadonlySet<string> = new Set([MARKER_PATH, `site/${UNFINISHED_MARKER}`])

/**
 * Publishes `outputs`: all files of the new site and its data except the marker. Returns them together with the marker.
 *
 * Throws a `KbError` before anything is moved, if two paths are the same, a path is unsafe, or a file in `data/` is not
 * kb's.
 */
export function publish(
  build: BuildRun,
  outputs: readonly Output[],
  view: SiteView,
): Published & { readonly outputs: readonly Output[] } {
  build.clock.begin('publish', 'files', outputs.length)
  const { stage, out } = build.space
  const planned = checkPaths(outputs, build)
  refuseForeignData(
    build.space,
    [...planned].filter((path) => path.startsWith('data/') && !build.state.outputs.has(path)),
  )
  const stale = findStale(build, planned)
  beginPublishing(build.space)
  const site = join(out, 'site')
  const staged = join(stage, 'site')
  // Count before the marker is added to the staged files.
  const written = listTree(staged, '').length + listTree(join(stage, 'data'), '').length
  writeNewFile(join(existsSync(site) ? site : staged, UNFINISHED_MARKER), UNFINISHED_TEXT)
  removeFile(join(out, MARKER_PATH))
  moveTree(staged, site)
  moveTree(join(stage, 'data'), join(out, 'data'))
  for (const path of stale) removeOutput(out, path)
  writeSiteMarker(site, toMarker(view))
  removeFile(join(site, UNFINISHED_MARKER))
  rmSync(stage, { recursive: true, force: true })
  const { size, mtimeMs } = statSync(join(out, MARKER_PATH))
  const all = [...outputs, { path: MARKER_PATH, key: 'once', size, mtimeMs }]
  return { written, unchanged: outputs.length - written, removed: stale.length, outputs: all }
}

const UNFINISHED_TEXT = 'kb is moving files here, or was interrupted: build again.\n'

function toMarker({ generator, buildId, title, articleCount, url }: SiteView): SiteMarker {
  const { pathname } = new URL(url ?? 'http://localhost/')
  return { generator, buildId, title, articles: articleCount, ...(pathname === '/' ? {} : { base: pathname }) }
}

/** Paths that lead out of the folder, or that some system would read differently. */
const UNSAFE_PATH = /(?:^|\/)\.{0,2}(?:\/|$)|[\0\\:]/

/**
 * Returns the paths of `outputs`. Throws if two files have the same path, ignoring case, or if a path is unsafe.
 *
 * Workers cannot check this, as each knows only its own files.
 */
function checkPaths(outputs: readonly Output[], { state }: BuildRun): Set<string> {
  const planned = new Set<string>()
  for (const { path } of outputs) planned.add(path)
  // The previous build has checked these paths already.
  const areChecked = state.note !== null && outputs.every(({ path }) => state.outputs.has(path))
  if (areChecked && planned.size === outputs.length) return planned
  const folded = new Set<string>()
  for (const { path } of outputs) {
    if (UNSAFE_PATH.test(path)) throw new KbError('path-unsafe', `Expected a path inside the site, found \`${path}\``)
    if (folded.has(path.toLowerCase())) throw new KbError('path-twice', `Two files have the same path, \`${path}\``)
    folded.add(path.toLowerCase())
  }
  return planned
}

/**
 * Files that the new site does not have: those of the previous site.
 *
 * If the previous build was interrupted or is unknown, all files in `site/` count as its files, and those in `data/`
 * that have a name of kb's.
 */
function findStale(build: BuildRun, planned: ReadonlySet<string>): string[] {
  const { out } = build.space
  const previous = build.state.note === null ? listTree(out, 'site') : build.state.outputs.paths()
  const data = build.state.note === null ? listDataFiles(build.space) : []
  return [...previous, ...data].filter((path) => !planned.has(path) && !MARKERS.has(path))
}

/** Moves all files of a tree into another. If `to` does not exist, the tree is moved as a whole. */
function moveTree(from: string, to: string): void {
  const files = listTree(from, '')
  if (files.length === 0) return
  if (existsSync(to)) for (const file of files) moveFile(join(from, file), join(to, file))
  else moveFile(from, to)
}

/** Removes a file and the folders that become empty. */
function removeOutput(out: string, path: string): void {
  removeFile(join(out, path))
  const folders = path.split('/').slice(0, -1)
  for (; folders.length > 1; folders.pop())
    try {
      rmdirSync(join(out, folders.join('/')))
    } catch {
      return
    }
}

/** Paths of all files below `root/tree`, relative to `root`; none if the folder is missing. */
function listTree(root: string, tree: string): string[] {
  const files: string[] = []
  const folders = existsSync(join(root, tree)) ? [tree === '' ? '' : `${tree}/`] : []
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isDirectory()) folders.push(`${folder}${entry.name}/`)
      else files.push(folder + entry.name)
  return files
}

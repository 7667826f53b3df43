/**
 * Step: gives the new files their final names and removes those that are no more.
 *
 * Up to here the old site is untouched. Its mark (`site.json`) goes first and comes back last, so a site that has it is whole. Another
 * mark says meanwhile that the site is kb's own, so that the next build may finish what this one began.
 */
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { moveFile, writeNewFile } from '../../disk/write-file.js'
import { KbError } from '../../kb-error.js'
import type { SiteView } from '../../render/view.js'
import { SITE_MARKER, type SiteMarker, UNFINISHED_MARKER, writeSiteMarker } from '../../site/site-marker.js'
import type { BuildRun } from '../run/build-run.js'
import { beginPublishing } from '../store/build-state.js'
import type { Output } from '../store/output-state.js'
import { listDataFiles, refuseForeignData } from './foreign-data.js'

export interface Published {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}

const MARKER_PATH = `site/${SITE_MARKER}`
/** Files of the site that are no output of a step. */
const MARKERS: ReadonlySet<string> = new Set([MARKER_PATH, `site/${UNFINISHED_MARKER}`])

/** Publishes `outputs`, which are all files of the next site and its data but the mark; gives them back with it. */
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
  // Counted before the marker is among them.
  const written = listTree(staged, '').length + listTree(join(stage, 'data'), '').length
  writeNewFile(join(existsSync(site) ? site : staged, UNFINISHED_MARKER), UNFINISHED_TEXT)
  rmSync(join(out, MARKER_PATH), { force: true })
  moveTree(staged, site)
  moveTree(join(stage, 'data'), join(out, 'data'))
  for (const path of stale) removeFile(out, path)
  writeSiteMarker(site, toMarker(view))
  rmSync(join(site, UNFINISHED_MARKER), { force: true })
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

/** Nothing that leads out of the folder or that some system takes for something else. */
const UNSAFE_PATH = /(?:^|\/)\.{0,2}(?:\/|$)|[\0\\:]/

/** Two files under one path, or one outside the site, end the build: each worker knows only its own. */
function checkPaths(outputs: readonly Output[], { state }: BuildRun): Set<string> {
  const planned = new Set<string>()
  for (const { path } of outputs) planned.add(path)
  // The last build has looked at all of its own.
  const areKnown = state.note !== null && outputs.every(({ path }) => state.outputs.has(path))
  if (areKnown && planned.size === outputs.length) return planned
  const folded = new Set<string>()
  for (const { path } of outputs) {
    if (UNSAFE_PATH.test(path)) throw new KbError('path-unsafe', `Expected a path inside the site, found \`${path}\``)
    if (folded.has(path.toLowerCase())) throw new KbError('path-twice', `Two files have the same path, \`${path}\``)
    folded.add(path.toLowerCase())
  }
  return planned
}

/** Files of the old site that the new one does not have; all strangers, where the last build broke off or is not known. */
function findStale(build: BuildRun, planned: ReadonlySet<string>): string[] {
  const { out } = build.space
  const known = build.state.note === null ? listTree(out, 'site') : build.state.outputs.paths()
  const data = build.state.note === null ? listDataFiles(build.space) : []
  return [...known, ...data].filter((path) => !planned.has(path) && !MARKERS.has(path))
}

/** Moves all files of a tree into another; a tree that has no counterpart is moved as a whole. */
function moveTree(from: string, to: string): void {
  const files = listTree(from, '')
  if (files.length === 0) return
  if (existsSync(to)) for (const file of files) moveFile(join(from, file), join(to, file))
  else renameSync(from, to)
}

function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true })
  const folders = path.split('/').slice(0, -1)
  for (; folders.length > 1; folders.pop())
    try {
      rmdirSync(join(out, folders.join('/')))
    } catch {
      return
    }
}

/** Paths of all files below `root/tree`, from `root` on; none where that is missing. */
function listTree(root: string, tree: string): string[] {
  const files: string[] = []
  const folders = existsSync(join(root, tree)) ? [tree === '' ? '' : `${tree}/`] : []
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isDirectory()) folders.push(`${folder}${entry.name}/`)
      else files.push(folder + entry.name)
  return files
}

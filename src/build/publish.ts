/**
 * Step: gives the new files their final names and removes those that are no more.
 *
 * Up to here the old site is untouched. Its mark (`site.json`) goes first and comes back last, so a site that has it is whole.
 */
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import type { SiteView } from '../render/view.js'
import type { BuildRun } from './build-run.js'
import { SITE_MARKER, writeSiteMarker } from './site-marker.js'
import { makeFolder, moveFile } from './write-file.js'

export interface Published {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}

export function publish(build: BuildRun, paths: readonly string[], site: SiteView): Published {
  build.clock.begin('publish', 'files', paths.length)
  const planned = checkPaths(paths)
  const { space } = build
  rmSync(join(space.site, SITE_MARKER), { force: true })
  const written = moveTree(space.stagedSite, space.site)
  const removed = removeStale(space.site, planned)
  moveTree(space.stagedData, space.data)
  writeSiteMarker(space.site, {
    generator: site.generator,
    buildId: site.buildId,
    title: site.title,
    articles: site.articleCount,
  })
  rmSync(space.stage, { recursive: true, force: true })
  return { written, unchanged: planned.size - written, removed }
}

/** What a path of the site looks like: no `..`, no drive, nothing hidden but what hosts ask for. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[^\0\\:]+$/

/** Eleventy checks paths only within one run: here two pages under one path, or one outside the site, end the build. */
function checkPaths(paths: readonly string[]): Set<string> {
  const planned = new Set<string>()
  for (const path of paths) {
    if (!SAFE_PATH.test(path) || path.startsWith('/'))
      throw new KbError('path-unsafe', `Expected a path inside the site, found \`${path}\``)
    if (planned.has(path)) throw new KbError('path-twice', `Two pages have the same path, \`${path}\``)
    planned.add(path)
  }
  return planned
}

/** Moves all files of a tree into another; a tree that has no counterpart is moved as a whole. Returns the number of files. */
function moveTree(from: string, to: string): number {
  if (!existsSync(from)) return 0
  const files = listFiles(from)
  if (!existsSync(to)) {
    renameSync(from, to)
    return files.length
  }
  makeFolder(to)
  for (const file of files) moveFile(join(from, file), join(to, file))
  return files.length
}

function removeStale(site: string, planned: ReadonlySet<string>): number {
  const stale = listFiles(site).filter((path) => !planned.has(path))
  for (const path of stale) {
    rmSync(join(site, path))
    removeEmptyFolders(site, path)
  }
  return stale.length
}

function removeEmptyFolders(site: string, path: string): void {
  const folders = path.split('/').slice(0, -1)
  for (; folders.length > 0; folders.pop())
    try {
      rmdirSync(join(site, ...folders))
    } catch {
      return
    }
}

function listFiles(root: string): string[] {
  const files: string[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isDirectory()) folders.push(`${folder}${entry.name}/`)
      else files.push(folder + entry.name)
  return files
}

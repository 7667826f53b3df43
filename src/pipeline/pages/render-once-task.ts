/** Worker: runs Eleventy for the pages that exist once; writes those that differ from what the site has. */
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import './eleventy-environment.js'
import Eleventy from '@11ty/eleventy'
import type { ArchiveStatistics, EleventyPages, OnceView, SiteView } from '../../render/view.js'
import type { Position } from '../../workers/position.js'
import { type CatalogShare, openCatalog } from '../catalog/catalog.js'
import { type Stage, type StagedFile, stageFile } from '../store/stage-file.js'
import { toOnceView } from './archive-view.js'
import type { RenderOutput } from './render-task.js'

export interface RenderOnceInput {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly catalog: CatalogShare
  readonly key: string
  readonly stage: Stage
}

const CONFIG = fileURLToPath(new URL('../../../.eleventy.js', import.meta.url))
const TEMPLATES = fileURLToPath(new URL('../../../templates', import.meta.url))

export async function performRenderOnce(input: RenderOnceInput, position: Position): Promise<RenderOutput> {
  const { site, statistics, key, stage } = input
  const view = toOnceView(site, statistics, openCatalog(input.catalog))
  const staged: StagedFile[] = []
  for (const { url, content } of await runEleventy({ ...view, ...NO_MORE })) {
    staged.push(stageFile(stage, { path: `site/${toFilePath(url)}`, key }, content))
    position.advance(1)
  }
  return staged
}

/** Loads Eleventy and the templates, by a run that makes no page. */
export async function prepareRenderOnce(): Promise<void> {
  await runEleventy({ ...NO_MORE, facetIndexes: [], single: false })
}

/** Pages that exist many times are made by `render-task.ts`. */
const NO_MORE = { articles: [], lists: [], originals: [] } as const

/** The pages of one run; Eleventy itself writes nothing. */
function runEleventy(archive: EleventyPages & Pick<OnceView, 'facetIndexes' | 'single'>) {
  const eleventy = new Eleventy(TEMPLATES, '', {
    quietMode: true,
    configPath: relative(process.cwd(), CONFIG),
    config: (config) => config.addGlobalData('archive', () => archive),
  })
  return eleventy.toJSON()
}

/** `/kb/214/Q214864/` -> `kb/214/Q214864/index.html` */
function toFilePath(url: string): string {
  const path = url.slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

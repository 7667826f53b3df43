/** Worker: runs Eleventy for the single pages, such as the home page; stages pages that differ from the site's. */
import type { ArchiveStatistics, SiteView } from '../../render/view.js'
import type { Position } from '../../workers/position.js'
import { type CatalogShare, openCatalog } from '../catalog/catalog.js'
import { type Stage, type StagedFile, stageFile } from '../store/stage-file.js'
import { toOnceView } from './archive-view.js'
import type { RenderOutput } from './render-task.js'
import { runEleventy } from './run-eleventy.js'

export interface RenderOnceInput {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly catalog: CatalogShare
  readonly key: string
  readonly stage: Stage
}

export async function performRenderOnce(input: RenderOnceInput, position: Position): Promise<RenderOutput> {
  const { site, statistics, key, stage } = input
  const view = toOnceView(site, statistics, openCatalog(input.catalog))
  const staged: StagedFile[] = []
  for (const { path, content } of await runEleventy({ ...view, ...NO_MORE })) {
    staged.push(stageFile(stage, { path: `site/${path}`, key }, content))
    position.advance(1)
  }
  return staged
}

/** Loads Eleventy and the templates ahead of time, by a run that makes no page. */
export async function prepareRenderOnce(): Promise<void> {
  await runEleventy({ ...NO_MORE, facetIndexes: [], single: false })
}

/** No articles, lists or original texts: `render-task.ts` makes their pages. */
const NO_MORE = { articles: [], lists: [], originals: [] } as const

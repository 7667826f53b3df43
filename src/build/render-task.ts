/** Worker: one run of Eleventy over a part of the site; writes the pages that differ from what the site has. */
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import Eleventy from '@11ty/eleventy'
import type { ArchiveStatistics, SiteView } from '../render/view.js'
import { toArchiveView } from './archive-view.js'
import { type CatalogShare, openCatalog } from './catalog.js'
import type { PlannedArticle } from './plan.js'
import { PackReader } from './raw-packs.js'
import { stageFile } from './stage-file.js'
import type { Position } from './tasks.js'

export interface RenderInput {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly catalog: CatalogShare
  readonly articles: readonly PlannedArticle[]
  readonly lists: readonly number[]
  readonly single: boolean
  readonly rawFolder: string
  readonly dataFolder: string
  readonly encoding: string | null
  /** Where changed pages are put. */
  readonly stage: string
  /** The site as it is, or null: there is none. */
  readonly siteFolder: string | null
}

export interface RenderOutput {
  /** Paths of all pages of this part: `kb/214/Q214864/index.html`. */
  readonly paths: readonly string[]
  readonly written: number
  readonly bytes: number
}

const CONFIG = fileURLToPath(new URL('../../.eleventy.js', import.meta.url))
const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url))

export async function performRender(input: RenderInput, position: Position): Promise<RenderOutput> {
  const raw = new PackReader(input.rawFolder)
  const archive = toArchiveView({ ...input, catalog: openCatalog(input.catalog), raw, position })
  const eleventy = new Eleventy(TEMPLATES, input.stage, {
    quietMode: true,
    configPath: relative(process.cwd(), CONFIG),
    config: (config) => config.addGlobalData('archive', () => archive),
  })
  const paths: string[] = []
  let written = 0
  let bytes = 0
  for (const page of await eleventy.toJSON()) {
    const path = toSitePath(page.url)
    paths.push(path)
    bytes += Buffer.byteLength(page.content)
    if (stageFile(input, path, page.content).isNew) written++
    position.advance(1)
  }
  raw.close()
  return { paths, written, bytes }
}

/** `/kb/214/Q214864/` -> `kb/214/Q214864/index.html` */
function toSitePath(url: string): string {
  const path = url.slice(1).replaceAll(sep, '/')
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

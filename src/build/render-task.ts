/** Worker: one run of Eleventy over a part of the site; writes the pages that differ from what the site has. */
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import './eleventy-environment.js'
import Eleventy from '@11ty/eleventy'
import type { ArchiveStatistics, ArchiveView, SiteView } from '../render/view.js'
import { toArchiveView } from './archive-view.js'
import { type CatalogShare, openCatalog } from './catalog.js'
import type { ArticlePage, ListPageName, OriginalsPage } from './page-keys.js'
import { PackReader } from './raw-packs.js'
import { type Stage, type StagedFile, stageFile } from './stage-file.js'
import type { Position } from './tasks.js'

export interface RenderInput {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly catalog: CatalogShare
  readonly articles: readonly ArticlePage[]
  readonly lists: readonly ListPageName[]
  readonly originals: readonly OriginalsPage[]
  /** The key of the pages that exist once, if they are to be made. */
  readonly singleKey: string | null
  readonly rawFolder: string
  readonly encoding: string | null
  readonly stage: Stage
}

export type RenderOutput = readonly StagedFile[]

const CONFIG = fileURLToPath(new URL('../../.eleventy.js', import.meta.url))
const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url))

export async function performRender(input: RenderInput, position: Position): Promise<RenderOutput> {
  const raw = new PackReader(input.rawFolder)
  const keys = new Map([...input.articles, ...input.lists, ...input.originals].map(({ path, key }) => [path, key]))
  const archive = toArchiveView({
    ...input,
    site: input.singleKey === null ? withoutTotals(input.site) : input.site,
    articles: input.articles.map(({ article }) => article),
    lists: input.lists.map(({ index }) => index),
    originals: input.originals.map(({ articles }) => articles),
    single: input.singleKey !== null,
    catalog: openCatalog(input.catalog),
    dataFolders: [input.stage.stage, input.stage.out].map((folder) => join(folder, 'data')),
    raw,
    position,
  })
  const staged: StagedFile[] = []
  for (const { url, content } of await runEleventy(archive, input.stage.stage)) {
    const path = `site/${toFilePath(url)}`
    const key = keys.get(path) ?? input.singleKey
    if (key === null) throw new Error(`Expected a planned page, found \`${path}\``)
    staged.push(stageFile(input.stage, { path, key }, content))
    position.advance(1)
  }
  raw.close()
  return staged
}

/** Loads Eleventy and the templates, by a run that makes no page. */
export async function prepareRender(): Promise<void> {
  await runEleventy(NOTHING, '')
}

const NOTHING: Pick<ArchiveView, 'articles' | 'lists' | 'originals' | 'facetIndexes' | 'single'> = {
  articles: [],
  lists: [],
  originals: [],
  facetIndexes: [],
  single: false,
}

/** The pages of one run; nothing is written to `output`. */
function runEleventy(archive: unknown, output: string) {
  const eleventy = new Eleventy(TEMPLATES, output, {
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

/**
 * The site as pages see it that exist many times: what changes with every build must not be on them, or adding one article
 * would make 60,000 pages anew. Asking for it is a defect of a template.
 */
function withoutTotals(site: SiteView): SiteView {
  const refuse = (name: string) => ({
    get(): never {
      throw new Error(`Expected a page that exists many times not to show \`site.${name}\``)
    },
    enumerable: false,
  })
  return Object.defineProperties({ ...site }, { buildId: refuse('buildId'), articleCount: refuse('articleCount') })
}

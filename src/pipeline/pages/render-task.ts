/**
 * Worker: renders pages of articles, original texts and lists without Eleventy; stages pages that differ from those of
 * the site.
 */
import { join } from 'node:path'
import * as articleTemplate from '../../../templates/article.11ty.js'
import * as listTemplate from '../../../templates/list.11ty.js'
import * as originalsTemplate from '../../../templates/originals.11ty.js'
import type { PageTemplate } from '../../../templates/template.js'
import type { PagesView, SiteFrame } from '../../render/view.js'
import type { Position } from '../../workers/position.js'
import { type CatalogShare, openCatalog } from '../catalog/catalog.js'
import { SpoolReader } from '../store/spool.js'
import { type FileName, type Stage, type StagedFile, stageFile } from '../store/stage-file.js'
import { toPagesView } from './archive-view.js'
import type { ArticlePage, ListPageName, OriginalsPage } from './page-keys.js'

export interface RenderInput {
  readonly site: SiteFrame
  readonly catalog: CatalogShare
  readonly articles: readonly ArticlePage[]
  readonly originals: readonly OriginalsPage[]
  readonly lists: readonly ListPageName[]
  readonly rawFolder: string
  readonly encoding: string | null
  readonly stage: Stage
}

export type RenderOutput = readonly StagedFile[]

export function performRender(input: RenderInput, position: Position): RenderOutput {
  const { articles, originals, lists, stage } = input
  const raw = new SpoolReader(input.rawFolder)
  const archive = toPagesView({
    site: input.site,
    catalog: openCatalog(input.catalog),
    articles: [...articles.map(({ article }) => article), ...originals.flatMap((page) => page.articles)],
    dataFolders: [stage.stage, stage.out].map((folder) => join(folder, 'data')),
    raw,
    encoding: input.encoding,
    position,
  })
  const staged: StagedFile[] = []
  const makeAll = <Page extends FileName, Entry>(
    pages: readonly Page[],
    template: PageTemplate<Entry>,
    toEntry: (page: Page) => Entry,
  ) => {
    for (const page of pages) {
      const content = makePage(page, template, { archive, entry: toEntry(page) })
      staged.push(stageFile(stage, page, content))
      position.advance(1)
    }
  }
  makeAll(articles, articleTemplate, ({ article }) => article.number)
  makeAll(originals, originalsTemplate, (page) => page.articles.map(({ number }) => number))
  makeAll(lists, listTemplate, ({ index }) => index)
  raw.close()
  return staged
}

/** Renders a page. Throws if the template names another file than the one that was planned. */
function makePage<Entry>(
  { path }: FileName,
  { data, render }: PageTemplate<Entry>,
  input: { readonly archive: PagesView; readonly entry: Entry },
): string {
  const named = `site/${data.permalink(input)}`
  if (named !== path) throw new Error(`Expected a template to name the page \`${path}\`, found \`${named}\``)
  return render(input)
}

/** The page of an article. `render` lists its parts from top to bottom; each part is a file in `parts/article/`. */
import { renderBody } from '../src/render/body/body.js'
import { articlePath } from '../src/render/paths.js'
import { articleContents } from './parts/article/contents.js'
import { articleFacts } from './parts/article/facts.js'
import { articleHeader } from './parts/article/header.js'
import { toTechArticle } from './parts/article/json-ld.js'
import { articleKeywords } from './parts/article/keywords.js'
import { articleLinks, articleNeighbours } from './parts/article/links.js'
import { articleRevisions } from './parts/article/revisions.js'
import { articleSource } from './parts/article/source.js'
import { printPage, rootOf } from './parts/page.js'
import { COMMON_SETTINGS, eachOf, type PageInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.articles'),
  permalink: ({ entry }: PageInput<number>) => `${articlePath(entry)}index.html`,
}

export function render({ archive, entry }: PageInput<number>): string {
  const { site } = archive
  const context = archive.article(entry)
  const { article } = context
  const path = articlePath(entry)
  const root = rootOf(path)
  const main = (
    <article>
      {articleHeader(root, context)}
      <div class="side">
        {articleFacts(root, context)}
        {articleContents(context)}
      </div>
      <div class="body">{renderBody(article, { root, targets: context.targets })}</div>
      <footer class="after">
        {articleLinks(root, context)}
        {articleKeywords(root, context)}
        {articleRevisions(context)}
        {articleSource(site, root, context)}
      </footer>
      {articleNeighbours(root, context)}
    </article>
  )
  return printPage(site, {
    path,
    title: `${article.id}: ${article.title}`,
    description: context.card.summary,
    section: 'product',
    layout: 'reading',
    jsonLd: site.url === null ? null : toTechArticle(context),
    main,
  })
}

/**
 * The page of an article. What stands on it, from top to bottom, is the list in `render`; each part is a file.
 */
import { renderBody } from '../src/render/body.js'
import { articlePath } from '../src/render/paths.js'
import { articleAside } from './parts/article-aside.js'
import { articleHeader } from './parts/article-header.js'
import { articleNotes } from './parts/article-notes.js'
import { printPage, rootOf } from './parts/page.js'
import { COMMON_SETTINGS, eachOf, type TemplateInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.articles'),
  permalink: ({ entry }: TemplateInput<number>) => `${articlePath(entry)}index.html`,
}

export function render({ archive, entry }: TemplateInput<number>): string {
  const context = archive.article(entry)
  const path = articlePath(entry)
  const root = rootOf(path)
  const main = (
    <>
      {articleHeader(root, context)}
      {articleAside(context)}
      <article class="body" id="_body">
        {renderBody(context.article, { root, targets: context.targets })}
      </article>
      {articleNotes(archive.site, root, context)}
    </>
  )
  return printPage(archive.site, {
    path,
    title: `${context.article.id}: ${context.article.title}`,
    description: context.card.summary,
    section: 'product',
    layout: 'article',
    main,
  })
}

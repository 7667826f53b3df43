/** The head of an article's page: breadcrumbs and title. */
import type { Result } from 'hastscript'
import { bucketPath } from '../../../src/render/paths.js'
import type { ArticleContext } from '../../../src/render/view.js'
import { listLink } from '../facets.js'
import { pageHref } from '../page.js'
import { titleWithType } from '../text.js'

export function articleHeader(root: string, { article, card }: ArticleContext): Result {
  const { code, name } = card.product
  return (
    <header class="lead">
      <nav class="crumbs" aria-label="Breadcrumbs">
        <a href={pageHref(root, 'product/')}>Products</a>
        {name === '' ? null : listLink(root, 'filed', code ?? name, name)}
        <a href={pageHref(root, bucketPath(article.bucket))}>{`Q${Number(article.bucket)}xxx`}</a>
        <b>{article.id}</b>
      </nav>
      <h1>{titleWithType(article)}</h1>
    </header>
  )
}

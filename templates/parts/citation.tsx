/**
 * How to cite an article: in three forms, each with a button that copies it.
 */
import type { Result } from 'hastscript'
import { type CitedArticle, citeArticle } from '../../src/render/citation.js'
import { articlePath } from '../../src/render/paths.js'
import type { SiteView } from '../../src/render/view.js'

/** The buttons are shown by the script that makes them work. */
export function citation(site: SiteView, article: CitedArticle & { readonly number: number }): Result {
  const url = site.url === null ? null : site.url + articlePath(article.number)
  return (
    <details>
      <summary>Cite this article</summary>
      <dl class="cite">
        {citeArticle(article, site.title, url).map(({ name, text }) => (
          <>
            <dt>
              {name}{' '}
              <button type="button" dataCopyNext={true} hidden={true}>
                Copy
              </button>
            </dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

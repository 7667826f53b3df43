/**
 * What stands below an article's text: references, backlinks, keywords, the original.
 */
import type { Result } from 'hastscript'
import type { ArticleContext, SiteView } from '../../src/render/view.js'
import { articleHref, cardLines } from './card-list.js'

export function articleNotes(_site: SiteView, root: string, context: ArticleContext): Result {
  const { article, backlinks, original, previous, next } = context
  return (
    <footer class="notes">
      {backlinks.length === 0 ? null : (
        <section>
          <h2>Referred to by</h2>
          {cardLines(root, backlinks)}
        </section>
      )}
      {original === null ? null : (
        <details class="original">
          <summary>Original text</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
          <pre dataOriginal={true} tabIndex={0}>{`\n${original.text}`}</pre>
        </details>
      )}
      <nav class="neighbours" aria-label="Neighbours by number">
        {previous === null ? null : (
          <a rel="prev" href={articleHref(root, previous.number)}>
            {previous.id}
          </a>
        )}
        {next === null ? null : (
          <a rel="next" href={articleHref(root, next.number)}>
            {next.id}
          </a>
        )}
      </nav>
      <p class="legal">
        {article.legal.year === null ? null : `Copyright Microsoft Corporation ${article.legal.year}.`}
      </p>
    </footer>
  )
}

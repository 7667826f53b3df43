/** Citations of an article: text, Markdown, BibTeX. The script adds a button to each, which names and copies it. */
import type { Result } from 'hastscript'
import type { Article } from '../../../src/article/article.js'
import { articlePath } from '../../../src/render/paths.js'
import type { SiteFrame } from '../../../src/render/view.js'
import { citeArticle } from '../../../src/render/words/citation.js'

export function articleCitation({ title, url }: SiteFrame, article: Article): Result {
  const permalink = url === null ? null : url + articlePath(article.number)
  return (
    <details class="cite">
      <summary>Cite</summary>
      {citeArticle(article, title, permalink).map((text) => (
        <p>{text}</p>
      ))}
    </details>
  )
}

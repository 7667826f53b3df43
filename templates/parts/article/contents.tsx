/**
 * The table of contents, where an article has enough headings to need one.
 */
import type { Result } from 'hastscript'
import type { ArticleContext } from '../../../src/render/view.js'

const FEWEST_HEADINGS = 4

export function articleContents({ article }: ArticleContext): Result | null {
  const headed = article.sections.filter((section) => section.heading !== null)
  if (headed.length < FEWEST_HEADINGS) return null
  return (
    <nav class="toc" aria-label="Contents">
      <ol>
        {headed.map((section) => (
          <li class={section.depth === 1 ? null : `d${section.depth}`}>
            <a href={`#${section.slug}`}>{section.heading?.text ?? ''}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

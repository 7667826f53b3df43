/** The table of contents of an article; only if it has enough headings. */
import type { Result } from 'hastscript'
import type { ArticleContext } from '../../../src/render/view.js'
import { sectionId } from '../../../src/render/words/section-id.js'

const FEWEST_HEADINGS = 4

export function articleContents({ article }: ArticleContext): Result | null {
  const headed = article.sections.filter((section) => section.heading !== null)
  if (headed.length < FEWEST_HEADINGS) return null
  const top = headed.reduce((least, { depth }) => Math.min(least, depth), Infinity)
  return (
    <nav class="toc" aria-label="Contents">
      <ol>
        {headed.map((section) => (
          <li class={section.depth === top ? null : `d${section.depth - top + 1}`}>
            <a href={`#${sectionId(section.slug)}`}>{section.heading?.text ?? ''}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

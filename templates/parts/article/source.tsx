/** The source of an article: its files, link to the original text, problems, citations, legal notice. */
import type { Result } from 'hastscript'
import type { Article } from '../../../src/article/article.js'
import { originalsPath } from '../../../src/render/paths.js'
import type { ArticleContext, SiteFrame } from '../../../src/render/view.js'
import { explainProblem } from '../../../src/render/words/article-words.js'
import { pageHref } from '../page.js'
import { countOf } from '../text.js'
import { articleCitation } from './citation.js'
import { articleCopies, placeOf } from './copies.js'

export function articleSource(site: SiteFrame, root: string, { article }: ArticleContext): Result {
  return (
    <>
      {problems(root, article)}
      {articleCitation(site, article)}
      <p class="origin">
        {`From ${placeOf(article.source)}. `}
        {site.originals ? <a href={originalHref(root, article)}>Original text</a> : null}
        {site.originals && site.publishData ? ' · ' : null}
        {site.publishData ? (
          <a href={`${root}data/${article.bucket}.ndjson`}>{`JSON of Q${Number(article.bucket)}xxx`}</a>
        ) : null}
      </p>
      {articleCopies(article)}
      {legal(root, article)}
    </>
  )
}

/** The address of the original text, on the page of its hundred numbers. */
function originalHref(root: string, { id, number }: Article): string {
  return `${pageHref(root, originalsPath(number))}#${id}`
}

function problems(root: string, { problems: found }: Article): Result | null {
  if (found.length === 0) return null
  return (
    <details>
      <summary>{`${countOf(found.length, 'oddity', 'oddities')} in the source`}</summary>
      <ul class="problems">
        {found.map(({ code, line, found: text }) => (
          <li>
            <a href={`${pageHref(root, 'problems/')}#${code}`}>{`Line ${line}`}</a>
            {`: ${explainProblem(code)} `}
            {text === '' ? null : <code>{text}</code>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The legal notice: a link to the legal page for the standard one, any other in full. */
function legal(root: string, { legal: { year, standard, text } }: Article): Result {
  return (
    <p class="legal">
      {text}
      {year === null || text !== null ? null : `Copyright Microsoft Corporation ${year}. `}
      {standard ? <a href={pageHref(root, 'legal/')}>Provided "as is".</a> : null}
    </p>
  )
}

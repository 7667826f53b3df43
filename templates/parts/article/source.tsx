/**
 * Where an article's text comes from: the original as it was, what was odd in it, how to cite it, whose it is.
 */
import type { Result } from 'hastscript'
import type { Article } from '../../../src/article/article.js'
import { explainProblem } from '../../../src/render/article-words.js'
import { citeArticle } from '../../../src/render/citation.js'
import { originalNodes } from '../../../src/render/original.js'
import { articlePath } from '../../../src/render/paths.js'
import type { ArticleContext, SiteView } from '../../../src/render/view.js'
import { pageHref } from '../page.js'
import { countOf } from '../text.js'

export function articleSource(site: SiteView, root: string, context: ArticleContext): Result {
  const { article } = context
  return (
    <>
      {problems(root, article)}
      {original(context)}
      {citation(site, article)}
      <p class="origin">
        {`From ${article.source.name}. `}
        {site.publishData ? (
          <a href={`${root}data/${article.bucket}.ndjson`}>{`JSON of Q${Number(article.bucket)}xxx`}</a>
        ) : null}
      </p>
      {legal(root, article)}
    </>
  )
}

function problems(root: string, { problems: found }: Article): Result | null {
  if (found.length === 0) return null
  return (
    <details>
      <summary>{`${countOf(found.length, 'oddity')} in the source`.replace('odditys', 'oddities')}</summary>
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

/** The file of the dump, inside the page: it costs few bytes as its words are there already, and is read without a script. */
function original({ article, original: text }: ArticleContext): Result | null {
  if (text === null) return null
  const { name, encoding, sha256 } = article.source
  const lineEnd = LINE_ENDS[text.lineEnd]
  return (
    <details class="original">
      <summary>Original text</summary>
      <p>
        {`${encoding}, ${lineEnd === 'mixed' ? 'mixed line ends' : `${lineEnd.toUpperCase()} line ends`}, SHA-256 `}
        <code>{sha256}</code>{' '}
        <button
          type="button"
          dataSaveOriginal={true}
          dataName={name.slice(name.lastIndexOf('/') + 1)}
          dataLineEnd={lineEnd}
          dataEncoding={encoding}
          hidden={true}
        >
          Save the file
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
      <pre dataOriginal={true} tabIndex={0}>
        {originalNodes(text)}
      </pre>
    </details>
  )
}

const LINE_ENDS = { '\r\n': 'crlf', '\n': 'lf', '\r': 'cr', mixed: 'mixed' } as const

function citation(site: SiteView, article: Article): Result {
  const url = site.url === null ? null : site.url + articlePath(article.number)
  return (
    <details>
      <summary>Cite this article</summary>
      <dl class="cite">
        {citeArticle(article, site.title, url).map(({ name, text }, index) => (
          <>
            <dt>
              {name}{' '}
              <button type="button" dataCopyFrom={`cite_${index}`} hidden={true}>
                Copy
              </button>
            </dt>
            <dd id={`cite_${index}`}>{text}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

/** The usual notice is on a page of its own, any other in full. */
function legal(root: string, { legal: { year, standard, text } }: Article): Result {
  return (
    <p class="legal">
      {text}
      {year === null || text !== null ? null : `Copyright Microsoft Corporation ${year}. `}
      {standard ? <a href={pageHref(root, 'legal/')}>Provided "as is", without warranty of any kind.</a> : null}
    </p>
  )
}

/** The page of problems in the source texts: each kind, its frequency, and examples. */
import { cardLines } from './parts/card-list.js'
import { printPage, rootOf } from './parts/page.js'
import { countOf } from './parts/text.js'
import { ONCE, type TemplateInput } from './template.js'

const PATH = 'problems/'
const ROOT = rootOf(PATH)

export const data = { ...ONCE, permalink: `${PATH}index.html` }

export function render({ archive: { site, statistics } }: TemplateInput): string {
  const { problems } = statistics
  const main = (
    <>
      <header class="lead">
        <h1>Oddities in the source</h1>
        <p>
          The texts were damaged in many small ways before they were archived. Nothing was repaired in silence: each
          place that is unusual was noted, and the page of the article names the line.
        </p>
      </header>
      {problems.length === 0 ? <p>None was found.</p> : null}
      {problems.map(({ code, explanation, count, articles }) => (
        <section aria-labelledby={code}>
          <h2 id={code}>{explanation}</h2>
          <p class="facts">
            <code>{code}</code>
            {`, in ${countOf(count, 'article')}${articles.length < count ? ', such as' : ''}:`}
          </p>
          {cardLines(ROOT, articles)}
        </section>
      ))}
    </>
  )
  return printPage(site, {
    path: PATH,
    title: 'Oddities in the source',
    description: `${problems.length} kinds of oddities that the source texts have, with examples.`,
    layout: 'plain',
    main,
  })
}

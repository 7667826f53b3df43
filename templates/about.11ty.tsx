/** The page about the archive: its contents, the sources of its texts, how it was built, and its data for download. */
import type { Result } from 'hastscript'
import type { OnceView } from '../src/render/view.js'
import { productMap, structureChart, timeline, typeChart } from './parts/charts/archive-charts.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { countOf, fact } from './parts/text.js'
import { ONCE, type TemplateInput } from './template.js'

const PATH = 'about/'
const ROOT = rootOf(PATH)

export const data = { ...ONCE, permalink: `${PATH}index.html` }

export function render({ archive }: TemplateInput): string {
  const { site, statistics } = archive
  const main = (
    <>
      <header class="lead">
        <h1>{`About ${site.title}`}</h1>
      </header>
      <div class="prose">
        <p>
          {`This is an archive of ${countOf(site.articleCount, 'Knowledge Base article')}: the short texts in which support engineers once wrote down what goes wrong with a product, why, and what to do. They were published as plain text. Here each has a page of its own with headings, lists, code, tables and links${site.originals ? ', and one click away the text exactly as it was' : ''}.`}
        </p>
        <p>
          Everything works on any web host and by double click from a disk, the search too. No page asks another host
          for anything, and all articles can be read without JavaScript.
        </p>
        {origin(archive)}
        {ownData(archive)}
        <section aria-labelledby="quality">
          <h2 id="quality">How well the texts were read</h2>
          <p>
            {
              'No character of an article is left out. Where the source is odd, the page says so; all such places are on the page of '
            }
            <a href={pageHref(ROOT, 'problems/')}>oddities</a>
            {'. Articles that are referred to and missing are listed as '}
            <a href={pageHref(ROOT, 'wanted/')}>wanted</a>.
          </p>
        </section>
      </div>
      <section aria-labelledby="charts">
        <h2 id="charts">What is in it</h2>
        <div class="halves">
          {timeline(statistics)}
          {typeChart(statistics)}
          {structureChart(statistics, site.articleCount)}
          {productMap(statistics)}
        </div>
      </section>
    </>
  )
  return printPage(site, {
    path: PATH,
    title: 'About',
    description: `What ${site.title} is, where its texts come from and how it was built.`,
    section: 'about',
    layout: 'plain',
    main,
  })
}

function origin({ site, statistics }: OnceView): Result {
  return (
    <section aria-labelledby="origin">
      <h2 id="origin">Where it comes from</h2>
      <dl class="facts">
        {fact('Built by', site.generator)}
        {fact('Build', site.buildId)}
        {fact('Articles', site.articleCount.toLocaleString('en-US'))}
      </dl>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Articles</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {statistics.sources.map(({ name, sha256, articles }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{articles.toLocaleString('en-US')}</td>
                <td>
                  <code>{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Links to the data of the archive, if it is published with the site. */
function ownData({ site }: OnceView): Result | null {
  if (!site.publishData) return null
  return (
    <section aria-labelledby="data">
      <h2 id="data">The data</h2>
      <p>
        {'The articles as JSON, one a line: a file for each thousand numbers, linked from its page. Their '}
        <a href={`${ROOT}data/article.schema.json`}>schema</a>
        {' says what each field means, and '}
        <a href={`${ROOT}data/problems.json`}>problems.json</a>
        {' lists every oddity.'}
      </p>
    </section>
  )
}

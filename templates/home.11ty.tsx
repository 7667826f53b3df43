/** The home page: what the archive is, the search, and lists to browse. */
import type { Result } from 'hastscript'
import type { OnceView } from '../src/render/view.js'
import { articleHref, cardLines } from './parts/card-list.js'
import { timeline } from './parts/charts/archive-charts.js'
import { pageHref, printPage } from './parts/page.js'
import { countOf } from './parts/text.js'
import { valueList } from './parts/value-list.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: 'index.html' }

const ROOT = ''
const SHOWN_PRODUCTS = 24

/**
 * Renders the page. The element `alone` is visible only without the style sheet, as in a program that shows ZIPs and
 * unpacks only the file that is opened.
 */
export function render({ archive }: TemplateInput): string {
  const { site, statistics } = archive
  const description = `${countOf(site.articleCount, 'legacy Knowledge Base article')} to read, browse and search, with or without a network.`
  const main = (
    <>
      <p class="alone">
        This page has no style sheet. If you opened it inside a ZIP file, unpack the whole file first, and then open its
        index.html.
      </p>
      {hero(archive, description)}
      {products(archive)}
      <div class="halves">
        <section aria-labelledby="recent">
          <h2 id="recent">Recently revised</h2>
          {cardLines(ROOT, statistics.recent.slice(0, 8))}
        </section>
        {timeline(statistics)}
      </div>
      {numbers(archive)}
    </>
  )
  return printPage(site, {
    path: '',
    title: site.title,
    description,
    section: 'search',
    scripts: ['numbers.js'],
    layout: 'plain',
    main,
  })
}

function hero({ site, statistics }: OnceView, description: string): Result {
  const random = statistics.recent[0]
  return (
    <header class="hero">
      <h1>{site.title}</h1>
      <p>{description}</p>
      <search>
        <form action={pageHref(ROOT, 'search/')}>
          <input
            type="search"
            name="q"
            aria-label="Search the archive"
            placeholder="Words, an error message, a code, Q214864"
          />
          <button type="submit">Search</button>
        </form>
      </search>
      <p class="ways">
        <span>Browse by</span>
        {WAYS.map(([facet, label]) => (
          <a href={pageHref(ROOT, `${facet}/`)}>{label}</a>
        ))}
        {random === undefined ? null : (
          <a data-random="" hidden={true} href={articleHref(ROOT, random.number)}>
            a random article
          </a>
        )}
      </p>
    </header>
  )
}

const WAYS = [
  ['product', 'product'],
  ['filed', 'filing code'],
  ['type', 'type'],
  ['keyword', 'keyword'],
  ['technology', 'technology'],
  ['system', 'operating system'],
  ['year', 'year'],
  ['error', 'error code'],
] as const

function products({ statistics }: OnceView): Result | null {
  const { length } = statistics.products
  if (length === 0) return null
  return (
    <section aria-labelledby="products">
      <h2 id="products">Products</h2>
      {valueList(ROOT, 'product', statistics.products.slice(0, SHOWN_PRODUCTS))}
      {length <= SHOWN_PRODUCTS ? null : (
        <p>
          <a href={pageHref(ROOT, 'product/')}>{`All ${length} products`}</a>
        </p>
      )}
    </section>
  )
}

/** Small links to all buckets. */
function numbers({ statistics }: OnceView): Result {
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">By number</h2>
      <p>Each link is the thousand articles whose numbers begin so.</p>
      <nav class="parts numbers" aria-labelledby="numbers">
        {statistics.buckets.map(({ label, path, count }) => (
          <a href={pageHref(ROOT, path)} title={countOf(count, 'article')}>
            {`Q${Number(label)}`}
          </a>
        ))}
      </nav>
    </section>
  )
}

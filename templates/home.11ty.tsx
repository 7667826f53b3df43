/**
 * The home page: what this is, the search, the ways in.
 */
import { cardLines } from './parts/card-list.js'
import { pageHref, printPage } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: 'index.html' }

export function render({ archive }: TemplateInput): string {
  const { site, statistics } = archive
  const count = site.articleCount.toLocaleString('en-US')
  const description = `${count} legacy Knowledge Base articles to read, browse and search, with or without a network.`
  const main = (
    <>
      <header class="lead hero">
        <h1>{site.title}</h1>
        <p>{description}</p>
        <form action={pageHref('', 'search/')} method="get" role="search" aria-label="Search the articles">
          <input type="search" name="q" aria-label="What to search for" />
          <button type="submit">Search</button>
        </form>
      </header>
      <section>
        <h2>Products</h2>
        <ul class="values">
          {statistics.products.map((value) => (
            <li>
              <a href={pageHref('', value.path)}>{value.title}</a>
              <span class="count">{value.count.toLocaleString('en-US')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Recently revised</h2>
        {cardLines('', statistics.recent)}
      </section>
    </>
  )
  return printPage(site, { path: '', title: site.title, description, layout: 'plain', main })
}

/** A page of a list of articles: of a bucket (`kb/214/`) or of a value of a facet (`product/windows-nt/page-2/`). */
import type { Facet, FacetValue, ListGroup, ListPage } from '../src/render/view.js'
import { cardRows } from './parts/card-list.js'
import { breadcrumbs, FACET_TITLES, facetName } from './parts/facets.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { pagination } from './parts/pagination.js'
import { countOf } from './parts/text.js'
import { meaningOf, valueTitle } from './parts/value-list.js'
import { COMMON_SETTINGS, eachOf, type PageInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.lists'),
  permalink: ({ archive, entry }: PageInput<number>) => `${archive.list(entry).path}index.html`,
}

export function render({ archive, entry }: PageInput<number>): string {
  const list = archive.list(entry)
  const root = rootOf(list.path)
  const title = listTitle(list)
  const main = (
    <>
      <header class="lead">
        {breadcrumbs(root, list.facet, list.broader)}
        <h1>{title}</h1>
        <p>{describe(list)}</p>
      </header>
      {versions(root, list)}
      {parts(root, list)}
      {list.facet === 'bucket' && archive.site.publishData ? dataLink(root, list) : null}
      {list.groups.map((group) => listGroup(root, list, group))}
      {pagination(root, list.value.path, list.page, list.pages)}
    </>
  )
  return printPage(archive.site, {
    path: list.path,
    title: list.page === 1 ? title : `${title}, page ${list.page}`,
    description: describe(list),
    section: list.facet,
    layout: 'list',
    main,
  })
}

/** Facets whose name is not shown before a value: `Windows NT 4.0`, not `Version Windows NT 4.0`. */
const NAMED_BY_TITLE: ReadonlySet<string> = new Set(['product', 'version', 'filed'])

function listTitle({ facet, value }: ListPage): string {
  if (facet === 'bucket') return `Articles Q${value.label}000 to Q${value.label}999`
  const title = valueTitle(facet, value)
  return NAMED_BY_TITLE.has(facet) ? title : `${FACET_TITLES[facet].one} ${title}`
}

function describe({ facet, value, page, pages }: ListPage): string {
  const articles = value.count === 1 ? '1 article' : `${value.count.toLocaleString('en-US')} articles`
  const where = facet === 'bucket' ? 'in this range of numbers' : whereListed(facet, value)
  return pages === 1 ? `${articles} ${where}.` : `${articles} ${where}; page ${page} of ${pages}.`
}

function whereListed(facet: Facet, value: FacetValue): string {
  if (facet === 'product' || facet === 'version') return `about ${value.title}`
  return `filed under ${nameWithMeaning(facet, value)}`
}

/**
 * `technology kbWinNT400search (Windows NT 4.0, any version)`. The meaning of a product code is already in the title.
 */
function nameWithMeaning(facet: Facet, value: FacetValue): string {
  const meaning = facet === 'filed' ? null : meaningOf(facet, value)
  return `${facetName(facet)} ${value.label}${meaning === null ? '' : ` (${meaning})`}`
}

/** A link to the articles of a bucket as JSON. */
function dataLink(root: string, { value }: ListPage) {
  return (
    <p>
      <a href={`${root}data/${value.label}.ndjson`}>These articles as JSON, one a line</a>
    </p>
  )
}

/** Links to the lists of a product's versions. */
function versions(root: string, { narrower, value, page }: ListPage) {
  if (narrower.length === 0 || page > 1) return null
  return (
    <nav class="parts" aria-label="Versions">
      {narrower.map(({ title, path, count }) => (
        <a href={pageHref(root, path)} title={countOf(count, 'article')}>
          {title.slice(value.title.length + 1)}
        </a>
      ))}
    </nav>
  )
}

/** Links to the parts of a list: letters of a product, months of a year. */
function parts(root: string, { parts: all, path: here }: ListPage) {
  if (all.length === 0) return null
  return (
    <nav class="parts" aria-label="Parts of this list">
      {all.map(({ path, id, title, count }) => (
        <a href={`${path === here ? '' : pageHref(root, path)}#${id}`} title={countOf(count, 'article')}>
          {title}
        </a>
      ))}
    </nav>
  )
}

function listGroup(root: string, list: ListPage, { part, goesOn, cards }: ListGroup) {
  const rows = cardRows(root, cards, {
    withSummaries: list.withSummaries,
    withProducts: list.facet !== 'product' && list.facet !== 'version',
  })
  if (part === null) return rows
  return (
    <>
      <h2 id={goesOn ? null : part.id}>{part.title}</h2>
      {rows}
    </>
  )
}

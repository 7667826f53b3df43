/** The page of wanted articles: those that are cited but missing in the archive, the most cited first. */

import { listPagePath } from '../src/render/paths.js'
import type { ArchiveStatistics } from '../src/render/view.js'
import { articleHref } from './parts/card-list.js'
import { printPage, rootOf } from './parts/page.js'
import { pagination } from './parts/pagination.js'
import { countOf } from './parts/text.js'
import { eachPage, type TemplateInput } from './template.js'

const PATH = 'wanted/'
const PAGE_SIZE = 250

const countPages = ({ wanted }: ArchiveStatistics) => Math.max(1, Math.ceil(wanted.length / PAGE_SIZE))

export const data = {
  ...eachPage(({ single, statistics }) => (single ? countPages(statistics) : 0)),
  permalink: ({ entry }: TemplateInput<number>) => `${listPagePath(PATH, entry)}index.html`,
}

export function render({ archive: { site, statistics }, entry: page }: TemplateInput<number>): string {
  const path = listPagePath(PATH, page)
  const root = rootOf(path)
  const pages = countPages(statistics)
  const description = `The ${countOf(statistics.wanted.length, 'article')} most often referred to that this archive lacks.`
  const main = (
    <>
      <header class="lead">
        <h1>Wanted articles</h1>
        <p>{description}</p>
      </header>
      <ol class="wanted" start={(page - 1) * PAGE_SIZE + 1}>
        {statistics.wanted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ id, count, citedBy }) => (
          <li id={id}>
            <b>{id}</b>
            {` cited by ${countOf(count, 'article')}: `}
            {citedBy.map((card) => (
              <a href={articleHref(root, card.number)} title={card.title}>
                {card.id}
              </a>
            ))}
            {citedBy.length < count ? '…' : null}
          </li>
        ))}
      </ol>
      {pagination(root, PATH, page, pages)}
    </>
  )
  return printPage(site, {
    path,
    title: page === 1 ? 'Wanted articles' : `Wanted articles, page ${page}`,
    description,
    layout: 'list',
    main,
  })
}

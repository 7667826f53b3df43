/**
 * The index of a way to browse: all products, all types, all keywords ... with counts.
 */
import type { FacetIndex } from '../src/render/view.js'
import { breadcrumbs, FACET_TITLES } from './parts/facets.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { COMMON_SETTINGS, eachOf, type TemplateInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.facetIndexes'),
  permalink: ({ entry }: TemplateInput<FacetIndex>) => `${entry.path}index.html`,
}

export function render({ archive, entry }: TemplateInput<FacetIndex>): string {
  const root = rootOf(entry.path)
  const names = FACET_TITLES[entry.facet]
  const main = (
    <>
      <header class="lead">
        {breadcrumbs(root, 'bucket')}
        <h1>{names.all}</h1>
        <p>{names.about}</p>
      </header>
      <ul class="values">
        {entry.values.map((value) => (
          <li>
            <a href={pageHref(root, value.path)}>{value.title}</a>
            {value.title === value.label ? null : <span class="label">{value.label}</span>}
            <span class="count">{value.count.toLocaleString('en-US')}</span>
          </li>
        ))}
      </ul>
    </>
  )
  return printPage(archive.site, {
    path: entry.path,
    title: names.all,
    description: `${entry.values.length} ${names.all.toLowerCase()}. ${names.about}`,
    section: entry.facet,
    layout: 'list',
    main,
  })
}

/**
 * Pages at the former addresses of lists by product code, which were below `product/`: each leads to the new address.
 * If a product has the same address (`product/odbc/`), its list is there instead.
 */
import { facetPath } from '../src/render/paths.js'
import type { FacetValue, OnceView } from '../src/render/view.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { valueTitle } from './parts/value-list.js'
import { eachPage, type TemplateInput } from './template.js'

export const data = {
  ...eachPage((archive) => listMoved(archive).length),
  permalink: ({ archive, entry }: TemplateInput<number>) => `${oldPath(movedList(archive, entry))}index.html`,
}

export function render({ archive, entry }: TemplateInput<number>): string {
  const value = movedList(archive, entry)
  const path = oldPath(value)
  const root = rootOf(path)
  const title = valueTitle('filed', value)
  const main = (
    <div class="prose">
      <h1>{title}</h1>
      <p>
        This list is now at <a href={pageHref(root, value.path)}>{`Filing code ${title}`}</a>. There are also lists by{' '}
        <a href={pageHref(root, 'product/')}>product and version</a>.
      </p>
    </div>
  )
  return printPage(archive.site, {
    path,
    title,
    description: `The list of what is filed under ${title} has moved.`,
    section: 'product',
    layout: 'plain',
    main,
  })
}

function listMoved({ facetIndexes }: OnceView): FacetValue[] {
  const pathsOf = (facet: string) => facetIndexes.find((index) => index.facet === facet)?.values ?? []
  const taken = new Set(pathsOf('product').map(({ path }) => path))
  return pathsOf('filed').filter((value) => !taken.has(oldPath(value)))
}

/** The list to which the former address with number `page` leads; pages count from 1. */
function movedList(archive: OnceView, page: number): FacetValue {
  const value = listMoved(archive)[page - 1]
  if (value === undefined) throw new RangeError(`Expected one of ${listMoved(archive).length} lists, found ${page}`)
  return value
}

function oldPath({ label }: FacetValue): string {
  return facetPath('product', label)
}

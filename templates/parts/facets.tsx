/** The names of facets, and links to lists of their values. */
import type { Result } from 'hastscript'
import { keepElements } from '../../src/render/kept-elements.js'
import { facetPath } from '../../src/render/paths.js'
import type { Facet, FacetValue } from '../../src/render/view.js'
import { pageHref } from './page.js'

/** The titles of each facet: of its index page, and of one value. */
export const FACET_TITLES: Readonly<
  Record<Facet, { readonly all: string; readonly one: string; readonly about: string }>
> = {
  product: {
    all: 'Products',
    one: 'Product',
    about:
      'What each article applies to, by its own list, or else by its title, its keywords or what it is filed under.',
  },
  version: { all: 'Versions', one: 'Version', about: 'The versions that an article applies to.' },
  filed: {
    all: 'Filing codes',
    one: 'Filing code',
    about: 'Where the librarians filed each article: one label for each, not always what it is about.',
  },
  type: { all: 'Article types', one: 'Type', about: 'What kind of article it is, by the tag its title begins with.' },
  keyword: { all: 'Keywords', one: 'Keyword', about: 'The words the authors filed articles under.' },
  technology: {
    all: 'Technologies',
    one: 'Technology',
    about: 'Product groups and versions, as tagged by the authors.',
  },
  system: { all: 'Operating systems', one: 'System', about: 'The systems that an article names in its header.' },
  year: { all: 'Years', one: 'Year', about: 'When each article was last modified.' },
  error: { all: 'Error codes', one: 'Error', about: 'Codes, event ids and stop codes that the articles quote.' },
}

/** The name of a facet in a sentence: `product`. */
export function facetName(facet: Facet): string {
  return FACET_TITLES[facet].one.toLowerCase()
}

/** Reports whether a value has a list; `lonely`: the paths of the lists that do not exist. It is usually empty. */
export function hasList(lonely: ReadonlySet<string>, facet: Facet, label: string): boolean {
  return lonely.size === 0 || !lonely.has(facetPath(facet, label))
}

/** A link to the list of a value. */
export const listLink = keepElements((root: string, facet: Facet, label: string, title: string) => (
  <a href={pageHref(root, facetPath(facet, label))}>{title}</a>
))

/** The breadcrumbs of a list: Home / Products. */
export function breadcrumbs(root: string, facet: Facet | 'bucket', broader: FacetValue | null): Result {
  const index = facet === 'version' ? 'product' : facet
  return (
    <nav class="crumbs" aria-label="Breadcrumbs">
      <a href={pageHref(root, '')}>Home</a>
      {index === 'bucket' ? null : <a href={pageHref(root, `${index}/`)}>{FACET_TITLES[index].all}</a>}
      {broader === null ? null : <a href={pageHref(root, broader.path)}>{broader.title}</a>}
    </nav>
  )
}

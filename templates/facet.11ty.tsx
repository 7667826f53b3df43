/** The index page of a facet: all products, all types, all keywords ... with counts. */
import type { Result } from 'hastscript'
import { PRODUCTS_BY_ID, toProductId } from '../src/article/products/product-index.js'
import { PRODUCT_TREE } from '../src/article/products/product-tree.js'
import type { FacetIndex, FacetValue } from '../src/render/view.js'
import { groupErrors } from './parts/error-groups.js'
import { FACET_TITLES } from './parts/facets.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { countOf } from './parts/text.js'
import { valueList } from './parts/value-list.js'
import { COMMON_SETTINGS, eachOf, type TemplateInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.facetIndexes'),
  permalink: ({ entry }: TemplateInput<FacetIndex>) => `${entry.path}index.html`,
}

/** Indexes with fewer values are one list; others are divided into letters. */
const LETTERS_FROM = 80
/** Values that are listed as the most used. */
const MOST_USED = 18

export function render({ archive, entry }: TemplateInput<FacetIndex>): string {
  const root = rootOf(entry.path)
  const { all, one, about } = FACET_TITLES[entry.facet]
  const count =
    entry.values.length === 1
      ? `1 ${one.toLowerCase()}`
      : `${entry.values.length.toLocaleString('en-US')} ${all.toLowerCase()}`
  const main = (
    <>
      <header class="lead">
        <h1>{all}</h1>
        <p>{`${about} ${count}.`}</p>
        {entry.facet === 'error' ? <p class="list-filter-place" /> : null}
      </header>
      {values(root, entry)}
    </>
  )
  return printPage(archive.site, {
    path: entry.path,
    title: all,
    description: `${count} of ${countOf(archive.site.articleCount, 'article')}. ${about}`,
    section: entry.facet,
    layout: 'list',
    scripts: entry.facet === 'error' ? ['list-filter.js'] : [],
    main,
  })
}

function values(root: string, entry: FacetIndex): Result {
  if (entry.facet === 'product') return byFamily(root, entry)
  if (entry.facet === 'error') return byKind(root, entry)
  return entry.values.length < LETTERS_FROM ? valueList(root, entry.facet, entry.values) : byLetter(root, entry)
}

/** The family of products that the product tree lacks. */
const OTHER_FAMILY = 'Other products'

/** Products, grouped by the families of the product tree. */
function byFamily(root: string, { facet, values: products }: FacetIndex): Result {
  const families = new Map<string, FacetValue[]>(PRODUCT_TREE.map(({ family }) => [family, []]))
  for (const product of products) {
    const family = PRODUCTS_BY_ID.get(product.label)?.family ?? OTHER_FAMILY
    const known = families.get(family)
    if (known === undefined) families.set(family, [product])
    else known.push(product)
  }
  const shown = [...families].filter(([, own]) => own.length > 0)
  return (
    <>
      {shown.length < 2 ? null : (
        <nav class="parts" aria-label="Families">
          {shown.map(([family]) => (
            <a href={`#${familyId(family)}`}>{family}</a>
          ))}
        </nav>
      )}
      {shown.map(([family, own]) => (
        <section aria-labelledby={familyId(family)}>
          <h2 id={familyId(family)}>{family}</h2>
          {valueList(root, facet, own)}
        </section>
      ))}
      <p>
        <a href={pageHref(root, 'filed/')}>The filing codes of the librarians</a>
      </p>
    </>
  )
}

function familyId(family: string): string {
  return `family_${toProductId(family)}`
}

/** Error codes, grouped by kind. */
function byKind(root: string, { facet, values }: FacetIndex): Result {
  const groups = groupErrors(values)
  return (
    <>
      <nav class="parts" aria-label="Kinds">
        {groups.map(({ id, title }) => (
          <a href={`#kind_${id}`}>{title}</a>
        ))}
      </nav>
      {groups.map((group) => (
        <section aria-labelledby={`kind_${group.id}`}>
          <h2 id={`kind_${group.id}`}>{group.title}</h2>
          {valueList(root, facet, group.values)}
        </section>
      ))}
    </>
  )
}

/** The most used values, then all values, grouped by first letter. */
function byLetter(root: string, { facet, values }: FacetIndex): Result {
  const letters = groupByLetter(values)
  const mostUsed = [...values].sort((a, b) => b.count - a.count).slice(0, MOST_USED)
  return (
    <>
      <nav class="parts" aria-label="Letters">
        {[...letters.keys()].map((letter) => (
          <a href={`#${letterId(letter)}`}>{letter}</a>
        ))}
      </nav>
      <section aria-labelledby="most">
        <h2 id="most">Most used</h2>
        {valueList(root, facet, mostUsed)}
      </section>
      {[...letters].map(([letter, group]) => (
        <section aria-labelledby={letterId(letter)}>
          <h2 id={letterId(letter)}>{letter}</h2>
          {valueList(root, facet, group)}
        </section>
      ))}
    </>
  )
}

const OTHER = '0-9'
/** `kb`, with which most keywords begin; the letter after it counts. */
const COMMON_START = /^kb(?=[a-z0-9])/i

function groupByLetter(values: readonly FacetValue[]): ReadonlyMap<string, readonly FacetValue[]> {
  const letters = new Map<string, FacetValue[]>()
  const keyed = values.map((value) => ({ value, key: value.title.replace(COMMON_START, '').toUpperCase() }))
  keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
  for (const { value, key } of keyed) {
    const first = key.charAt(0)
    const letter = first >= 'A' && first <= 'Z' ? first : OTHER
    const group = letters.get(letter)
    if (group === undefined) letters.set(letter, [value])
    else group.push(value)
  }
  return letters
}

function letterId(letter: string): string {
  return `letter_${letter.toLowerCase()}`
}

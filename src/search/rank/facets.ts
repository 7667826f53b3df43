/**
 * Filters and their counts, on the columns of the index.
 */
import type { Column, Columns } from '../shards/columns.js'
import type { FacetCount, FilterName, SearchRequest } from '../types.js'
import { FILTER_NAMES } from '../types.js'

type Filters = SearchRequest['filters']

/** The sets of values that pass each filter: 1 or 0 for each set; null if the filter has no value. */
type Passes = Readonly<Record<FilterName, Uint8Array | null>>

/** The hits that pass all filters, and the counts of each filter's values among hits that pass all *other* filters. */
export function applyFilters(articles: Uint32Array, given: Filters, columns: Columns) {
  const filters = withMovedValues(given, columns)
  const passOf = (name: FilterName) => passingSets(columns.filters[name], filters[name])
  const passes = {
    product: passOf('product'),
    type: passOf('type'),
    year: passOf('year'),
    issueType: passOf('issueType'),
    filed: passOf('filed'),
  }
  const passing = keepPassing(articles, passes, columns)
  const facetOf = (name: FilterName) => {
    const counted = passes[name] === null ? passing : keepPassing(articles, { ...passes, [name]: null }, columns)
    return countValues(columns.filters[name], counted)
  }
  return {
    articles: passing,
    facets: {
      product: facetOf('product'),
      type: facetOf('type'),
      year: facetOf('year'),
      issueType: facetOf('issueType'),
      filed: facetOf('filed'),
    },
  }
}

/** Moves filing codes from `product` to `filed`. Addresses have them in `product` from before there were products. */
function withMovedValues(filters: Filters, { filters: columns }: Columns): Filters {
  if (filters.product.length === 0) return filters
  const known = new Set(columns.product.values.map(({ value }) => value.toLowerCase()))
  const codes = new Set(columns.filed.values.map(({ value }) => value.toLowerCase()))
  const isMoved = (value: string) => !known.has(value.toLowerCase()) && codes.has(value.toLowerCase())
  const moved = filters.product.filter(isMoved)
  if (moved.length === 0) return filters
  const product = filters.product.filter((value) => !isMoved(value))
  return { ...filters, product, filed: [...filters.filed, ...moved] }
}

function keepPassing(articles: Uint32Array, passes: Passes, columns: Columns): Uint32Array {
  let kept = articles
  for (const name of FILTER_NAMES) {
    const [pass, sets] = [passes[name], columns.filters[name].articles]
    if (pass !== null) kept = kept.filter((article) => pass[sets[article] ?? 0] === 1)
  }
  return kept
}

/** The sets with one of the wanted values: 1 or 0 for each set; null if none is wanted. */
function passingSets(column: Column, wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null
  const folded = new Set(wanted.map((value) => value.toLowerCase()))
  const isWanted = (ordinal: number) => folded.has(column.values[ordinal]?.value.toLowerCase() ?? '')
  return Uint8Array.from(column.sets, (set) => (set.some(isWanted) ? 1 : 0))
}

/** The values of a column, each with the number of articles that have it, largest first. */
function countValues({ values, sets, articles: setOf }: Column, articles: Uint32Array): readonly FacetCount[] {
  const counts = new Uint32Array(sets.length)
  for (let i = 0; i < articles.length; i++) {
    const set = setOf[articles[i] ?? 0] ?? 0
    counts[set] = (counts[set] ?? 0) + 1
  }
  const sums = new Uint32Array(values.length)
  for (const [set, ordinals] of sets.entries())
    for (const ordinal of ordinals) sums[ordinal] = (sums[ordinal] ?? 0) + (counts[set] ?? 0)
  return values
    .map(({ value, label }, ordinal) => ({ value, label, count: sums[ordinal] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

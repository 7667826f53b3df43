/**
 * Filters and their counts, on the columns of the index.
 */
import type { Column, Columns } from './columns.js'
import type { FacetCount, FilterName, SearchRequest } from './types.js'
import { FILTER_NAMES } from './types.js'

type Filters = SearchRequest['filters']

/** The hits that pass all filters, and for each filter the counts of its values among hits that pass all the *others*. */
export function applyFilters(articles: Uint32Array, filters: Filters, columns: Columns) {
  const passes = FILTER_NAMES.map((name) => passingSets(columns.filters[name], filters[name]))
  const counts = FILTER_NAMES.map((name) => new Uint32Array(columns.filters[name].sets.length))
  const members = FILTER_NAMES.map((name) => columns.filters[name].articles)
  const kept: number[] = []
  for (const article of articles) {
    let failures = 0
    let failed = 0
    for (let i = 0; i < members.length; i++) {
      const pass = passes[i]
      if (pass === undefined || pass === null || pass[members[i]?.[article] ?? 0] === 1) continue
      failures += 1
      failed = i
    }
    if (failures === 0) kept.push(article)
    if (failures > 1) continue
    for (let i = 0; i < members.length; i++)
      if (failures === 0 || failed === i) increment(counts[i], members[i]?.[article] ?? 0)
  }
  return { articles: Uint32Array.from(kept), facets: toFacets(columns, counts) }
}

function increment(counts: Uint32Array | undefined, at: number): void {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + 1
}

/** For each set of values 1 where it has one of those wanted; null: nothing is filtered. */
function passingSets(column: Column, wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null
  const folded = new Set(wanted.map((value) => value.toLowerCase()))
  const isWanted = (ordinal: number) => folded.has(column.values[ordinal]?.value.toLowerCase() ?? '')
  return Uint8Array.from(column.sets, (set) => (set.some(isWanted) ? 1 : 0))
}

function toFacets(
  columns: Columns,
  counts: readonly Uint32Array[],
): Readonly<Record<FilterName, readonly FacetCount[]>> {
  const facet = (name: FilterName) =>
    countValues(columns.filters[name], counts[FILTER_NAMES.indexOf(name)] ?? new Uint32Array())
  return { product: facet('product'), type: facet('type'), year: facet('year'), issueType: facet('issueType') }
}

/** Values with their counts, largest first. */
function countValues({ values, sets }: Column, counts: Uint32Array): readonly FacetCount[] {
  const sums = new Uint32Array(values.length)
  for (const [set, ordinals] of sets.entries())
    for (const ordinal of ordinals) sums[ordinal] = (sums[ordinal] ?? 0) + (counts[set] ?? 0)
  return values
    .map(({ value, label }, ordinal) => ({ value, label, count: sums[ordinal] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

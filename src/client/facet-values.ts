/**
 * Which values of a filter are offered, and in which order. Pure.
 */
import type { FacetCount } from '../search/types.js'
import type { Filter } from './search-state.js'

/** Values shown before "All 44"; where only two more exist, they are shown too. */
const FEW_VALUES = 8

/** Largest first as the engine has them, years newest first; what is chosen is there even where it has no hits. */
export function orderValues(
  filter: Filter,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): readonly FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value))
  const all = [...counts, ...missing.map((value) => ({ value, label: value, count: 0 }))]
  return filter === 'year' ? all.sort((a, b) => Number(b.value) - Number(a.value)) : all
}

/** The values that are shown at first: a few, and whatever is chosen. */
export function pickValues(values: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  if (values.length <= FEW_VALUES + 2) return values
  return values.filter(({ value }, index) => index < FEW_VALUES || chosen.includes(value))
}

/**
 * Which values of a filter are offered, and in which order. Pure.
 */
import type { FacetCount } from '../../search/types.js'
import type { Filter } from './search-state.js'
import { toNumberText } from './wording.js'

/** Values shown before "All 44"; where only two more exist, they are shown too. */
const FEW_VALUES = 8
/** Titles begin with 1,500 different types, most of them once. */
const MOST_VALUES = 60

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

/** The values that are shown: a few, or as many as anybody reads through; and whatever is chosen. */
export function pickValues(
  values: readonly FacetCount[],
  chosen: readonly string[],
  isExpanded: boolean,
): readonly FacetCount[] {
  const most = isExpanded ? MOST_VALUES : FEW_VALUES
  if (values.length <= most + 2) return values
  return values.filter(({ value }, index) => index < most || chosen.includes(value))
}

/** What the button says that shows more of them: `All 46`, `60 of 1,391`. */
export function toExpandText(count: number): string {
  return count <= MOST_VALUES + 2 ? `All ${toNumberText(count)}` : `${MOST_VALUES} of ${toNumberText(count)}`
}

/**
 * Chooses the values of a filter that are offered, and their order. Pure.
 */
import type { FacetCount } from '../../search/types.js'
import { type Filter, isWithin } from './search-state.js'
import { toNumberText } from './wording.js'

/** Values shown before "All 44". If there are only two more, they are shown too. */
const FEW_VALUES = 8
/** The most values shown. Titles begin with very many different types, most of them only once. */
const MOST_VALUES = 60

/**
 * The largest first, as the engine gives them; years the newest first. Chosen values are included even without hits.
 */
export function orderValues(
  filter: Filter,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): readonly FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((count) => count.value === value))
  const all = [...counts, ...missing.map((value) => ({ value, label: value, count: 0 }))]
  return filter === 'year' ? all.sort((a, b) => Number(b.value) - Number(a.value)) : all
}

/** Values, some of them with parts. */
export interface NestedValues {
  /** Values that are not part of another. */
  readonly whole: readonly FacetCount[]
  /** The versions of a product, if it or one of its versions is chosen; else empty. */
  partsOf(value: FacetCount): readonly FacetCount[]
}

/**
 * Divides versions (`windows-nt/4.0`) from products (`windows-nt`). Versions are offered below their product, without
 * its name, in the order of their numbers.
 */
export function nestValues(filter: Filter, values: readonly FacetCount[], chosen: readonly string[]): NestedValues {
  const wholes = new Set(values.map(({ value }) => value))
  const wholeOf = (value: string) => value.slice(0, Math.max(0, value.indexOf('/')))
  const isPart = ({ value }: FacetCount) => filter === 'product' && wholes.has(wholeOf(value))
  const parts = values.filter(isPart)
  return {
    whole: values.filter((value) => !isPart(value)),
    partsOf({ value: whole, label }) {
      if (!chosen.some((value) => value === whole || isWithin(value, whole))) return []
      const own = parts.filter(({ value }) => isWithin(value, whole))
      const named = own.map((part) => ({ ...part, label: withoutName(part.label, label) }))
      return named.sort((a, b) => VERSIONS.compare(a.label, b.label))
    },
  }
}

const VERSIONS = new Intl.Collator('en-US', { numeric: true })

/** `Windows NT 4.0` -> `4.0` */
function withoutName(label: string, name: string): string {
  return label.startsWith(`${name} `) ? label.slice(name.length + 1) : label
}

/** The values to show: a few, or, if expanded, as many as anybody reads; chosen values always. */
export function pickValues(
  values: readonly FacetCount[],
  chosen: readonly string[],
  isExpanded: boolean,
): readonly FacetCount[] {
  const most = isExpanded ? MOST_VALUES : FEW_VALUES
  if (values.length <= most + 2) return values
  const isChosen = (value: string) => chosen.some((one) => one === value || isWithin(one, value))
  return values.filter(({ value }, index) => index < most || isChosen(value))
}

/** The text of the button that shows more values: `All 46`, `60 of 1,391`. */
export function toExpandText(count: number): string {
  return count <= MOST_VALUES + 2 ? `All ${toNumberText(count)}` : `${MOST_VALUES} of ${toNumberText(count)}`
}

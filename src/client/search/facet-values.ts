/**
 * Which values of a filter are offered, and in which order. Pure.
 */
import type { FacetCount } from '../../search/types.js'
import { type Filter, isWithin } from './search-state.js'
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

/** Values, and the parts of some. */
export interface NestedValues {
  /** Values that are no part of another. */
  readonly whole: readonly FacetCount[]
  /** The versions of a product that is chosen or has a version that is; of others none. */
  partsOf(value: FacetCount): readonly FacetCount[]
}

/** Divides `windows-nt/4.0` from `windows-nt`: versions are offered below their product, without its name, in the order of their numbers. */
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

/** The values that are shown: a few, or as many as anybody reads through; and whatever is chosen. */
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

/** What the button says that shows more of them: `All 46`, `60 of 1,391`. */
export function toExpandText(count: number): string {
  return count <= MOST_VALUES + 2 ? `All ${toNumberText(count)}` : `${MOST_VALUES} of ${toNumberText(count)}`
}

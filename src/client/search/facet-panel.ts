/**
 * The filters beside the hits: each value has a checkbox and its count. Values of one filter are alternatives (or),
 * filters combine (and).
 */
import { typeMeaning } from '../../render/words/article-type.js'
import type { FacetCount, SearchResult } from '../../search/types.js'
import { element } from '../dom.js'
import { nestValues, orderValues, pickValues, toExpandText } from './facet-values.js'
import { FILTERS, type Filter, type Filters } from './search-state.js'
import { FILTER_TITLES, toFilterText, toNumberText } from './wording.js'

export interface FacetPanelOptions {
  readonly filters: Filters
  /** Filters that show all their values. */
  readonly expanded: ReadonlySet<Filter>
  readonly onToggle: (filter: Filter, value: string) => void
  readonly onExpand: (filter: Filter) => void
}

/** The fieldsets of all filters that have values. */
export function toFacetElements(facets: SearchResult['facets'], options: FacetPanelOptions): readonly HTMLElement[] {
  return FILTERS.flatMap((filter) => {
    const values = orderValues(filter, facets[filter], options.filters[filter])
    return values.length === 0 ? [] : [toFacetElement(filter, values, options)]
  })
}

function toFacetElement(filter: Filter, values: readonly FacetCount[], options: FacetPanelOptions): HTMLElement {
  const isExpanded = options.expanded.has(filter)
  const nested = nestValues(filter, values, options.filters[filter])
  const shown = pickValues(nested.whole, options.filters[filter], isExpanded)
  return element(
    'fieldset',
    { class: 'facet' },
    element('legend', {}, FILTER_TITLES[filter]),
    shown.map((value) => [toValueElement(filter, value, options), toParts(filter, nested.partsOf(value), options)]),
    isExpanded || shown.length === nested.whole.length ? null : toExpandButton(filter, nested.whole.length, options),
  )
}

/** The versions below a product. */
function toParts(filter: Filter, parts: readonly FacetCount[], options: FacetPanelOptions): HTMLElement | null {
  if (parts.length === 0) return null
  return element(
    'div',
    { class: 'facet-parts' },
    parts.map((part) => toValueElement(filter, part, options)),
  )
}

function toValueElement(filter: Filter, value: FacetCount, options: FacetPanelOptions): HTMLElement {
  const checkbox = element('input', {
    type: 'checkbox',
    'data-key': `${filter}:${value.value}`,
    checked: options.filters[filter].includes(value.value),
    change: () => options.onToggle(filter, value.value),
  })
  return element(
    'label',
    { class: 'facet-value', title: filter === 'type' ? typeMeaning(value.value) : null },
    checkbox,
    element('span', { class: 'facet-label' }, toFilterText(filter, value.label)),
    element('span', { class: 'facet-count' }, toNumberText(value.count)),
  )
}

function toExpandButton(filter: Filter, count: number, options: FacetPanelOptions): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'facet-expand', click: () => options.onExpand(filter) },
    toExpandText(count),
  )
}

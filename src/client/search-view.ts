/**
 * Shows an answer of the engine: count, notices, hits, filters, "more". Holds nothing; focus stays where it was.
 */
import { element, fill } from './dom.js'
import type { ResultPage } from './engine-messages.js'
import { toFacetElements } from './facet-panel.js'
import { toFaultNotice, toNotices } from './notices.js'
import { toHitElement } from './result-list.js'
import type { SearchElements } from './search-elements.js'
import { countFilters, type Filter, HITS_PER_PAGE, isEmpty, MAX_SHOWN, type SearchState } from './search-state.js'
import { toCountText, toNumberText } from './wording.js'

export interface SearchView {
  readonly state: SearchState
  readonly page: ResultPage
  /** Filters of which all values are shown. */
  readonly expanded: ReadonlySet<Filter>
  /** Relative path to the site's root. */
  readonly root: string
}

/** What a reader can do with what is shown. */
export interface SearchActions {
  toggle(filter: Filter, value: string): void
  clearFilters(): void
  expand(filter: Filter): void
  retry(): void
}

export function renderSearch(elements: SearchElements, view: SearchView, actions: SearchActions): void {
  const { page, state } = view
  const empty = isEmpty(state)
  elements.app.hidden = empty
  elements.hints.hidden = !empty
  if (empty) return
  keepFocus(elements.app, () => {
    elements.count.textContent = toCountText(page.result.total)
    renderNotices(elements.notices, view, actions)
    fill(
      elements.hits,
      page.hits.map((hit) => toHitElement(hit, view.root)),
    )
    renderFacets(elements, view, actions)
    renderMore(elements, page)
  })
}

/** Says that nothing can be searched, and why. */
export function renderFailure(elements: SearchElements, message: string, retry: () => void): void {
  elements.app.hidden = false
  elements.hints.hidden = true
  elements.count.textContent = ''
  fill(elements.hits)
  fill(elements.facets)
  elements.more.hidden = true
  fill(elements.notices, toFaultNotice([message], retry))
}

function renderNotices(place: Element, { page, state, root }: SearchView, actions: SearchActions): void {
  const fault = page.faults.length === 0 ? null : toFaultNotice(page.faults, actions.retry)
  fill(place, fault, toNotices(page.result, state, root))
}

function renderFacets(elements: SearchElements, { page, state, expanded }: SearchView, actions: SearchActions): void {
  const chosen = countFilters(state.filters)
  const clear = element(
    'button',
    { type: 'button', class: 'facet-clear', click: actions.clearFilters },
    'Clear filters',
  )
  elements.facetSwitch.textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`
  const options = { filters: state.filters, expanded, onToggle: actions.toggle, onExpand: actions.expand }
  fill(elements.facets, chosen === 0 ? null : clear, toFacetElements(page.result.facets, options))
}

function renderMore(elements: SearchElements, { result, hits }: ResultPage): void {
  const shown = hits.length
  const full = shown >= MAX_SHOWN
  elements.more.hidden = shown === 0 || shown >= result.total
  elements.moreButton.hidden = full
  elements.moreButton.textContent = `Show ${Math.min(HITS_PER_PAGE, result.total - shown)} more`
  elements.moreText.textContent = full
    ? `These are the first ${shown} of ${toNumberText(result.total)}. Another word or a filter brings up others.`
    : `${shown} of ${toNumberText(result.total)} shown`
}

/** Renders, then gives the focus to the element that has the key of the one that had it. */
function keepFocus(within: HTMLElement, render: () => void): void {
  const active = document.activeElement
  const key = active instanceof HTMLElement && within.contains(active) ? active.dataset.key : undefined
  render()
  if (key === undefined) return
  const again = [...within.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset.key === key)
  again?.focus({ preventScroll: true })
}

/**
 * Shows an answer of the engine: count, notices, hits, filters, "more". It has no state; the focus stays where it was.
 */

import type { Recognised } from '../../search/types.js'
import { element, fill } from '../dom.js'
import type { ResultPage, ShownHit } from '../engine/engine-messages.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import { toFacetElements } from './facet-panel.js'
import { toFaultNotice, toNotices } from './notices.js'
import { type ShownPassage, toHitElement } from './result-list.js'
import type { SearchElements } from './search-elements.js'
import { countFilters, type Filter, isEmpty, MAX_SHOWN, type SearchState } from './search-state.js'
import { toFoundText, toNumberText } from './wording.js'

export interface SearchView {
  readonly state: SearchState
  readonly page: ResultPage
  /** Filters that show all their values. */
  readonly expanded: ReadonlySet<Filter>
  readonly passages: ReadonlyMap<number, ShownPassage>
  /** The last word may be unfinished: no help with its spelling. */
  readonly isTyping: boolean
  /** Relative path to the site's root. */
  readonly root: string
}

/** The actions that the shown parts offer to the reader. */
export interface SearchActions {
  toggle(filter: Filter, value: string): void
  clearFilters(): void
  expand(filter: Filter): void
  /** Removes a part of the text from the search. */
  removePart(part: Recognised): void
  retry(): void
}

/**
 * Shows that an answer is to come. The answer to an earlier question stays, so that nothing jumps. `isSaid`: the wait
 * is long enough to say "Searching" and to mark the old answer as busy; sooner, that would flicker at each key.
 */
export function renderWaiting(elements: SearchElements, state: SearchState, isSaid: boolean): void {
  const empty = isEmpty(state)
  elements.app.hidden = empty
  elements.hints.hidden = !empty
  if (empty) clear(elements)
  else if (isSaid) {
    elements.app.setAttribute('aria-busy', 'true')
    elements.count.textContent = SEARCHING
  }
}

const SEARCHING = 'Searching …'

export function renderSearch(elements: SearchElements, view: SearchView, actions: SearchActions): void {
  const { page, state } = view
  renderWaiting(elements, state, false)
  elements.app.removeAttribute('aria-busy')
  if (isEmpty(state)) return
  keepFocus(elements, () => {
    elements.count.textContent = toFoundText(page.result)
    renderNotices(elements.notices, view, actions)
    holdHeight(elements.hits, page.isWhole)
    fill(
      elements.hits,
      page.hits.map((hit) => toHit(hit, view)),
    )
    renderFacets(elements, view, actions)
    renderMore(elements, page)
  })
}

/** Adds the hits that are not on the page yet; `view.page` has all hits. */
export function renderRest(elements: SearchElements, view: SearchView, actions: SearchActions): void {
  const { page } = view
  if (isEmpty(view.state)) return
  for (const hit of page.hits.slice(elements.hits.childElementCount)) elements.hits.append(toHit(hit, view))
  holdHeight(elements.hits, true)
  if (page.faults.length > 0) renderNotices(elements.notices, view, actions)
  renderMore(elements, page)
}

function toHit(hit: ShownHit, { root, passages }: SearchView): HTMLElement {
  return toHitElement(hit, root, passages.get(hit.number) ?? null)
}

/** Keeps the list at least as high as it is while hits are to come, so that nothing jumps under the reader's eyes. */
function holdHeight(list: HTMLElement, isWhole: boolean): void {
  list.style.minHeight = isWhole ? '' : `${list.offsetHeight}px`
}

/** Says that searching is not possible, and why. */
export function renderFailure(elements: SearchElements, message: string, retry: () => void): void {
  elements.app.hidden = false
  elements.hints.hidden = true
  elements.app.removeAttribute('aria-busy')
  clear(elements)
  fill(elements.notices, toFaultNotice([message], retry))
}

/** Removes the last answer. Hidden hits could still be reached by keyboard. */
function clear(elements: SearchElements): void {
  elements.count.textContent = ''
  elements.more.hidden = true
  holdHeight(elements.hits, true)
  for (const part of [elements.notices, elements.hits, elements.facets]) fill(part)
}

function renderNotices(place: Element, { page, state, root, isTyping }: SearchView, actions: SearchActions): void {
  const fault = page.faults.length === 0 ? null : toFaultNotice(page.faults, actions.retry)
  fill(place, fault, toNotices(page.result, { state, root, isTyping, onRemove: actions.removePart }))
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

function renderMore(elements: SearchElements, { result, hits, isWhole }: ResultPage): void {
  const shown = hits.length
  const full = shown >= MAX_SHOWN
  elements.more.hidden = !isWhole || shown === 0 || shown >= result.total
  elements.moreButton.hidden = full
  elements.moreButton.textContent = `Show ${Math.min(HITS_PER_PAGE, result.total - shown)} more`
  elements.moreText.textContent = full
    ? `These are the first ${shown} of ${toNumberText(result.total)}. Another word or a filter brings up others.`
    : `${shown} of ${toNumberText(result.total)} shown`
}

/**
 * Renders, and then restores the focus: to the element with the same key (`data-key`), else to the first one of the
 * same part, else to the search box. A focus that falls to the page's body is lost.
 */
function keepFocus(elements: SearchElements, render: () => void): void {
  const active = document.activeElement
  const part = [elements.hits, elements.facets, elements.notices].find((one) => one.contains(active))
  const key = active instanceof HTMLElement ? active.dataset.key : undefined
  render()
  if (part === undefined || part.contains(document.activeElement)) return
  const keyed = [...part.querySelectorAll<HTMLElement>('[data-key]')]
  const next = keyed.find((one) => one.dataset.key === key) ?? keyed[0] ?? elements.text
  next.focus({ preventScroll: true })
}

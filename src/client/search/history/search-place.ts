/**
 * Finds and restores the reader's place on the search page: the scroll position, and the link or control with the
 * focus.
 */
import type { SearchElements } from '../search-elements.js'
import type { Place } from './search-entry.js'

/** The name of the search box in a place. */
const BOX = 'box'

export function findPlace(elements: SearchElements): Place {
  const active = document.activeElement
  const key = active instanceof HTMLElement ? active.dataset.key : undefined
  return { top: Math.round(scrollY), focus: active === elements.text ? BOX : (key ?? null) }
}

/** Restores a place. An element that is not on the page yet gets no focus. */
export function restorePlace(elements: SearchElements, { top, focus }: Place): void {
  const keyed = [...elements.app.querySelectorAll<HTMLElement>('[data-key]')]
  const wanted = focus === BOX ? elements.text : keyed.find(({ dataset }) => dataset.key === focus)
  if (wanted !== document.activeElement) wanted?.focus({ preventScroll: true })
  scrollTo({ top })
}

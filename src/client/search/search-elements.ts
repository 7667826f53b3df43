/**
 * The fixed parts of the search page that the script fills; `templates/search.11ty.tsx` writes them.
 */
import { find } from '../dom.js'

export interface SearchElements {
  readonly form: HTMLFormElement
  readonly text: HTMLInputElement
  /** The part that is shown only for a search. */
  readonly app: HTMLElement
  /** The part that is shown before a search. */
  readonly hints: HTMLElement
  readonly sort: HTMLSelectElement
  /** The count for the eye, and the count to be spoken when typing rests. */
  readonly count: HTMLElement
  readonly speech: HTMLElement
  readonly notices: HTMLElement
  readonly hits: HTMLElement
  readonly facets: HTMLElement
  /** Opens the filters on narrow screens. */
  readonly facetSwitch: HTMLElement
  readonly more: HTMLElement
  readonly moreText: HTMLElement
  readonly moreButton: HTMLElement
}

/** The parts of the search page, or null on another page. */
export function findSearchElements(): SearchElements | null {
  const form = find('#search-form', HTMLFormElement)
  const text = find('#search-text', HTMLInputElement)
  const sort = find('#search-sort', HTMLSelectElement)
  const others = {
    app: find('#search-app', HTMLElement),
    hints: find('#search-hints', HTMLElement),
    count: find('#search-count', HTMLElement),
    speech: find('#search-speech', HTMLElement),
    notices: find('#search-notices', HTMLElement),
    hits: find('#search-hits', HTMLElement),
    facets: find('#search-facets', HTMLElement),
    facetSwitch: find('#search-facet-switch', HTMLElement),
    more: find('#search-more', HTMLElement),
    moreText: find('#search-more-text', HTMLElement),
    moreButton: find('#search-more-button', HTMLElement),
  }
  if (form === null || text === null || sort === null || !isComplete(others)) return null
  return { form, text, sort, ...others }
}

function isComplete<Name extends string>(parts: Record<Name, HTMLElement | null>): parts is Record<Name, HTMLElement> {
  return Object.values(parts).every((part) => part !== null)
}

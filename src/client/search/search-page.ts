/**
 * The search page's one place of change: what the reader does becomes a state, the state goes to the address bar and the
 * engine, the engine's answer is shown.
 */
import { find } from '../dom.js'
import type { ResultPage } from '../engine/engine-messages.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import type { Answers, EnginePort } from '../engine/engine-port.js'
import { createSearchAddress } from './search-address.js'
import type { SearchElements } from './search-elements.js'
import { setUpKeys } from './search-keys.js'
import {
  type Filter,
  NO_FILTERS,
  parseQueryString,
  type SearchState,
  toggleFilter,
  toRequest,
  withText,
} from './search-state.js'
import { renderFailure, renderRest, renderSearch, type SearchActions } from './search-view.js'
import { createTimer } from './timer.js'
import { toSpokenCount } from './wording.js'

/** A screen reader hears the count when typing rests, not at each key. */
const SPEECH_REST_MS = 800

/** Wires the page; `connect` starts the engine with who hears its answers. `root`: relative path to the site's root. */
export function startSearchPage(
  elements: SearchElements,
  root: string,
  connect: (answers: Answers) => EnginePort,
): void {
  const address = createSearchAddress()
  const speech = createTimer(SPEECH_REST_MS)
  const expanded = new Set<Filter>()
  let state = address.read()
  let lastPage: ResultPage | null = null
  /** The hit that gets the focus when the next answer is shown. */
  let focusHit: number | null = null

  const port = connect({
    found(page) {
      lastPage = page
      render(page)
      speech.start(() => {
        elements.speech.textContent = toSpokenCount(page.result)
      })
    },
    rest(rest) {
      if (lastPage === null) return
      lastPage = { ...lastPage, hits: [...lastPage.hits, ...rest.hits], isWhole: true, faults: rest.faults }
      renderRest(elements, { state, page: lastPage, expanded, root }, actions)
      focusWanted()
    },
    failed: (message) => renderFailure(elements, message, () => ask(state)),
  })

  function render(page: ResultPage): void {
    renderSearch(elements, { state, page, expanded, root }, actions)
    focusWanted()
  }

  function focusWanted(): void {
    const wanted = focusHit === null ? undefined : listHitLinks()[focusHit]
    wanted?.focus()
    if (wanted !== undefined || lastPage?.isWhole === true) focusHit = null
  }

  function ask(next: SearchState): void {
    state = next
    if (elements.text.value !== next.text) elements.text.value = next.text
    elements.sort.value = next.sort
    port.search(toRequest(next))
  }

  function choose(next: SearchState): void {
    address.push(next)
    ask(next)
  }

  function type(text: string): void {
    const next = withText(state, text)
    address.note(next)
    ask(next)
  }

  const actions: SearchActions = {
    toggle: (filter, value) => choose(toggleFilter(state, filter, value)),
    clearFilters: () => choose({ ...state, filters: NO_FILTERS, shown: HITS_PER_PAGE }),
    expand(filter) {
      expanded.add(filter)
      if (lastPage !== null) render(lastPage)
      elements.facets.querySelector<HTMLElement>(`[data-key^="${filter}:"]`)?.focus()
    },
    retry: () => ask(state),
  }

  function listHitLinks(): readonly HTMLElement[] {
    return [...elements.hits.querySelectorAll<HTMLElement>('h2 a')]
  }

  function openJump(): boolean {
    const link = state.text === elements.text.value ? find('.notice-jump a[data-key=jump]', HTMLElement) : null
    link?.click()
    return link !== null
  }

  elements.text.addEventListener('input', () => type(elements.text.value))
  elements.text.addEventListener('paste', (event) => pasteOnOneLine(event, elements.text))
  elements.form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!openJump()) choose(withText(state, elements.text.value))
  })
  elements.sort.addEventListener('change', () =>
    choose({ ...state, sort: elements.sort.value === 'date' ? 'date' : 'relevance', shown: HITS_PER_PAGE }),
  )
  elements.moreButton.addEventListener('click', () => {
    focusHit = listHitLinks().length
    const next = { ...state, shown: state.shown + HITS_PER_PAGE }
    address.note(next)
    ask(next)
  })
  elements.facetSwitch.addEventListener('click', () => {
    const open = elements.facetSwitch.getAttribute('aria-expanded') !== 'true'
    elements.facetSwitch.setAttribute('aria-expanded', String(open))
    elements.facets.classList.toggle('open', open)
  })
  document.addEventListener('click', (event) => followStateLink(event, choose))
  setUpKeys(document.body, { box: elements.text, listLinks: listHitLinks, clear: () => type('') })
  address.onTravel(ask)
  ask(state)
}

/** A link to another search of this page (`data-state`) is followed in place. */
function followStateLink(event: MouseEvent, choose: (state: SearchState) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a[data-state]') : null
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  choose(parseQueryString(new URL(link.href).search))
}

/** A pasted log has lines; a one-line box would glue the last word of each to the first of the next. */
function pasteOnOneLine(event: ClipboardEvent, box: HTMLInputElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!/[\r\n]/.test(text)) return
  event.preventDefault()
  box.setRangeText(text.replace(/\s+/g, ' '), box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * The controller of the search page. An action of the reader becomes a question, the question goes to the address bar
 * and to the engine, and the engine's answer is shown. A `SearchSession` has the state in between.
 */
import { find } from '../dom.js'
import { articleHref } from '../edition.js'
import { HITS_PER_PAGE } from '../engine/engine-messages.js'
import type { Answers, EnginePort } from '../engine/engine-port.js'
import type { ReadText } from '../passages/page-texts.js'
import { withoutPart } from './chips.js'
import { createSearchAddress } from './history/search-address.js'
import type { Place } from './history/search-entry.js'
import { findPlace, restorePlace } from './history/search-place.js'
import { setUpKeys } from './keyboard/search-keys.js'
import { setUpTyping } from './keyboard/typing.js'
import { createPassageWatch } from './passage-watch.js'
import { showHitPassage } from './result-list.js'
import type { SearchElements } from './search-elements.js'
import {
  answered,
  asked,
  askedAgain,
  askedForMore,
  completed,
  expanded,
  failed,
  focusGiven,
  openSession,
  passageFound,
  presentPage,
  rested,
  type SearchSession,
} from './search-session.js'
import { NO_FILTERS, parseQueryString, type SearchState, toggleFilter, toRequest, withText } from './search-state.js'
import { renderFailure, renderRest, renderSearch, renderWaiting, type SearchActions } from './search-view.js'
import { createTimer } from './timer.js'
import { toSpokenCount } from './wording.js'

/** A screen reader hears the count when typing rests, not at each key. In milliseconds, like all times here. */
const SPEECH_REST_MS = 800
/**
 * "Searching" replaces the count only after this time. It would flicker at each key, since answers usually come sooner.
 */
const WAITING_MS = 80
/** After this time without a key, the last word counts as finished. */
const REST_MS = 600
/** Passages are looked for after this time without a key: on `file://` that takes the page's own time. */
const TYPING_REST_MS = 120

export interface SearchPageOptions {
  readonly elements: SearchElements
  /** Relative path to the site's root. */
  readonly root: string
  /** Starts the engine, which gives its answers to `answers`. */
  readonly connect: (answers: Answers) => EnginePort
  readonly readText: ReadText
  /** True if the article's own script goes to a passage, since the browser can't. */
  readonly isScripted: boolean
}

/** Connects the parts of the page with the engine. */
export function startSearchPage({ elements, root, connect, readText, isScripted }: SearchPageOptions): void {
  const address = createSearchAddress(() => findPlace(elements))
  const speech = createTimer(SPEECH_REST_MS)
  const waiting = createTimer(WAITING_MS)
  const rest = createTimer(REST_MS)
  let session: SearchSession = openSession(address.read())
  /** The reader's place when this history entry was left. */
  let place: Place | null = address.readPlace()
  /**
   * True after Enter in another page's box: go on to the article that is named, but not if the reader comes back here.
   */
  let mayGo = place === null && new URLSearchParams(location.search).get('go') === '1'

  const port = connect({
    found(page) {
      const again = askedAgain(session, page, !session.isTyping)
      if (again !== null) return send(again)
      waiting.stop()
      session = answered(session, page)
      const { jump } = page.result
      if (mayGo && jump?.exists === true) return location.replace(articleHref(root, Number(jump.id.slice(1))))
      // A copied address should show this search, not go on to the article.
      if (mayGo) address.note(session.state)
      mayGo = false
      show()
      speech.start(() => {
        elements.speech.textContent = toSpokenCount(page.result)
      })
    },
    rest(rest) {
      session = completed(session, rest)
      if (session.page === null) return
      renderRest(elements, { ...session, page: session.page, root }, actions)
      settle()
    },
    failed(message) {
      waiting.stop()
      session = failed(session)
      renderFailure(elements, message, () => ask(session.state))
    },
  })

  const passages = createPassageWatch({
    read: readText,
    port,
    isScripted,
    show(number, passage) {
      session = passageFound(session, number, passage)
      const item = elements.hits.querySelector(`[data-number="${number}"]`)
      if (item !== null) showHitPassage(item, passage)
    },
  })

  /** Shows the answer. */
  function show(): void {
    if (session.page === null) return
    renderSearch(elements, { ...session, page: session.page, root }, actions)
    settle()
  }

  /** Sets focus and place, and looks for passages, once hits are on the page. */
  function settle(): void {
    const { page } = session
    if (page === null) return
    const wanted = session.focusHit === null ? undefined : listHitLinks()[session.focusHit]
    wanted?.focus()
    if (wanted !== undefined || page.isWhole) session = focusGiven(session)
    if (place !== null) restorePlace(elements, place)
    if (page.isWhole) place = null
    const items = [...elements.hits.querySelectorAll<HTMLElement>('.hit')]
    const missing = items.filter(({ dataset }) => !session.passages.has(Number(dataset.number)))
    passages.follow(missing, page.result.words, session.isTyping ? TYPING_REST_MS : 0)
  }

  function ask(next: SearchState): void {
    send(asked(session, next))
  }

  function send(next: SearchSession): void {
    const { state } = next
    session = next
    if (elements.text.value !== state.text) elements.text.value = state.text
    elements.sort.value = state.sort
    renderWaiting(elements, state, !session.isTyping)
    waiting.start(() => renderWaiting(elements, state, true))
    port.search(toRequest(state, next.attempt))
  }

  function choose(next: SearchState): void {
    address.push(next)
    ask(next)
  }

  function type(text: string): void {
    mayGo = false
    const next = withText(session.state, text)
    address.note(next)
    place = null
    send(asked(session, next, true))
    rest.start(endTyping)
  }

  /** Helps with spelling, now that the last word is finished. */
  function endTyping(): void {
    const page = presentPage(session)
    if (!session.isTyping || page === null) return
    const again = askedAgain(session, page, true)
    session = again ?? rested(session)
    if (again === null) show()
    else send(again)
  }

  const actions: SearchActions = {
    toggle: (filter, value) => choose(toggleFilter(session.state, filter, value)),
    clearFilters: () => choose({ ...session.state, filters: NO_FILTERS, shown: HITS_PER_PAGE }),
    expand(filter) {
      session = expanded(session, filter)
      show()
      elements.facets.querySelector<HTMLElement>(`[data-key^="${filter}:"]`)?.focus()
    },
    removePart(part) {
      // In the text of another question, the part is at another offset.
      if (presentPage(session) !== null) choose(withText(session.state, withoutPart(session.state.text, part)))
    },
    retry: () => ask(session.state),
  }

  function listHitLinks(): readonly HTMLElement[] {
    return [...elements.hits.querySelectorAll<HTMLElement>('h2 a')]
  }

  /** Opens the article that the current question names. Returns false if it names none. */
  function openJump(): boolean {
    const isPresent = presentPage(session) !== null && session.state.text === elements.text.value
    const link = isPresent ? find('.notice-jump a[data-key=jump]', HTMLElement) : null
    link?.click()
    return link !== null
  }

  setUpTyping(elements.text, type)
  elements.form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!openJump()) choose(withText(session.state, elements.text.value))
  })
  elements.sort.addEventListener('change', () =>
    choose({ ...session.state, sort: elements.sort.value === 'date' ? 'date' : 'relevance', shown: HITS_PER_PAGE }),
  )
  elements.moreButton.addEventListener('click', () => {
    const next = askedForMore(session, listHitLinks().length)
    address.note(next.state)
    send(next)
  })
  elements.facetSwitch.addEventListener('click', () => {
    const open = elements.facetSwitch.getAttribute('aria-expanded') !== 'true'
    elements.facetSwitch.setAttribute('aria-expanded', String(open))
    elements.facets.classList.toggle('open', open)
  })
  document.addEventListener('click', (event) => followStateLink(event, choose))
  setUpKeys(document.body, { box: elements.text, listLinks: listHitLinks, clear: () => type('') })
  address.onTravel((state) => {
    place = address.readPlace()
    ask(state)
  })
  begin(elements, session.state, { ask, type })
}

/** Begins with the text that was typed before this script was loaded, or else with the address. */
function begin(
  { text }: SearchElements,
  state: SearchState,
  { ask, type }: { readonly ask: (state: SearchState) => void; readonly type: (text: string) => void },
): void {
  const isTyped = document.activeElement === text && text.value !== '' && !state.text.startsWith(text.value)
  if (isTyped) type(text.value)
  else ask(state)
}

/** Follows a link to another search of this page (`data-state`) without loading the page. */
function followStateLink(event: MouseEvent, choose: (state: SearchState) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a[data-state]') : null
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  choose(parseQueryString(new URL(link.href).search))
}

/**
 * Offers links below a search box while one types. Codes and products come from a list at once; titles come from the
 * engine, with the article that the text names and the codes recognised in it.
 */

import { element } from '../dom.js'
import { pageHref } from '../edition.js'
import type { ResultPage } from '../engine/engine-messages.js'
import type { Answers, EnginePort } from '../engine/engine-port.js'
import { announce } from '../page/announce.js'
import { toMarked } from '../passages/marked-text.js'
import { setUpTyping } from '../search/keyboard/typing.js'
import { NO_FILTERS } from '../search/search-state.js'
import { createTimer } from '../search/timer.js'
import { createCombobox, type Option } from './combobox.js'
import { findLinks, isLongEnough, MOST_LINKS, type QuickLink, type Typed } from './find-links.js'

/** The engine is asked after this time without a key, in milliseconds: each answer costs files. */
const REST_MS = 80
/** A screen reader hears the count when typing rests, not at each key. */
const SPEECH_REST_MS = 800

export interface LinkOffer {
  readonly box: HTMLInputElement
  readonly lists: Typed['lists']
  /** Relative path to the site's root. */
  readonly root: string
  /** Starts the engine, which gives its answers to `answers`. Rejects if it can't be loaded: there are no titles then. */
  readonly connect: (answers: Answers) => Promise<EnginePort>
}

/** Offers links for the present text of the box, and for every later one. */
export function offerLinks({ box, lists, root, connect }: LinkOffer): void {
  const combobox = createCombobox(box)
  const rest = createTimer(REST_MS)
  const speech = createTimer(SPEECH_REST_MS)
  let isComposing = false
  let port: EnginePort | null = null
  let page: ResultPage | null = null

  function show(): void {
    if (isComposing) return
    const links = findLinks({ text: box.value, lists, page })
    combobox.show(links.map((link) => toOption(link, root)))
    speech.start(() => announce(toCount(box.getAttribute('aria-expanded') === 'true' ? links.length : 0)))
  }

  function ask(): void {
    const text = box.value.trimStart()
    if (!isLongEnough(text)) return
    port?.search({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: MOST_LINKS, isTyping: true })
  }

  function type(): void {
    isComposing = false
    if (!isLongEnough(box.value)) page = null
    show()
    rest.start(ask)
  }

  announce('')
  setUpTyping(box, type)
  box.addEventListener('compositionstart', () => {
    isComposing = true
    combobox.close()
  })
  const take = (answer: ResultPage | null) => {
    page = isLongEnough(box.value) ? answer : null
    show()
  }
  connect({ found: take, rest: () => undefined, failed: () => take(null) }).then(
    (ready) => {
      port = ready
      ask()
    },
    () => null,
  )
  show()
}

function toOption({ path, title, note }: QuickLink, root: string): Option {
  return {
    href: pageHref(root, path),
    content: [element('span', {}, toMarked(title)), ' ', element('small', {}, note)],
  }
}

function toCount(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '1 suggestion' : `${count} suggestions`
}

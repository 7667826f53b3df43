/**
 * The search box of every page: `/` goes to it, Esc leaves it. It is a plain GET form, so it needs nothing else.
 */

import { element } from '../dom.js'

/** Controls in which a `/` is not text: `<input type="checkbox">`. */
const NO_TEXT = /^(?:checkbox|radio|button|submit|reset|range|color|file|image)$/

/** What can be asked, where the page says `Search` alone: there it would stand in 50,000 pages. */
const HINT = 'Words, an error code, Q214864'

/** Whether a key stroke belongs to a text field and so is no shortcut. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.test(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** Wires the first search box of the page, which is the search page's own there. */
export function setUpSearchBox(): void {
  const box = document.querySelector<HTMLInputElement>('input[name=q]')
  if (box === null) return
  if (box.placeholder === 'Search') box.placeholder = HINT
  if (box.id === 'search-text') setUpSearchPageBox(box)
  else goStraight(box)
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === '/' && plain && !isTyping(event.target)) {
      event.preventDefault()
      box.focus()
      box.select()
    }
  })
}

/**
 * Enter in the box of another page goes straight to an article that is named: the search page is told so, which knows what the archive
 * has. Without this script the search page offers the article first.
 */
function goStraight(box: HTMLInputElement): void {
  box.form?.append(element('input', { type: 'hidden', name: 'go', value: 1 }))
}

/** What the search page's own script, which comes later, would do too late: a slow network takes seconds for it. */
function setUpSearchPageBox(box: HTMLInputElement): void {
  box.value = new URLSearchParams(location.search).get('q') ?? ''
  const app = document.getElementById('search-app')
  if (app !== null && box.value !== '') app.hidden = false
  // An entry of the history that was left before says itself where the focus was.
  if (history.state === null) box.focus()
}

/**
 * The search box of every page: `/` goes to it, and it offers links while one types. It is a plain GET form, so it needs
 * no other script.
 */

import { element } from '../dom.js'
import { setUpQuickLinkBox } from './quick-link-box.js'

/** Types of controls in which a `/` is not text: `<input type="checkbox">`. */
const NO_TEXT = /^(?:checkbox|radio|button|submit|reset|range|color|file|image)$/

/** The hint in place of `Search`. It is set here, since each byte in the page's HTML is repeated on every page. */
const HINT = 'Words, an error code, Q214864'

/** True if a key stroke belongs to a text field, so that it is no shortcut. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.test(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** Sets up the first search box of the page. On the search page, that is the page's own. */
export function setUpSearchBox(): void {
  const box = document.querySelector<HTMLInputElement>('input[name=q]')
  if (box === null) return
  if (box.placeholder === 'Search') box.placeholder = HINT
  if (box.id === 'search-text') setUpSearchPageBox(box)
  else {
    goStraight(box)
    setUpQuickLinkBox(box)
  }
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
 * Lets Enter in the box of another page go straight to an article that is named. The parameter `go` tells this to the
 * search page, which knows the articles of the archive. Without this script the search page offers the article first.
 */
function goStraight(box: HTMLInputElement): void {
  box.form?.append(element('input', { type: 'hidden', name: 'go', value: 1 }))
}

/** Does early what the search page's own script would do too late, since it takes seconds to come on a slow network. */
function setUpSearchPageBox(box: HTMLInputElement): void {
  box.value = new URLSearchParams(location.search).get('q') ?? ''
  const app = document.getElementById('search-app')
  if (app !== null && box.value !== '') app.hidden = false
  // A history entry that was left before knows where the focus was.
  if (history.state === null) box.focus()
}

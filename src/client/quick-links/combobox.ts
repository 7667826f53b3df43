/**
 * A list of links below a text box, worked by keyboard, mouse and screen reader: the combobox with a listbox of the
 * ARIA Authoring Practices. The focus stays in the box. Enter opens the chosen link; if none is chosen, it is the
 * form's.
 *
 *     <input role="combobox" aria-expanded="true" aria-controls="quick-links" aria-activedescendant="quick-link-1">
 *     <div id="quick-links" role="listbox"><a id="quick-link-0" role="option" ...
 */
import { type Child, element, fill } from '../dom.js'
import { planChoice } from './plan-choice.js'

export interface Option {
  readonly href: string
  readonly content: Child
}

export interface Combobox {
  /** Replaces the options. The chosen one stays chosen if it is still there. */
  show(options: readonly Option[]): void
  /** Closes the list until the next `show` after something was typed. */
  close(): void
}

const LIST_ID = 'quick-links'

export function createCombobox(box: HTMLInputElement): Combobox {
  const list = element('div', {
    id: LIST_ID,
    class: LIST_ID,
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  })
  let links: readonly HTMLAnchorElement[] = []
  let at = -1
  /** True after the reader has closed the list. An answer that comes late must not open it again. */
  let isClosed = false

  function choose(next: number): void {
    links[at]?.setAttribute('aria-selected', 'false')
    at = next
    const chosen = links[at]
    chosen?.setAttribute('aria-selected', 'true')
    chosen?.scrollIntoView({ block: 'nearest' })
    if (chosen === undefined) box.removeAttribute('aria-activedescendant')
    else box.setAttribute('aria-activedescendant', chosen.id)
  }

  function setOpen(isOpen: boolean): void {
    list.hidden = !isOpen
    box.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) choose(-1)
  }

  function close(): void {
    isClosed = true
    setOpen(false)
  }

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
    const next = planChoice(event.key, at, links.length)
    const chosen = links[at]
    if (next !== null) {
      if (list.hidden) setOpen(true)
      choose(next)
    } else if (event.key === 'Enter' && chosen !== undefined) chosen.click()
    else if (event.key === 'Escape' && !list.hidden) close()
    else return
    event.preventDefault()
  }

  box.setAttribute('aria-controls', LIST_ID)
  box.addEventListener('keydown', pressed)
  box.addEventListener('blur', close)
  for (const type of ['input', 'focus'])
    box.addEventListener(type, () => {
      isClosed = false
    })
  // A press on a link would take the focus from the box, and so close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', close)
  box.form?.append(list)

  return {
    show(options) {
      const href = links[at]?.getAttribute('href')
      links = options.map(toLink)
      fill(list, links)
      choose(links.findIndex((link) => link.getAttribute('href') === href))
      setOpen(links.length > 0 && !isClosed && document.activeElement === box)
    },
    close,
  }
}

function toLink({ href, content }: Option, index: number): HTMLAnchorElement {
  const attributes = { id: `quick-link-${index}`, role: 'option', 'aria-selected': 'false', tabindex: -1, href }
  return element('a', attributes, content)
}

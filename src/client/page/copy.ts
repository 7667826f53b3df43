/**
 * Copies to the clipboard: code, permalinks, citations.
 *
 * The buttons for code blocks (`pre > code`), for the article's number (`.crumbs b`) and for the forms of its citation
 * (`.cite p`) are made here, since they would do nothing without a script.
 */
import { type Attributes, element, find } from '../dom.js'
import { announce } from './announce.js'

const CONFIRMATION_MS = 1500

/** The forms of a citation, in the order of `src/render/words/citation.ts`. */
const CITATIONS = ['text', 'Markdown', 'BibTeX'] as const

/** Makes every copy button of the page. */
export function setUpCopyButtons(permalink: string): void {
  for (const code of document.querySelectorAll('pre > code')) addCodeButton(code)
  find('.crumbs b', HTMLElement)?.append(copyButton({ class: 'copy-link' }, 'Copy link', () => permalink))
  for (const [index, form] of document.querySelectorAll('.cite p').entries()) {
    const text = form.textContent ?? ''
    form.prepend(copyButton({}, `Copy ${CITATIONS[index]}`, () => text))
  }
}

function copyButton(attributes: Attributes, label: string, toText: () => string): HTMLElement {
  const button = element('button', { type: 'button', ...attributes }, label)
  button.addEventListener('click', () => void confirmCopy(button, toText()))
  return button
}

/** Adds the button to a frame around the block. The `pre` itself scrolls sideways and would take the button along. */
function addCodeButton(code: Element): void {
  const block = code.parentElement
  if (block === null) return
  const button = copyButton({ class: 'copy-code', 'aria-label': 'Copy code' }, 'Copy', () => code.textContent ?? '')
  const frame = block.closest('figure') ?? wrap(block)
  frame.classList.add('code-frame')
  frame.append(button)
}

function wrap(block: Element): Element {
  const frame = element('div', {})
  block.replaceWith(frame)
  frame.append(block)
  return frame
}

/** Copies, and shows on the button for a moment whether it worked. */
async function confirmCopy(button: HTMLElement, text: string): Promise<void> {
  const label = button.textContent
  button.textContent = (await copyText(text)) ? 'Copied' : 'Press Ctrl+C'
  announce(button.textContent)
  setTimeout(() => {
    button.textContent = label
  }, CONFIRMATION_MS)
}

/** Copies with the clipboard API, or with a selection on plain http, where that API is missing. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const area = element('textarea', { class: 'visually-hidden', readonly: true })
  area.value = text
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}

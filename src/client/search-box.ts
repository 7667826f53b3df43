/**
 * The search box of every page: `/` goes to it, Esc leaves it. It is a plain GET form, so it needs nothing else.
 */

/** Whether a key stroke belongs to a text field and so is no shortcut. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName)
}

export function setUpSearchBox(): void {
  const box = document.querySelector<HTMLInputElement>('input[name=q]')
  if (box === null) return
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === '/' && plain && !isTyping(event.target)) {
      event.preventDefault()
      box.focus()
      box.select()
    }
  })
}

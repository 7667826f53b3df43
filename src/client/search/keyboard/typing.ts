/**
 * What is typed or pasted into the search box. While an input method composes, as for Japanese, the box holds what nobody means yet:
 * it is heard when that is done.
 */

/** Calls `hear` with the text of the box after each change. */
export function setUpTyping(box: HTMLInputElement, hear: (text: string) => void): void {
  const tell = () => hear(box.value)
  box.addEventListener('input', (event) => {
    // Some browsers tell the end of a composition before this event, some after it.
    if (!(event instanceof InputEvent && event.isComposing)) tell()
  })
  box.addEventListener('compositionend', tell)
  box.addEventListener('paste', (event) => pasteOnOneLine(event, box))
}

/** A pasted log has lines; a one-line box would glue the last word of each to the first of the next. */
function pasteOnOneLine(event: ClipboardEvent, box: HTMLInputElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!/[\r\n]/.test(text)) return
  event.preventDefault()
  box.setRangeText(text.replace(/\s+/g, ' '), box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

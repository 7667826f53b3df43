/**
 * Typing and pasting into the search box. While an input method composes, as for Japanese, the text of the box is not
 * final: it is reported when composing has ended.
 */

/** Calls `hear` with the text of the box after each change. */
export function setUpTyping(box: HTMLInputElement, hear: (text: string) => void): void {
  const tell = () => hear(box.value)
  box.addEventListener('input', (event) => {
    // Some browsers report the end of a composition before this event, some after it.
    if (!(event instanceof InputEvent && event.isComposing)) tell()
  })
  box.addEventListener('compositionend', tell)
  box.addEventListener('paste', (event) => pasteOnOneLine(event, box))
}

/** Pastes a log on one line. The box alone would glue the last word of each line to the first of the next. */
function pasteOnOneLine(event: ClipboardEvent, box: HTMLInputElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!/[\r\n]/.test(text)) return
  event.preventDefault()
  box.setRangeText(text.replace(/\s+/g, ' '), box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

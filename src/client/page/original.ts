/**
 * "Save" beside the original text: saves the file that was in the dump, byte for byte.
 *
 *     <section id="Q214864">
 *       <button data-save-original="Q214864.TXT" data-line-end="crlf" data-encoding="windows-1252" hidden>
 *       <pre>...</pre>
 */
import { element } from '../dom.js'
import { toOriginalBytes } from './original-file.js'

/** Line ends by their names. `mixed`: the page states at each line which one it has. */
const LINE_ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', lf: '\n', cr: '\r', mixed: '\n' }

/** Shows the buttons of files that can be restored. */
export function setUpOriginal(): void {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-save-original]')) {
    const text = button.closest('section')?.querySelector('pre') ?? null
    const lineEnd = LINE_ENDS[button.dataset.lineEnd ?? '']
    if (text === null || lineEnd === undefined) continue
    const form = { lineEnd, encoding: button.dataset.encoding ?? 'windows-1252' }
    button.hidden = false
    button.addEventListener('click', () => {
      const bytes = toOriginalBytes(readText(text), form)
      if (bytes !== null) saveFile(bytes, button.dataset.saveOriginal || 'article.txt')
    })
  }
}

/** The original text. A character that HTML cannot express is `<i data-code=13>` in the page, with a picture of it. */
function readText(place: Element): string {
  const copy = place.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const mark of copy.querySelectorAll<HTMLElement>('i[data-code]'))
    mark.textContent = String.fromCharCode(Number(mark.dataset.code))
  return copy.textContent ?? ''
}

function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  element('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/**
 * "Save" beside the original text: gives back the file that was in the dump, byte for byte.
 *
 *     <button data-save-original data-name="Q214864.TXT" data-line-end="crlf" data-encoding="windows-1252" hidden>
 *     <pre data-original>...</pre>
 */
import { element } from './dom.js'
import { toOriginalBytes } from './original-file.js'

const LINE_ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', lf: '\n', cr: '\r' }

/** Shows the button where the file can be given back exactly. */
export function setUpOriginal(): void {
  const text = document.querySelector('pre[data-original]')
  for (const button of document.querySelectorAll<HTMLElement>('button[data-save-original]')) {
    const lineEnd = LINE_ENDS[button.dataset.lineEnd ?? '']
    if (text === null || lineEnd === undefined) continue
    const form = { lineEnd, encoding: button.dataset.encoding ?? 'windows-1252' }
    button.hidden = false
    button.addEventListener('click', () => {
      const bytes = toOriginalBytes(text.textContent ?? '', form)
      if (bytes !== null) saveFile(bytes, button.dataset.name ?? 'article.txt')
    })
  }
}

function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  element('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

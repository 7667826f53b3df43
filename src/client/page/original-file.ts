/**
 * Restores the file of an original text, exact to the byte: line ends and code page are put back.
 *
 * Pure. A page has the text decoded and with `\n` line ends. All but a few dumps use `windows-1252`.
 */

/** The form of the original file, as the page states it beside the text. */
export interface OriginalForm {
  readonly lineEnd: string
  readonly encoding: string
}

/** The bytes of the file; null if a character is not in the code page: then the text was not decoded from it. */
export function toOriginalBytes(text: string, form: OriginalForm): Uint8Array<ArrayBuffer> | null {
  const lines = text.replaceAll('\n', form.lineEnd)
  if (form.encoding === 'utf-8') return new TextEncoder().encode(lines)
  const codes = readCodePage(form.encoding)
  const bytes = new Uint8Array(lines.length)
  for (let at = 0; at < lines.length; at += 1) {
    const code = lines.charCodeAt(at)
    const byte = code < 0x80 ? code : codes.get(code)
    if (byte === undefined) return null
    bytes[at] = byte
  }
  return bytes
}

/** UTF-16 code -> byte of a single-byte code page, from the browser's own decoder. */
function readCodePage(encoding: string): ReadonlyMap<number, number> {
  const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128)
  const text = new TextDecoder(encoding).decode(high)
  return new Map([...text].map((character, index) => [character.charCodeAt(0), index + 128]))
}

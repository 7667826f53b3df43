/**
 * The original text of an article as HTML from which the exact bytes can be restored.
 *
 * HTML cannot contain NUL, and turns each carriage return into a line feed. If all line ends of a file are the same,
 * the page names them and the text has line feeds. Any other such character becomes `<i data-code=13>` with a picture
 * of it.
 */
import type { ElementContent } from 'hast'
import type { OriginalText } from './view.js'

/** Characters that a text in HTML cannot contain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of them
const UNWRITABLE = /[\u0000\r]/
const CONTROL_PICTURES = 0x2400

/** The children of the `<pre>`. They begin with a line feed, because HTML ignores the first one after `<pre>`. */
export function originalNodes({ text, lineEnd }: Pick<OriginalText, 'text' | 'lineEnd'>): ElementContent[] {
  const lines = lineEnd === 'mixed' || lineEnd === '\n' ? text : text.replaceAll(lineEnd, '\n')
  if (!UNWRITABLE.test(lines)) return [{ type: 'text', value: `\n${lines}` }]
  const nodes: ElementContent[] = [{ type: 'text', value: '\n' }]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of them
  for (const part of lines.split(/([\u0000\r])/)) {
    if (UNWRITABLE.test(part)) nodes.push(picture(part.charCodeAt(0)))
    else if (part !== '') nodes.push({ type: 'text', value: part })
  }
  return nodes
}

function picture(code: number): ElementContent {
  const children: ElementContent[] = [{ type: 'text', value: String.fromCharCode(CONTROL_PICTURES + code) }]
  return { type: 'element', tagName: 'i', properties: { dataCode: code }, children }
}

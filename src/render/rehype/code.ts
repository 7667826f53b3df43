/**
 * Makes code readable: a name for its language, colours where the language is sure, and a keyboard's way to scroll.
 */
import type { Element, Root } from 'hast'
import { highlight, languageTitle } from '../highlight.js'
import { walkElements } from '../walk.js'

export function rehypeCode() {
  return (tree: Root): void => {
    walkElements(tree, 'pre', toReadableCode)
  }
}

/** `<pre data-lang=c><code>...` -> `<pre data-language=C><code>` with coloured words; the characters stay the same. */
function toReadableCode(pre: Element): Element {
  const { dataLang } = pre.properties
  const code = pre.children[0]
  if (typeof dataLang !== 'string' || code?.type !== 'element') return { ...pre, properties: { tabIndex: 0 } }
  const text = code.children[0]
  const children = text?.type === 'text' ? highlight(dataLang, text.value) : code.children
  const properties = { tabIndex: 0, dataLanguage: languageTitle(dataLang) }
  return { ...pre, properties, children: [{ ...code, children }] }
}

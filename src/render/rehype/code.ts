/**
 * Makes code readable: a name for its language, colours where the language is sure, and a keyboard's way to scroll.
 */
import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { highlight, languageTitle } from '../highlight.js'

export function rehypeCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'pre') return
      const lang = node.properties.dataLang
      node.properties = { tabIndex: 0 }
      if (typeof lang !== 'string') return
      node.properties.dataLanguage = languageTitle(lang)
      const code = node.children[0]
      const text = code?.type === 'element' ? code.children[0] : undefined
      if (code?.type === 'element' && text?.type === 'text') code.children = highlight(lang, text.value)
    })
  }
}

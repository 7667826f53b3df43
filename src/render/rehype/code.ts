/** A plugin for code: names its language, highlights it, and lets the keyboard scroll it. */
import type { Element, Root } from 'hast'
import { highlight, isColourable, languageTitle, MOST_COLOURED } from '../body/highlight.js'
import { walkElements } from '../body/walk.js'

export function rehypeCode() {
  return (tree: Root): void => {
    let coloured = 0
    walkElements(tree, 'pre', (pre) => {
      const listing = readListing(pre)
      if (listing === null) return { ...pre, properties: { tabIndex: 0 } }
      const properties = { tabIndex: 0, dataLanguage: languageTitle(listing.lang) }
      const { length } = listing.text
      if (coloured + length > MOST_COLOURED || !isColourable(listing.lang, listing.text)) return { ...pre, properties }
      coloured += length
      const children = highlight(listing.lang, listing.text)
      return { ...pre, properties, children: [{ ...listing.code, children }] }
    })
  }
}

interface Listing {
  readonly lang: string
  readonly code: Element
  readonly text: string
}

/** Reads `<pre data-lang=c><code>TEXT`; `null` if there is no language. */
function readListing(pre: Element): Listing | null {
  const { dataLang: lang } = pre.properties
  const code = pre.children[0]
  if (typeof lang !== 'string' || code?.type !== 'element') return null
  const text = code.children[0]
  return text?.type === 'text' ? { lang, code, text: text.value } : null
}

/**
 * Makes a title for an article without one: from its first heading, else its first sentence, a product, or its number.
 */
import type { AppliesTo, Block, Section } from '../article.js'
import { inlineText, toPlainText } from '../plain-text.js'

/** Length limit in UTF-16 code units. Longer titles are cut at a word. */
const MAX_LENGTH = 80
/** Matches the end of a sentence, or of the words that introduce a list. */
const SENTENCE_END = /[.!?:](?=\s|$)/

/** Makes a title from an article's content. It is never empty. */
export function makeTitle(sections: readonly Section[], appliesTo: readonly AppliesTo[] | null, id: string): string {
  return ownHeading(sections) ?? firstSentence(sections) ?? productName(appliesTo) ?? `Article ${id}`
}

/** Returns the first heading, unless text is above it or it is a main heading. */
function ownHeading([first]: readonly Section[]): string | null {
  return first?.heading && first.name === 'other' ? shorten(first.heading.text) : null
}

function firstSentence(sections: readonly Section[]): string | null {
  for (const section of sections)
    for (const block of section.children) {
      const text = textOf(block).replace(/\s+/g, ' ').trim()
      if (/[\p{L}\p{N}]/u.test(text)) return shorten(sentenceOf(text))
    }
  return null
}

/** Returns the text of a paragraph, or another block as plain lines. */
function textOf(block: Block): string {
  if (block.type === 'paragraph') return inlineText(block.children)
  return toPlainText({ heading: null, name: 'other', depth: 1, slug: '', children: [block] })
}

function sentenceOf(text: string): string {
  const end = text.search(SENTENCE_END)
  return end < 0 ? text : text.slice(0, end)
}

function productName(appliesTo: readonly AppliesTo[] | null): string | null {
  const name = appliesTo?.find((product) => product.text !== '')?.text
  return name === undefined ? null : shorten(name)
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const cut = text.slice(0, MAX_LENGTH)
  const word = cut.lastIndexOf(' ')
  return `${word > 0 ? cut.slice(0, word).trimEnd() : [...cut].slice(0, -1).join('')}…`
}

/**
 * A name for an article that gives itself none: its first heading of its own, else its first sentence, else a product, else its number.
 */
import type { AppliesTo, Block, Section } from '../article.js'
import { inlineText, toPlainText } from '../plain-text.js'

/** Longer names are cut at a word. */
const MAX_LENGTH = 80
/** The end of a sentence, or of what introduces a list: a stop with a blank after it. */
const SENTENCE_END = /[.!?:](?=\s|$)/

/** Makes a name from what the article says; never an empty one. */
export function makeTitle(sections: readonly Section[], appliesTo: readonly AppliesTo[] | null, id: string): string {
  return ownHeading(sections) ?? firstSentence(sections) ?? productName(appliesTo) ?? `Article ${id}`
}

/** The first heading, unless text stands before it or it is one of the format's own. */
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

/** The text of a paragraph; of other blocks what they say as plain lines. */
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

/**
 * One line of an article's own prose: what stands under its title in lists and search hits.
 */
import type { Article, Block, Section } from '../article/article.js'
import { inlineText } from '../article/plain-text.js'

export const MAX_SUMMARY = 160

/** Where the first words say what the article is about, best first; any other section comes after. */
const TELLING: readonly Section['name'][] = ['summary', 'symptoms']

/** The beginning of the first paragraph of prose, cut at a word; empty where there is none. */
export function toSummaryLine(article: Article): string {
  const telling = TELLING.flatMap((name) => article.sections.filter((section) => section.name === name))
  for (const { children } of [...telling, ...article.sections]) {
    const text = firstProse(children)
    if (text !== '') return cutAtWord(text)
  }
  return ''
}

function firstProse(blocks: readonly Block[]): string {
  for (const block of blocks) {
    const text = block.type === 'paragraph' ? inlineText(block.children).replace(/\s+/g, ' ').trim() : ''
    if (text !== '') return text
  }
  return ''
}

function cutAtWord(text: string): string {
  if (text.length <= MAX_SUMMARY) return text
  const end = text.lastIndexOf(' ', MAX_SUMMARY - 1)
  const cut = text.slice(0, end < MAX_SUMMARY / 2 ? MAX_SUMMARY - 1 : end)
  return `${cut.replace(HALF_PAIR, '')}…`
}

/** The first half of a character beyond U+FFFF, left over by a cut. */
const HALF_PAIR = /[\uD800-\uDBFF]$/

/** The summary of an article: one line of its own prose, shown under its title in lists and search hits. */
import type { Article, Section } from '../../article/article.js'
import { inlineText } from '../../article/plain-text.js'

/** Longest summary, in characters. */
export const MAX_SUMMARY = 160

/** Sections whose first words say what the article is about, best first. Other sections come after these. */
const TELLING: readonly Section['name'][] = ['summary', 'symptoms']

/** The beginning of the first paragraph of prose, cut after a word; `''` if there is none. */
export function toSummaryLine(article: Article): string {
  for (const name of TELLING) {
    const text = firstProse(article, name)
    if (text !== '') return cutAtWord(text)
  }
  return cutAtWord(firstProse(article, null))
}

/** The text of the first paragraph in sections named `name`, or in any section if null; `''` if there is none. */
function firstProse({ sections }: Article, name: Section['name'] | null): string {
  for (const section of sections) {
    if (name !== null && section.name !== name) continue
    for (const block of section.children) {
      const text = block.type === 'paragraph' ? inlineText(block.children).replace(/\s+/g, ' ').trim() : ''
      if (text !== '') return text
    }
  }
  return ''
}

function cutAtWord(text: string): string {
  if (text.length <= MAX_SUMMARY) return text
  const end = text.lastIndexOf(' ', MAX_SUMMARY - 1)
  const cut = text.slice(0, end < MAX_SUMMARY / 2 ? MAX_SUMMARY - 1 : end)
  return `${cut.replace(HALF_PAIR, '')}…`
}

/** The first half of a surrogate pair, which a cut may leave over. */
const HALF_PAIR = /[\uD800-\uDBFF]$/

/**
 * Coverage: the number of query words that each article has. The reader is told these counts, and lists by date leave
 * out an article with one word of five.
 */
import type { FoundTerm } from './found.js'
import { hasArticle, type SoughtWord } from './query-words.js'

/** The number of words that each article has, by ordinal. Words after the 255th do not count. */
export function countWords(words: readonly SoughtWord[], articleCount: number): Uint8Array {
  const counts = new Uint8Array(articleCount)
  const lastWord = new Uint8Array(articleCount)
  for (const [i, { fields, counted }] of words.slice(0, MOST_COUNTED).entries()) {
    const addArticle = (article: number) => {
      if (lastWord[article] === i + 1) return
      lastWord[article] = i + 1
      counts[article] = (counts[article] ?? 0) + 1
    }
    for (const terms of counted) forEachHolder(terms, fields, addArticle)
  }
  return counts
}

/** The most words that count. No typed query and no paste has more. */
const MOST_COUNTED = 255

/** Calls `action` for each article that has all the terms in the fields; for some articles more than once. */
function forEachHolder(
  [first, ...others]: readonly FoundTerm[],
  fields: readonly number[],
  action: (article: number) => void,
): void {
  for (const field of fields) {
    const articles = first?.fields[field]?.articles ?? NO_ARTICLES
    for (let at = 0; at < articles.length; at++) {
      const article = articles[at] ?? 0
      if (others.every((term) => hasArticle(term, fields, article))) action(article)
    }
  }
}

const NO_ARTICLES = new Uint32Array()

/** The articles that have the most words of all. */
export function keepFullest(articles: Uint32Array, counts: Uint8Array): Uint32Array {
  const most = articles.reduce((known, article) => Math.max(known, counts[article] ?? 0), 0)
  return articles.filter((article) => counts[article] === most)
}

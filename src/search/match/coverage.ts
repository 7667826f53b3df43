/**
 * How many of the words of a query each article has: for the counts that a reader is told, and for lists by date, in which an
 * article with one word of five has no place.
 */
import type { FoundTerm } from './found.js'
import { hasArticle, type SoughtWord } from './query-words.js'

/** By ordinal, how many of the words the article has. Of words beyond the 255th none is counted. */
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

/** No typed query and no paste has more. */
const MOST_COUNTED = 255

/** Calls for each article that has all the terms in one of the fields, for some of them more than once. */
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

/** Of these articles those that have the most words that any of them has. */
export function keepFullest(articles: Uint32Array, counts: Uint8Array): Uint32Array {
  const most = articles.reduce((known, article) => Math.max(known, counts[article] ?? 0), 0)
  return articles.filter((article) => counts[article] === most)
}

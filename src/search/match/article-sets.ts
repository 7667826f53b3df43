/** Operations on sets of articles. */
import type { ArticleSet, FoundClause } from './found.js'

/** All articles that have a term of the clause in one of its fields. */
export function articlesOf(found: FoundClause, articleCount: number): ArticleSet {
  const set = new Uint8Array(articleCount)
  addArticles(found, set)
  return set
}

export function addArticles({ clause, words }: FoundClause, set: ArticleSet): void {
  for (const { fields } of words.flat()) {
    for (const field of clause.fields) {
      const articles = fields[field]?.articles
      if (articles !== undefined) for (let i = 0; i < articles.length; i++) set[articles[i] ?? 0] = 1
    }
  }
}

/** Removes from `set` the articles that are not in `other`. */
export function intersect(set: ArticleSet, other: ArticleSet): void {
  for (let i = 0; i < set.length; i++) if (other[i] === 0) set[i] = 0
}

export function subtract(set: ArticleSet, other: ArticleSet): void {
  for (let i = 0; i < set.length; i++) if (other[i] !== 0) set[i] = 0
}

/** The members of a set, ascending. */
export function membersOf(set: ArticleSet): Uint32Array {
  const members = new Uint32Array(set.length)
  let count = 0
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) members[count++] = i
  return members.subarray(0, count)
}

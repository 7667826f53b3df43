/**
 * The words that a query looks for, and which of them an article lacks: what tells a reader why an article is a hit.
 */
import { lowerBound } from '../arrays/binary-search.js'
import type { QueryWord } from '../types.js'
import type { FoundAlternative, FoundClause, FoundTerm } from './found.js'

/** A word of the query with all that counts for it in an article: one of `variants`, of which an article has every term. */
export interface SoughtWord {
  readonly text: string
  /** Indices into `FIELD_NAMES`. */
  readonly fields: readonly number[]
  readonly own: readonly FoundTerm[]
  readonly variants: readonly (readonly FoundTerm[])[]
}

/** The words that clauses look for, each once, in the query's order; none that is excluded or says nothing. */
export function toSoughtWords(
  clauses: readonly FoundClause[],
  alternatives: readonly (readonly FoundAlternative[])[],
): readonly SoughtWord[] {
  const words = new Map<string, SoughtWord>()
  for (const [i, { clause, words: found }] of clauses.entries()) {
    if (clause.presence === 'prohibited' || found.length === 0 || words.has(clause.term)) continue
    const own = found.flat()
    const variants = [...own.map((term) => [term]), ...(alternatives[i] ?? []).map(({ terms }) => terms)]
    words.set(clause.term, { text: clause.term, fields: clause.fields, own, variants })
  }
  return [...words.values()]
}

/** What a result tells of the words. */
export function toQueryWords(words: readonly SoughtWord[]): readonly QueryWord[] {
  return words.map(({ text, own, variants }) => ({
    text,
    terms: [...new Set(variants.flatMap((terms) => terms.map(({ term }) => term)))],
    weight: own.reduce((most, { idf }) => Math.max(most, idf), 0),
  }))
}

/** The words of which the article with this ordinal has no variant. */
export function missingWords(words: readonly SoughtWord[], article: number): readonly string[] {
  const isThere = ({ fields, variants }: SoughtWord) =>
    variants.some((terms) => terms.every((term) => hasArticle(term, fields, article)))
  return words.filter((word) => !isThere(word)).map(({ text }) => text)
}

function hasArticle(term: FoundTerm, fields: readonly number[], article: number): boolean {
  return fields.some((field) => {
    const articles = term.fields[field]?.articles
    return articles !== undefined && articles[lowerBound(articles, article)] === article
  })
}

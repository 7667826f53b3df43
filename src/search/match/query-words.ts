/**
 * The words that a query looks for, and those that an article lacks. They tell a reader why an article is a hit.
 */
import { lowerBound } from '../arrays/binary-search.js'
import type { QueryWord } from '../types.js'
import type { FoundAlternative, FoundClause, FoundTerm } from './found.js'

/** A word of the query with its variants. A variant is a list of terms, and an article must have all of them. */
export interface SoughtWord {
  readonly text: string
  /** Indices into `FIELD_NAMES`. */
  readonly fields: readonly number[]
  /** Its own terms, any of which is enough. */
  readonly own: readonly FoundTerm[]
  /** All its variants: its own terms, likelier spellings, synonyms. */
  readonly variants: readonly (readonly FoundTerm[])[]
  /** The variants that make an article have the word: its own terms, or all variants if the index has none of those. */
  readonly counted: readonly (readonly FoundTerm[])[]
}

/** The words that clauses look for, each once, in the query's order, without excluded words and stop words. */
export function toSoughtWords(
  clauses: readonly FoundClause[],
  alternatives: readonly (readonly FoundAlternative[])[],
): readonly SoughtWord[] {
  const words = new Map<string, SoughtWord>()
  for (const [i, { clause, words: found }] of clauses.entries()) {
    if (clause.presence === 'prohibited' || found.length === 0 || words.has(clause.term)) continue
    const own = found.flat()
    const variants = [...own.map((term) => [term]), ...(alternatives[i] ?? []).map(({ terms }) => terms)]
    const counted = own.length === 0 ? variants : own.map((term) => [term])
    words.set(clause.term, { text: clause.term, fields: clause.fields, own, variants, counted })
  }
  return [...words.values()]
}

/** The words as a result gives them. */
export function toQueryWords(words: readonly SoughtWord[]): readonly QueryWord[] {
  return words.map(({ text, own, variants }) => ({
    text,
    terms: [...new Set(variants.flatMap((terms) => terms.map(({ term }) => term)))],
    weight: own.reduce((most, { idf }) => Math.max(most, idf), 0),
  }))
}

/** The words that the article with this ordinal does not have. */
export function missingWords(words: readonly SoughtWord[], article: number): readonly string[] {
  const isThere = ({ fields, counted }: SoughtWord) =>
    counted.some((terms) => terms.every((term) => hasArticle(term, fields, article)))
  return words.filter((word) => !isThere(word)).map(({ text }) => text)
}

/** True if an article has a term in one of the fields. */
export function hasArticle(term: FoundTerm, fields: readonly number[], article: number): boolean {
  return fields.some((field) => {
    const articles = term.fields[field]?.articles
    return articles !== undefined && articles[lowerBound(articles, article)] === article
  })
}

import type { QueryClause } from '../query/clause.js'
import type { FieldPostings } from '../shards/postings-record.js'

/** A term of the index with its postings, or only with those in a section. */
export interface FoundTerm {
  readonly term: string
  readonly idf: number
  readonly fields: readonly FieldPostings[]
}

/** A clause with the terms that it found: `words[i]` are those of its `i`-th analysed word. */
export interface FoundClause {
  readonly clause: QueryClause
  readonly words: readonly (readonly FoundTerm[])[]
}

/** A set of articles: a byte for each ordinal, 1 for a member. */
export type ArticleSet = Uint8Array

/** Conditions beyond Lunr's clauses: phrases, sections. */
export interface Conditions {
  readonly required: readonly ArticleSet[]
  readonly prohibited: readonly ArticleSet[]
}

/** Terms with their postings that together may stand for a word of the query; `worth` as in `Alternative`. */
export interface FoundAlternative {
  readonly terms: readonly FoundTerm[]
  readonly worth: number
}

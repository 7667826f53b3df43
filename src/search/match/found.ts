import type { QueryClause } from '../query/clause.js'
import type { FieldPostings } from '../shards/postings-record.js'

/** A term of the index with its postings, of which a section scope may have left a part. */
export interface FoundTerm {
  readonly term: string
  readonly idf: number
  readonly fields: readonly FieldPostings[]
}

/** A clause with what its analysed words found: `words[i]` are the terms of the `i`-th. */
export interface FoundClause {
  readonly clause: QueryClause
  readonly words: readonly (readonly FoundTerm[])[]
}

/** A set of articles: 1 for those in it. */
export type ArticleSet = Uint8Array

/** Conditions beyond Lunr's clauses: phrases, sections. */
export interface Conditions {
  readonly required: readonly ArticleSet[]
  readonly prohibited: readonly ArticleSet[]
}

/** Terms with their postings that stand, all together, for a word of the query; `worth` as in `Alternative`. */
export interface FoundAlternative {
  readonly terms: readonly FoundTerm[]
  readonly worth: number
}

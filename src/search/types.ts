/**
 * Types that the build, the browser, the CLI and the tests share.
 */
import type { SectionName } from '../article/article.js'
import type { FieldName } from './fields.js'

/** The indexed text of one article: plain text by field. `kb export --format search-docs` prints it. */
export interface SearchDocument {
  readonly number: number
  readonly fields: Readonly<Record<FieldName, string>>
  /**
   * The beginnings of the sections in `fields.body`: offsets in characters, ascending. The first is 0 if there is a
   * body.
   */
  readonly sections: readonly { readonly name: SectionName; readonly start: number }[]
}

/** A value of a filter and its label: `windows-nt/4.0`, `Windows NT 4.0`. */
export interface ColumnValue {
  readonly value: string
  readonly label: string
}

/**
 * A card: an article as hits show it and filters see it. It has the fields of `Card` in `render/view.ts`, and two more:
 * `issueTypes` and `products`.
 */
export interface SearchCard {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly type: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** ISO date, or null where it can't be read. */
  readonly modified: string | null
  readonly summary: string
  /** Issue types of the keyword block: `kbbug`, `kbprb`; usually one. */
  readonly issueTypes: readonly string[]
  /** The products it is about: `windows-nt`, then `windows-nt/4.0`, `windows-nt/4.0 SP4`. */
  readonly products: readonly ColumnValue[]
}

/**
 * A file of the index: a classic script that hands itself over, `kbShard("terms/12-0-003", "STAMP", "...")`.
 * `stamp` is a hash of the payload. The manifest lists it, so that a shard of another build is noticed.
 */
export interface ShardFile {
  /** Below `search/`, without `.js`: `terms/12-0-003`, `cards/0017`, `manifest`. */
  readonly name: string
  readonly stamp: string
  /** The file's content. */
  readonly bytes: Uint8Array
}

/** The content of a shard's script. */
export interface LoadedShard {
  readonly stamp: string
  readonly payload: string
}

/**
 * Loads a shard by name. Rejects if it is missing, with a message that says what to do. `stamp` is for the URL, to get
 * past a stale cache; it is null for the manifest, unless a newer one is looked for. The engine compares the stamps
 * itself.
 */
export interface ShardLoader {
  load(name: string, stamp: string | null): Promise<LoadedShard>
}

/** The filters of hits, whose values are also counted; each is a column of the index. */
export const FILTER_NAMES = ['product', 'type', 'year', 'issueType', 'filed'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

export interface SearchRequest {
  readonly text: string
  /** Values of one filter are alternatives (or); filters combine (and). Empty: no filter. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>
  readonly sort: 'relevance' | 'date'
  readonly offset: number
  readonly limit: number
  /**
   * The last word may be unfinished: words that begin with it count too. For results while the reader types; scores are
   * then not Lunr's.
   */
  readonly isTyping?: boolean
  /**
   * For people: a word that the archive lacks also matches words that begin with it, and if no article has any of the
   * words, the hits are those of the suggestion. If false, such words find nothing, as in Lunr.
   */
  readonly mayCorrect?: boolean
}

export interface SearchHit {
  readonly number: number
  readonly id: string
  /** Lunr's score, as one index of all articles gives it. */
  readonly score: number
  /** Words of the query, as typed, that the article does not have ("without: spooler"). */
  readonly missing: readonly string[]
}

/** A word of the query, to show why an article is a hit: `findPassage` looks for the words and marks their terms. */
export interface QueryWord {
  /** As typed, in lower case. */
  readonly text: string
  /** The terms that count for the word in an article: its own, then those that may stand for it. */
  readonly terms: readonly string[]
  /** The weight of the word by its rarity; 0 if the archive does not have it. */
  readonly weight: number
}

/** A value of a filter and its label, such as a product's code and its name. */
export interface FilterValue {
  readonly value: string
  readonly label: string
}

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

/**
 * A part of the query that was recognised: `0x80004005` is an error code, `mfc42.dll` a file. The page shows it as a
 * chip. `start` and `end` are its offsets in the request's text.
 */
export interface Recognised {
  readonly text: string
  readonly kind:
    | 'article'
    | 'error-code'
    | 'stop-code'
    | 'event-source'
    | 'event-id'
    | 'description'
    | 'module'
    | 'file'
    | 'api'
    | 'registry-key'
  readonly start: number
  readonly end: number
}

/** An article by id, with its title; null if its card cannot be read. */
export interface NamedArticle {
  readonly id: string
  readonly title: string | null
}

/**
 * The article that the query names anywhere: `Q214864`, `see KB 214864 for details`, an old support address. The page
 * offers it first, and Enter opens it. `near`: neighbours of a number that the archive does not have.
 */
export interface Jump extends NamedArticle {
  readonly exists: boolean
  readonly near: readonly NamedArticle[]
}

/**
 * A part of the query that is not looked for, with the reason.
 *
 *     stop-word   it is in nearly every article
 *     sign        it has no letter and no digit
 *     star        a star in it stands alone, as in `create-page-*`
 *     many        it would stand for too many words
 *     long        it comes after the length that is read
 */
export interface LeftOut {
  readonly text: string
  readonly reason: 'stop-word' | 'sign' | 'star' | 'many' | 'long'
}

/** A part of the query that a minus excludes: `smtp`, `"blue screen"`. `instead`: the query without this minus. */
export interface Excluded {
  readonly text: string
  readonly instead: string
}

export interface SearchResult {
  /**
   * The number of hits to page through: `withSome`; by date, only the articles that have the most words of the query.
   */
  readonly total: number
  /** The number of articles found that pass the filters and have all words of the query. */
  readonly withAll: number
  /** The number of articles found that pass the filters. */
  readonly withSome: number
  readonly hits: readonly SearchHit[]
  /**
   * Counts of each filter's values among the articles that pass all *other* filters, largest first. Only articles with
   * all words of the query count, if there are any.
   */
  readonly facets: Readonly<Record<FilterName, readonly FacetCount[]>>
  readonly jump: Jump | null
  readonly recognised: readonly Recognised[]
  /** Parts of the query that are not looked for, with the reason. */
  readonly leftOut: readonly LeftOut[]
  /** Excluded words and phrases, each with the query that looks for it instead. */
  readonly excluded: readonly Excluded[]
  /** The query with words of the vocabulary in place of unknown ones, or null. */
  readonly suggestion: string | null
  /** The corrected query that the hits belong to, if no article has any word of the one that was asked; else null. */
  readonly corrected: string | null
  /** The words that are looked for, each once, in the query's order; without excluded ones. */
  readonly words: readonly QueryWord[]
  /** Matched terms and phrases, for marking words in hits. */
  readonly marks: readonly string[]
}

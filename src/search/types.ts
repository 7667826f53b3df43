/**
 * The words of the search layer that build, browser, CLI and tests share. Types only.
 */
import type { SectionName } from '../article/article.js'
import type { FieldName } from './fields.js'

/** What is indexed of one article: plain text by field. `kb export --format search-docs` prints it. */
export interface SearchDocument {
  readonly number: number
  readonly fields: Readonly<Record<FieldName, string>>
  /** Where the sections of `fields.body` begin: offsets in characters, ascending; the first is 0 where there is a body. */
  readonly sections: readonly { readonly name: SectionName; readonly start: number }[]
}

/** A value of a filter, and what a reader sees: `windows-nt/4.0`, `Windows NT 4.0`. */
export interface ColumnValue {
  readonly value: string
  readonly label: string
}

/** What a hit shows and is filtered by; `render/view.ts`'s Card has all of it but `issueTypes` and `products`. */
export interface SearchCard {
  readonly number: number
  readonly id: string
  readonly title: string
  readonly type: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** ISO date, or null where it can't be read. */
  readonly modified: string | null
  readonly summary: string
  /** Of the keyword block: `kbbug`, `kbprb`; usually one. */
  readonly issueTypes: readonly string[]
  /** What it is about: `windows-nt`, then `windows-nt/4.0`, `windows-nt/4.0 SP4`. */
  readonly products: readonly ColumnValue[]
}

/**
 * A file of the index: a classic script that hands itself over, `kbShard("terms/12-003", "STAMP", "...")`.
 * `stamp` is a hash of the payload: the manifest names it, so that a shard of another build is noticed.
 */
export interface ShardFile {
  /** Below `search/`, without `.js`: `terms/12-003`, `cards/017`, `manifest`. */
  readonly name: string
  readonly stamp: string
  /** The file's content. */
  readonly bytes: Uint8Array
}

/** What a shard script hands over. */
export interface LoadedShard {
  readonly stamp: string
  readonly payload: string
}

/**
 * Loads a shard by name; rejects with what to do where it is missing. The engine compares the stamps; `stamp` (null for
 * the manifest) is given so that a loader can put it into the URL, past a stale cache.
 */
export interface ShardLoader {
  load(name: string, stamp: string | null): Promise<LoadedShard>
}

/** The ways in which hits can be filtered and counted; each is a column of the index. */
export const FILTER_NAMES = ['product', 'type', 'year', 'issueType', 'filed'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

export interface SearchRequest {
  readonly text: string
  /** Values of one filter are alternatives, filters combine. Empty: no filter. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>
  readonly sort: 'relevance' | 'date'
  readonly offset: number
  readonly limit: number
  /** The last word may be unfinished: what begins with it counts too. For results as one types; then scores are not Lunr's. */
  readonly isTyping?: boolean
  /**
   * For people: a word that the archive does not have counts for words that begin with it, and where nothing has any of the words,
   * the hits are those of likelier ones. Otherwise none, as in Lunr.
   */
  readonly mayCorrect?: boolean
}

export interface SearchHit {
  readonly number: number
  readonly id: string
  /** Lunr's score of the whole index. */
  readonly score: number
  /** Words of the query, as typed, that the article does not have ("without: spooler"). */
  readonly missing: readonly string[]
}

/** A word of the query, to show why an article is a hit: `findPassage` looks for the words, and marks their terms. */
export interface QueryWord {
  /** As typed, in lower case. */
  readonly text: string
  /** What counts for the word in an article: its own terms, then what stands for them. */
  readonly terms: readonly string[]
  /** How much the word tells; 0 where the archive does not have it. */
  readonly weight: number
}

/** A value of a filter, and what a reader sees of it: a product's code and its name. */
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
 * A part of the query and what it was taken for: `0x80004005` an error code, `mfc42.dll` a file. Shown as a chip that leads to the
 * error's page, or is taken out: `start` and `end` are its offsets in the request's text.
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

/** An article by id, with its title; null where its card cannot be read. */
export interface NamedArticle {
  readonly id: string
  readonly title: string | null
}

/**
 * Straight to an article that the query names anywhere: `Q214864`, `see KB 214864 for details`, an old support address. The
 * reader is offered it first, and Enter goes there. `near`: neighbours of a number that is not in the archive.
 */
export interface Jump extends NamedArticle {
  readonly exists: boolean
  readonly near: readonly NamedArticle[]
}

/**
 * A part of the query that is not looked for. `stop-word`: it is in nearly every article. `sign`: it has no letter and no
 * digit. `star`: a star of it stands alone, as in `create-page-*`. `many`: it would stand for too many words. `long`: it
 * stands after the length that is read.
 */
export interface LeftOut {
  readonly text: string
  readonly reason: 'stop-word' | 'sign' | 'star' | 'many' | 'long'
}

/** What a minus excludes: `smtp`, `"blue screen"`. `instead`: the query without this minus, to search for it. */
export interface Excluded {
  readonly text: string
  readonly instead: string
}

export interface SearchResult {
  /** How many hits there are to page through: `withSome`; by date only those that have the most words of the query. */
  readonly total: number
  /** How many articles that pass the filters have all words of the query, and how many have some of them. */
  readonly withAll: number
  readonly withSome: number
  readonly hits: readonly SearchHit[]
  /**
   * Counts of each filter's values among the articles that pass all the *other* filters, largest first: articles with all words
   * of the query, where there are any.
   */
  readonly facets: Readonly<Record<FilterName, readonly FacetCount[]>>
  readonly jump: Jump | null
  readonly recognised: readonly Recognised[]
  /** Parts of the query that are not looked for, each with why. */
  readonly leftOut: readonly LeftOut[]
  /** Words and phrases whose articles are left out, each with the query that looks for it instead. */
  readonly excluded: readonly Excluded[]
  /** The query with words of the vocabulary in place of unknown ones, or null. */
  readonly suggestion: string | null
  /** The query that the hits are of, where nothing had any word of the one that was asked: all of them misspelt. */
  readonly corrected: string | null
  /** The words that are looked for, in the query's order, each once; none that is excluded. */
  readonly words: readonly QueryWord[]
  /** Analysed terms and phrases that were matched, for marking words in hits. */
  readonly marks: readonly string[]
}

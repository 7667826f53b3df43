/**
 * The words of the search layer that build, browser, CLI and tests share. Types only.
 */

/** What is indexed of one article: plain text by field. `kb export --format search-docs` prints it. */
export interface SearchDocument {
  readonly number: number
  readonly fields: Readonly<Record<string, string>>
}

/** A named file of the index that is a classic script and hands itself over: `kbShard("terms/t042", "...")`. */
export interface ShardFile {
  /** Below `search/`, without `.js`: `terms/t042`, `cards/c017`, `manifest`. */
  readonly name: string
  readonly script: string
}

/** Loads a shard's payload by name; rejects with what to do where it is missing or of another build. */
export interface ShardLoader {
  load(name: string): Promise<string>
}

export interface SearchRequest {
  readonly text: string
  readonly filters: Readonly<Record<'product' | 'type' | 'year' | 'issueType', readonly string[]>>
  readonly sort: 'relevance' | 'date'
  readonly offset: number
  readonly limit: number
}

export interface SearchHit {
  readonly number: number
  readonly id: string
  /** Lunr's score of the whole index. */
  readonly score: number
}

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

/** What a part of the query was taken for, for "paste an error": `0x80004005` an error code, `mfc42.dll` a file. */
export interface Recognised {
  readonly text: string
  readonly kind: 'article' | 'error-code' | 'event-id' | 'file' | 'api' | 'registry-key' | 'phrase'
}

export interface SearchResult {
  readonly total: number
  readonly hits: readonly SearchHit[]
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>
  /** Straight to an article: `Q214864`, `214864`, an old support URL. `near`: neighbours of a number not in the archive. */
  readonly jump: { readonly id: string; readonly exists: boolean; readonly near: readonly string[] } | null
  readonly recognised: readonly Recognised[]
  /** Parts of the query that were not understood or too common, said to the reader. */
  readonly ignored: readonly string[]
  readonly suggestion: string | null
  /** Analysed terms and phrases that were matched, for marking words in hits. */
  readonly marks: readonly string[]
}

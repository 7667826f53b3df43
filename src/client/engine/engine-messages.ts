/**
 * The messages between page and engine. The engine is in a worker, or, if there is none, behind the same messages in
 * the page. A worker can't load files on `file://`, so it asks the page for every shard.
 */
import type { Passage, PassageSection } from '../../search/passage/find-passage.js'
import type { Piece } from '../../search/passage/mark-pieces.js'
import type { LoadedShard, QueryWord, SearchCard, SearchRequest, SearchResult } from '../../search/types.js'

/** `turn` numbers the reader's requests. Answers to an older turn are dropped. */
export type ToEngine =
  | { readonly type: 'search'; readonly turn: number; readonly request: SearchRequest }
  | { readonly type: 'shard'; readonly name: string; readonly shard: LoadedShard }
  | { readonly type: 'shard-failed'; readonly name: string; readonly message: string }
  | { readonly type: 'find-passage'; readonly ticket: number; readonly question: PassageQuestion }

export type FromEngine =
  | { readonly type: 'load'; readonly shards: readonly WantedShard[] }
  | { readonly type: 'found'; readonly turn: number; readonly page: ResultPage }
  | { readonly type: 'rest'; readonly turn: number; readonly rest: RestOfPage }
  | { readonly type: 'failed'; readonly turn: number; readonly message: string }
  | { readonly type: 'passage'; readonly ticket: number; readonly passage: Passage | null }

/** Asks for the passage of a text that answers best. The worker finds it, since every word of an article is stemmed. */
export interface PassageQuestion {
  readonly sections: readonly PassageSection[]
  readonly words: readonly QueryWord[]
}

/** A shard that the engine waits for; `stamp` as in `ShardLoader`. */
export interface WantedShard {
  readonly name: string
  readonly stamp: string | null
}

/** A hit as it is shown. `card` is null if its shard can't be loaded: then only an id and a link are shown. */
export interface ShownHit {
  readonly id: string
  readonly number: number
  readonly card: SearchCard | null
  /** The tag at the beginning of the title, `PRB`; `title` is the text after it. */
  readonly type: string | null
  readonly title: readonly Piece[]
  readonly summary: readonly Piece[]
  /** Words of the query that the article lacks. */
  readonly missing: readonly string[]
}

/**
 * The first answer to a turn. Hits below the first screen may be missing, since their cards take as long again to load.
 */
export interface ResultPage {
  readonly result: SearchResult
  readonly hits: readonly ShownHit[]
  /** False if a `RestOfPage` follows. */
  readonly isWhole: boolean
  /** Faults of the index, one sentence each. The hits come from the files that could be read. */
  readonly faults: readonly string[]
}

/** The hits that a `ResultPage` left out, and all faults. */
export interface RestOfPage {
  readonly hits: readonly ShownHit[]
  readonly faults: readonly string[]
}

/** The parts of a worker's global scope that the engine needs. The page has a stand-in for it. */
export interface EngineScope {
  postMessage(message: FromEngine): void
  onmessage: ((event: { readonly data: ToEngine }) => void) | null
}

export const HITS_PER_PAGE = 20

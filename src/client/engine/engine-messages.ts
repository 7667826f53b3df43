/**
 * What page and engine say to each other; the engine sits in a worker (or, where there is none, behind the same messages
 * in the page). The worker can't load files on `file://`, so it asks the page for every shard. Types only.
 */
import type { Passage, PassageSection } from '../../search/passage/find-passage.js'
import type { Piece } from '../../search/passage/mark-pieces.js'
import type { LoadedShard, QueryWord, SearchCard, SearchRequest, SearchResult } from '../../search/types.js'

/** `turn` counts the reader's requests; an answer to an older turn is thrown away. */
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

/** Which passage of a text answers best: stemming every word of an article is work for the worker. */
export interface PassageQuestion {
  readonly sections: readonly PassageSection[]
  readonly words: readonly QueryWord[]
}

/** A shard that the engine waits for; `stamp` as a `ShardLoader` is given it. */
export interface WantedShard {
  readonly name: string
  readonly stamp: string | null
}

/** A hit as it is shown. `card` is null where its shard can't be had: then there is an id and a link. */
export interface ShownHit {
  readonly id: string
  readonly number: number
  readonly card: SearchCard | null
  /** The tag that the title begins with, `PRB`; `title` is what follows it. */
  readonly type: string | null
  readonly title: readonly Piece[]
  readonly summary: readonly Piece[]
  /** Words of the query that the article lacks. */
  readonly missing: readonly string[]
}

/** What is shown of a turn at first: all but some hits below the first screen, whose cards take as long again. */
export interface ResultPage {
  readonly result: SearchResult
  readonly hits: readonly ShownHit[]
  /** Whether a `RestOfPage` follows. */
  readonly isWhole: boolean
  /** What is wrong with the index, in words; the hits are those of the rest. */
  readonly faults: readonly string[]
}

/** The hits that were left out of a `ResultPage`, and all faults. */
export interface RestOfPage {
  readonly hits: readonly ShownHit[]
  readonly faults: readonly string[]
}

/** What the engine needs of the world: a worker's global scope has it, and so has the page's stand-in. */
export interface EngineScope {
  postMessage(message: FromEngine): void
  onmessage: ((event: { readonly data: ToEngine }) => void) | null
}

export const HITS_PER_PAGE = 20

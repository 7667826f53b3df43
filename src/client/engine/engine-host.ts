/**
 * The engine's end of the messages. It gets shards through the page, runs one search at a time, and answers with all
 * that the page shows. If requests come during a search, only the last one is run: the reader has typed on.
 */
import type { Search } from '../../search/engine.js'
import { findPassage } from '../../search/passage/find-passage.js'
import { markPieces, toMarkTerms } from '../../search/passage/mark-pieces.js'
import type {
  LoadedShard,
  SearchCard,
  SearchHit,
  SearchRequest,
  SearchResult,
  ShardLoader,
} from '../../search/types.js'
import type { EngineScope, FromEngine, ShownHit, ToEngine, WantedShard } from './engine-messages.js'
import { HITS_PER_PAGE } from './engine-messages.js'

interface Waiting {
  readonly resolve: (shard: LoadedShard) => void
  readonly reject: (error: Error) => void
}

interface Turn {
  readonly turn: number
  readonly request: SearchRequest
}

/** The number of made-up searches after which the engine's code is compiled. */
const PREPARATIONS = 3

/** Serves `scope` with an engine, which `create` makes from a loader. */
export function serveEngine(scope: EngineScope, create: (loader: ShardLoader) => Search): void {
  const waiting = new Map<string, Waiting[]>()
  let wanted: WantedShard[] = []
  const postWanted = () => {
    scope.postMessage({ type: 'load', shards: wanted })
    wanted = []
  }
  const loader: ShardLoader = {
    load(name, stamp) {
      // Shards that are asked for at the same time share one message: each message costs the page time.
      if (wanted.push({ name, stamp }) === 1) queueMicrotask(postWanted)
      return new Promise((resolve, reject) => {
        waiting.set(name, [...(waiting.get(name) ?? []), { resolve, reject }])
      })
    },
  }
  const search = create(loader)
  let next: Turn | null = null
  let running = false

  async function runTurns(): Promise<void> {
    if (running) return
    running = true
    while (next !== null) {
      const turn: Turn = next
      next = null
      await answer(search, turn, (message) => {
        if (next === null) scope.postMessage(message)
        return next === null
      })
      if (isNothingAsked(turn.request)) await prepare()
    }
    running = false
  }

  /** Makes the first search fast while the reader is not searching yet. Stops when a request comes. */
  async function prepare(): Promise<void> {
    for (let round = 0; round < PREPARATIONS && next === null; round++) {
      await search.prepare().catch(() => null)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }

  function settle(name: string, action: (one: Waiting) => void): void {
    const all = waiting.get(name) ?? []
    waiting.delete(name)
    all.forEach(action)
  }

  scope.onmessage = ({ data }: { readonly data: ToEngine }) => {
    switch (data.type) {
      case 'search':
        next = { turn: data.turn, request: data.request }
        void runTurns()
        return
      case 'shard':
        settle(data.name, ({ resolve }) => resolve(data.shard))
        return
      case 'shard-failed':
        settle(data.name, ({ reject }) => reject(new Error(data.message)))
        return
      case 'find-passage': {
        const { sections, words } = data.question
        scope.postMessage({ type: 'passage', ticket: data.ticket, passage: findPassage(sections, words) })
        return
      }
      default:
        data satisfies never
    }
  }
}

/** True for the request of an empty page, which asks for no hits. */
function isNothingAsked({ limit }: SearchRequest): boolean {
  return limit === 0
}

/** Hits of the first screen. Each needs a card from another file; the reader sees them while the others are loaded. */
const FIRST_HITS = 6

/** Answers in two messages. `post` returns false if nobody wants the answer any more. */
async function answer(search: Search, { turn, request }: Turn, post: (message: FromEngine) => boolean): Promise<void> {
  try {
    const result = await search.search(request)
    const { hits } = result
    // Hits that were shown before "Show 20 more" stay where they are.
    const firstCount = request.limit > HITS_PER_PAGE ? request.limit - HITS_PER_PAGE : FIRST_HITS
    const first = await toShownHits(search, result, hits.slice(0, firstCount))
    const faults = search.takeFaults()
    const isWhole = first.length === hits.length
    if (!post({ type: 'found', turn, page: { result, hits: first, isWhole, faults } }) || isWhole) return
    const rest = await toShownHits(search, result, hits.slice(firstCount))
    post({ type: 'rest', turn, rest: { hits: rest, faults: [...new Set([...faults, ...search.takeFaults()])] } })
  } catch (error) {
    post({ type: 'failed', turn, message: error instanceof Error ? error.message : String(error) })
  }
}

/** The hits with their cards, the matching words of title and summary marked. */
async function toShownHits(
  search: Search,
  result: SearchResult,
  hits: readonly SearchHit[],
): Promise<readonly ShownHit[]> {
  const cards = await search.cards(hits.map((hit) => hit.number))
  const marks = toMarkTerms(result.marks)
  return hits.map(({ id, number, missing }, index) => {
    const card = cards[index] ?? null
    const { type, rest } = splitTitle(card)
    const summary = markPieces(card?.summary ?? '', marks)
    return { id, number, card, type, title: markPieces(rest, marks), summary, missing }
  })
}

/** `PRB: Fails to Print` -> `PRB` and `Fails to Print`. */
function splitTitle(card: SearchCard | null): { readonly type: string | null; readonly rest: string } {
  const title = card?.title ?? ''
  const type = card?.type ?? null
  const isTagged = type !== null && title.startsWith(`${type}: `)
  return isTagged ? { type, rest: title.slice(type.length + 2) } : { type: null, rest: title }
}

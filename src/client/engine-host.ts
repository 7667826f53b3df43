/**
 * The engine's end of the messages: gets shards through the page, runs one search after the other, answers with all that
 * the page shows. Of requests that pile up while one runs only the last is run: the reader has typed on.
 */
import type { Search } from '../search/engine.js'
import type { LoadedShard, SearchCard, SearchRequest, SearchResult, ShardLoader } from '../search/types.js'
import type { EngineScope, FromEngine, ShownHit, ToEngine } from './engine-messages.js'
import { markPieces, toMarkTerms } from './mark-pieces.js'

interface Waiting {
  readonly resolve: (shard: LoadedShard) => void
  readonly reject: (error: Error) => void
}

interface Turn {
  readonly turn: number
  readonly request: SearchRequest
}

/** Serves `scope` with the engine that `create` makes of a loader. */
export function serveEngine(scope: EngineScope, create: (loader: ShardLoader) => Search): void {
  const waiting = new Map<string, Waiting[]>()
  const loader: ShardLoader = {
    load(name, stamp) {
      scope.postMessage({ type: 'load', name, stamp })
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
      scope.postMessage(await answer(search, turn))
    }
    running = false
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
      default:
        data satisfies never
    }
  }
}

async function answer(search: Search, { turn, request }: Turn): Promise<FromEngine> {
  const start = performance.now()
  try {
    const result = await search.search(request)
    const hits = await toShownHits(search, result)
    const page = { result, hits, faults: search.takeFaults(), milliseconds: performance.now() - start }
    return { type: 'found', turn, page }
  } catch (error) {
    return { type: 'failed', turn, message: error instanceof Error ? error.message : String(error) }
  }
}

/** The hits with their cards, the matching words of title and summary marked. */
async function toShownHits(search: Search, result: SearchResult): Promise<readonly ShownHit[]> {
  const cards = await search.cards(result.hits.map((hit) => hit.number))
  const marks = toMarkTerms(result.marks)
  return result.hits.map(({ id, number }, index) => {
    const card = cards[index] ?? null
    const { type, rest } = splitTitle(card)
    return { id, number, card, type, title: markPieces(rest, marks), summary: markPieces(card?.summary ?? '', marks) }
  })
}

/** `PRB: Fails to Print` -> `PRB` and `Fails to Print`. */
function splitTitle(card: SearchCard | null): { readonly type: string | null; readonly rest: string } {
  const title = card?.title ?? ''
  const type = card?.type ?? null
  const isTagged = type !== null && title.startsWith(`${type}: `)
  return isTagged ? { type, rest: title.slice(type.length + 2) } : { type: null, rest: title }
}

/**
 * The page's end of the messages: starts the engine, loads its shards, and passes on the answers that are still wanted.
 */
import type { Passage } from '../../search/passage/find-passage.js'
import type { SearchRequest, ShardLoader } from '../../search/types.js'
import type {
  EngineScope,
  FromEngine,
  PassageQuestion,
  RestOfPage,
  ResultPage,
  ToEngine,
  WantedShard,
} from './engine-messages.js'

export interface EnginePort {
  /** Asks. Answers to earlier questions are dropped from now on. */
  search(request: SearchRequest): void
  /** The passage of a text that answers best, or null if there is no text. */
  findPassage(question: PassageQuestion): Promise<Passage | null>
}

export interface Answers {
  found(page: ResultPage): void
  /** The hits that the last `found` page left out. */
  rest(rest: RestOfPage): void
  failed(message: string): void
}

/** The bundle of `engine.entry.ts`. */
type Engine = (scope: EngineScope) => void

/** Starts the engine in a worker, or in the page if no worker can be made. */
export function startEngine(engine: Engine, loader: ShardLoader, answers: Answers): EnginePort {
  let lastTurn = 0
  let lastTicket = 0
  const passages = new Map<number, (passage: Passage | null) => void>()
  const hear = (message: FromEngine) => {
    if (message.type === 'load') for (const wanted of message.shards) void bring(wanted)
    else if (message.type === 'passage') takePassage(message.ticket, message.passage)
    else if (message.turn !== lastTurn) return
    else if (message.type === 'found') answers.found(message.page)
    else if (message.type === 'rest') answers.rest(message.rest)
    else answers.failed(message.message)
  }
  const tell = startInWorker(engine, hear) ?? startInPage(engine, hear)

  async function bring({ name, stamp }: WantedShard): Promise<void> {
    try {
      tell({ type: 'shard', name, shard: await loader.load(name, stamp) })
    } catch (error) {
      tell({ type: 'shard-failed', name, message: error instanceof Error ? error.message : String(error) })
    }
  }

  function takePassage(ticket: number, passage: Passage | null): void {
    passages.get(ticket)?.(passage)
    passages.delete(ticket)
  }

  return {
    search(request) {
      lastTurn += 1
      tell({ type: 'search', turn: lastTurn, request })
    },
    findPassage(question) {
      lastTicket += 1
      const ticket = lastTicket
      return new Promise((resolve) => {
        passages.set(ticket, resolve)
        tell({ type: 'find-passage', ticket, question })
      })
    },
  }
}

type Tell = (message: ToEngine) => void
type Hear = (message: FromEngine) => void

/** A worker made from the function's source; null if the browser or a host's policy forbids it. */
function startInWorker(engine: Engine, hear: Hear): Tell | null {
  try {
    const address = URL.createObjectURL(new Blob([`(${engine})(self)`], { type: 'text/javascript' }))
    const worker = new Worker(address)
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => hear(data)
    return (message) => worker.postMessage(message)
  } catch {
    return null
  }
}

/** Runs the engine in the page. Each message is a task of its own, so that typing comes between. */
function startInPage(engine: Engine, hear: Hear): Tell {
  const scope: EngineScope = { onmessage: null, postMessage: (message) => void setTimeout(hear, 0, message) }
  engine(scope)
  return (message) => void setTimeout(() => scope.onmessage?.({ data: message }), 0)
}

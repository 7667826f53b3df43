/**
 * Runs many small tasks in worker threads and gives their results in the tasks' order, with few of them in memory.
 *
 * The worker's file calls `answerTasks(run)` and nothing else; the main thread iterates over `runTasks(...)`. Knows nothing
 * of what a task is. A `KbError` crosses threads as what it is; any other error ends the run as a defect.
 */
import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { KbError, type KbErrorDetails } from '../kb-error.js'

/** A task's value, and the buffers in it that move to the main thread instead of being copied. */
export interface Answer<Result> {
  readonly value: Result
  readonly transfer?: readonly ArrayBuffer[]
}

type Reply<Result> =
  | { readonly type: 'done'; readonly value: Result }
  | { readonly type: 'failed'; readonly code: string; readonly message: string; readonly details: KbErrorDetails }

/** What `runTasks` needs. `entry` is the compiled worker's file; `shared` is given to each worker once. */
export interface TaskRun<Task> {
  readonly entry: URL
  readonly tasks: Iterable<Task>
  readonly shared: unknown
  readonly workers?: number
}

/** Tasks handed out beyond the one whose result is awaited, for each worker: enough to keep it busy. */
const aheadPerWorker = 4

/** Yields the result of each task in order. Ends all its workers when the caller stops, for whatever reason. */
export async function* runTasks<Task, Result>(run: TaskRun<Task>): AsyncGenerator<Result> {
  const pool = Array.from({ length: run.workers ?? availableParallelism() }, () => startWorker<Task, Result>(run))
  const waiting: Promise<Result>[] = []
  let turn = 0
  try {
    for (const task of run.tasks) {
      const worker = pool[turn++ % pool.length]
      if (worker !== undefined) waiting.push(worker.ask(task))
      const first = waiting.length >= pool.length * aheadPerWorker ? waiting.shift() : undefined
      if (first !== undefined) yield await first
    }
    while (true) {
      const next = waiting.shift()
      if (next === undefined) return
      yield await next
    }
  } finally {
    await Promise.all(pool.map((worker) => worker.end()))
  }
}

/** Answers every task the main thread sends with what `run` makes of it; `run` gets `shared` as its second argument. */
export function answerTasks<Task, Shared, Result>(run: (task: Task, shared: Shared) => Answer<Result>): void {
  const port = parentPort
  if (port === null) return
  port.on('message', (task: Task) => {
    try {
      const answer = run(task, workerData as Shared)
      port.postMessage({ type: 'done', value: answer.value }, [...(answer.transfer ?? [])])
    } catch (error) {
      if (!(error instanceof KbError)) throw error
      port.postMessage(toFailure(error))
    }
  })
}

/** One thread that answers in the order it is asked. */
function startWorker<Task, Result>(run: TaskRun<Task>) {
  const worker = new Worker(run.entry, { workerData: run.shared })
  const asked: { readonly resolve: (value: Result) => void; readonly reject: (error: Error) => void }[] = []
  worker.on('message', (reply: Reply<Result>) => {
    const question = asked.shift()
    if (reply.type === 'done') question?.resolve(reply.value)
    else question?.reject(new KbError(reply.code, reply.message, reply.details))
  })
  worker.on('error', (error: Error) => {
    for (const question of asked.splice(0)) question.reject(error)
  })
  return {
    ask(task: Task): Promise<Result> {
      const answer = new Promise<Result>((resolve, reject) => {
        asked.push({ resolve, reject })
        worker.postMessage(task)
      })
      // Whoever stops early awaits no further answers: their failures have no reader.
      answer.catch(() => undefined)
      return answer
    },
    end: () => worker.terminate(),
  }
}

function toFailure(error: KbError): Reply<never> {
  const details = {
    ...(error.where === null ? {} : { where: error.where }),
    ...(error.hint === null ? {} : { hint: error.hint }),
    exitCode: error.exitCode,
  }
  return { type: 'failed', code: error.code, message: error.message, details }
}

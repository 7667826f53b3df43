/**
 * A pool of worker threads that perform typed tasks.
 *
 * The threads live as long as the pool, so that modules are loaded and compiled only once. If a thread dies, the whole
 * command fails; the error names the task and the current article.
 */
import { Worker } from 'node:worker_threads'
import { KbError } from '../kb-error.js'
import { createPositionCells, readPosition, writePosition } from './position.js'
import { performTask, type TaskName, type TaskTable, type TaskTypes } from './task-table.js'
import { type Answer, fromFailure, type Question } from './worker-messages.js'

/** A task to perform; `label` names it in error messages: `bucket 214`. */
export interface Task<T extends TaskTypes, N extends TaskName<T> = TaskName<T>> {
  readonly name: N
  readonly label: string
  readonly input: T[N]['input']
}

export interface Pool<T extends TaskTypes> {
  /** Number of worker threads; 0: tasks run in the calling thread. */
  readonly size: number
  /**
   * Runs all tasks, as many at a time as there are workers. Calls `onDone` for each task when it is done, in any order.
   *
   * Idle workers get their first task before this method returns. Rejects with the first error; if `tasks` is a
   * generator, no further task then begins.
   */
  runAll<N extends TaskName<T>>(
    tasks: Iterable<Task<T, N>>,
    onDone: (output: T[N]['output'], task: Task<T, N>) => void,
  ): Promise<void>
  /** Lets an idle worker load the code of a task. Ignores errors: the first task of that name will report them. */
  prepare(name: TaskName<T>): void
  /** Number of articles or pages that all workers have done so far. */
  done(): number
  close(): Promise<void>
}

export interface PoolOptions<T extends TaskTypes> {
  /** Number of worker threads; 0: tasks run in the calling thread. */
  readonly size: number
  readonly tasks: TaskTable<T>
  /** The module that a worker runs; it must call `serveTasks` with the same table. */
  readonly entry: URL
}

/** Starts the workers. Each loads the code of a task when it first gets one. */
export function createPool<T extends TaskTypes>({ size, tasks: table, entry }: PoolOptions<T>): Pool<T> {
  if (size === 0) return createInlinePool(table)
  const workers = Array.from({ length: size }, () => new TaskWorker<T>(entry))
  const crew = new Crew<T>(workers)
  return {
    size,
    async runAll(tasks, onDone) {
      const iterator = toGenerator(tasks)
      await Promise.all(Array.from({ length: size }, () => drain(crew, iterator, onDone)))
    },
    prepare(name) {
      const worker = crew.takeIdle(name)
      if (worker !== null) void worker.prepare(name).then(() => crew.giveBack(worker))
    },
    done: () => workers.reduce((sum, worker) => sum + worker.done, 0),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

/** Runs tasks in this thread, one after another: for machines with one core, and for debugging. */
function createInlinePool<T extends TaskTypes>(table: TaskTable<T>): Pool<T> {
  const cells = createPositionCells()
  return {
    size: 0,
    async runAll(tasks, onDone) {
      for (const task of tasks) onDone(await performTask(table, task.name, task.input, writePosition(cells)), task)
    },
    prepare: () => undefined,
    done: () => readPosition(cells).done,
    close: () => Promise.resolve(),
  }
}

/** A generator can be ended for all workers at once, which the iterator of an array cannot. */
function* toGenerator<V>(values: Iterable<V>): Generator<V, undefined> {
  yield* values
}

/** Performs task after task on the next free worker. An error ends the tasks for all workers. */
async function drain<T extends TaskTypes, N extends TaskName<T>>(
  crew: Crew<T>,
  tasks: Generator<Task<T, N>, undefined>,
  onDone: (output: T[N]['output'], task: Task<T, N>) => void,
): Promise<void> {
  for (let next = tasks.next(); !next.done; next = tasks.next()) {
    const worker = crew.takeIdle(next.value.name) ?? (await crew.takeNext())
    try {
      onDone(await worker.perform(next.value), next.value)
    } catch (error) {
      tasks.return(undefined)
      throw error
    } finally {
      crew.giveBack(worker)
    }
  }
}

/** The idle workers, and the callers that wait for one. */
class Crew<T extends TaskTypes> {
  readonly #idle: TaskWorker<T>[]
  readonly #waiting: ((worker: TaskWorker<T>) => void)[] = []

  constructor(workers: readonly TaskWorker<T>[]) {
    this.#idle = [...workers]
  }

  /** Takes an idle worker, preferably one that has loaded the code of `name`; null if none is idle. */
  takeIdle(name: TaskName<T>): TaskWorker<T> | null {
    const at = this.#idle.findIndex((worker) => worker.hasLoaded(name))
    return this.#idle.splice(Math.max(0, at), 1)[0] ?? null
  }

  /** Takes the next worker that becomes idle. */
  takeNext(): Promise<TaskWorker<T>> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  giveBack(worker: TaskWorker<T>): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(worker)
    else next(worker)
  }
}

/** The young generation of Node 20. Newer versions let it grow, which takes memory and saves no time here. */
const LIMITS = { maxYoungGenerationSizeMb: 48 }

/** A worker thread; performs one task at a time. */
class TaskWorker<T extends TaskTypes> {
  readonly #cells = createPositionCells()
  readonly #worker: Worker
  #waiting: { resolve(output: never): void; reject(error: unknown): void; label: string } | null = null
  #failure: KbError | null = null
  /** Names of tasks whose code the worker has loaded, or is loading. */
  readonly #loaded = new Set<string>()

  constructor(entry: URL) {
    this.#worker = new Worker(entry, { workerData: this.#cells, resourceLimits: LIMITS })
    this.#worker.on('message', (answer: Answer) => this.#receive(answer))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread ended with code ${code}`)))
  }

  get done(): number {
    return readPosition(this.#cells).done
  }

  hasLoaded(name: TaskName<T>): boolean {
    return this.#loaded.has(name)
  }

  perform<N extends TaskName<T>>(task: Task<T, N>): Promise<T[N]['output']> {
    return this.#ask({ type: 'perform', name: task.name, input: task.input }, task.label)
  }

  /** Loads the code of a task. Resolves also if that fails. */
  async prepare(name: TaskName<T>): Promise<void> {
    await this.#ask({ type: 'prepare', name, input: null }, `loading what ${name} needs`).catch(() => undefined)
  }

  #ask(question: Question, label: string): Promise<never> {
    this.#loaded.add(question.name)
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure)
      this.#waiting = { resolve, reject, label }
      this.#worker.postMessage(question)
    })
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('exit')
    await this.#worker.terminate()
  }

  #receive(answer: Answer): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (answer.type === 'done') waiting?.resolve(answer.output as never)
    else waiting?.reject(fromFailure(answer, this.#place(waiting.label)))
  }

  /** Records that the thread has died: it ran out of memory, or there is a defect. */
  #fail(error: unknown): void {
    const waiting = this.#waiting
    this.#waiting = null
    this.#failure ??= toCrash(error, this.#place(waiting?.label ?? 'no task'))
    waiting?.reject(this.#failure)
  }

  #place(label: string): string {
    const { at } = readPosition(this.#cells)
    return at === 0 ? label : `${label}, article Q${at}`
  }
}

function toCrash(error: unknown, where: string): KbError {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (outOfMemory)
    return new KbError('out-of-memory', 'A worker ran out of memory', {
      where,
      hint: 'Build with fewer workers (`--jobs 1`), or give Node more (`NODE_OPTIONS=--max-old-space-size=4096`).',
      cause: error,
    })
  const reason = error instanceof Error ? error.message : String(error)
  return new KbError('worker-crash', `A worker failed: ${reason}`, {
    where,
    hint: 'This is a defect: please report it with the article.',
    cause: error,
  })
}

/** The table of a command's tasks for worker threads: the types of each task, and the code that performs it. */
import type { Position } from './position.js'

/**
 * The input and output of each task. Both are passed between threads: plain values, typed arrays and shared buffers.
 */
export type TaskTypes = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>

export type TaskName<T extends TaskTypes> = keyof T & string

/** The code of a task. It is loaded on demand, so that a thread loads only the tasks that it performs. */
export interface TaskCode<Input, Output> {
  load(): Promise<(input: Input, position: Position) => Output | Promise<Output>>
  /** Work that can be done before the first task, such as loading a library. */
  prepare?(): Promise<void>
}

export type TaskTable<T extends TaskTypes> = {
  readonly [N in TaskName<T>]: TaskCode<T[N]['input'], T[N]['output']>
}

/** Performs a task in this thread. */
export async function performTask<T extends TaskTypes, N extends TaskName<T>>(
  table: TaskTable<T>,
  name: N,
  input: T[N]['input'],
  position: Position,
): Promise<T[N]['output']> {
  const perform = await table[name].load()
  return perform(input, position)
}

/** Loads the code of a task, and runs its `prepare`. */
export async function prepareTask<T extends TaskTypes>(table: TaskTable<T>, name: TaskName<T>): Promise<void> {
  await table[name].load()
  await table[name].prepare?.()
}

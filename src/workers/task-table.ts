/** The tasks that one command gives to worker threads: their types, and the code that performs each. */
import type { Position } from './position.js'

/** Each task's input and output. Both cross threads: plain values, typed arrays and shared buffers. */
export type TaskTypes = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>

export type TaskName<T extends TaskTypes> = keyof T & string

/** The code of a task. Loaded when first asked for, so that a thread loads only the tasks it performs. */
export interface TaskCode<Input, Output> {
  load(): Promise<(input: Input, position: Position) => Output | Promise<Output>>
  /** Work that can be done before the first task arrives. */
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

/** Loads the code of a task and does its preparatory work. */
export async function prepareTask<T extends TaskTypes>(table: TaskTable<T>, name: TaskName<T>): Promise<void> {
  await table[name].load()
  await table[name].prepare?.()
}

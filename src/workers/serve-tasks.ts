/** The main function of a worker thread: receives tasks, answers with their outputs. */
import { parentPort, workerData } from 'node:worker_threads'
import { writePosition } from './position.js'
import { performTask, prepareTask, type TaskTable, type TaskTypes } from './task-table.js'
import { type Question, toFailure } from './worker-messages.js'

/** Performs the tasks of `table` that the main thread sends, until the pool terminates this thread. */
export function serveTasks<T extends TaskTypes>(table: TaskTable<T>): void {
  const position = writePosition(workerData as Int32Array)
  const answer = ({ type, name, input }: Question) =>
    type === 'perform' ? performTask(table, name, input, position) : prepareTask(table, name)
  parentPort?.on('message', async (question: Question) => {
    try {
      const output = await answer(question)
      position.at(0)
      parentPort?.postMessage({ type: 'done', output })
    } catch (error) {
      parentPort?.postMessage(toFailure(error))
    }
  })
}

/** A worker thread's entry: takes tasks, answers with their outputs. Knows nothing of what they do. */
import { parentPort, workerData } from 'node:worker_threads'
import { writePosition } from './position.js'
import { performTask, type TaskName, type TaskTypes } from './tasks.js'
import { toFailure } from './worker-messages.js'

const position = writePosition(workerData as Int32Array)

parentPort?.on('message', async ({ name, input }: { name: TaskName; input: TaskTypes[TaskName]['input'] }) => {
  try {
    const output = await performTask(name, input, position)
    position.at(0)
    parentPort?.postMessage({ type: 'done', output })
  } catch (error) {
    parentPort?.postMessage(toFailure(error))
  }
})

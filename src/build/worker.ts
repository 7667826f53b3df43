/** A worker thread's entry: takes tasks, answers with their outputs. Knows nothing of what they do. */
import { parentPort, workerData } from 'node:worker_threads'
import { writePosition } from './position.js'
import { performTask, prepareTask } from './tasks.js'
import { type Question, toFailure } from './worker-messages.js'

const position = writePosition(workerData as Int32Array)

parentPort?.on('message', async (question: Question) => {
  try {
    const output = await answer(question)
    position.at(0)
    parentPort?.postMessage({ type: 'done', output })
  } catch (error) {
    parentPort?.postMessage(toFailure(error))
  }
})

function answer(question: Question): Promise<unknown> {
  return question.type === 'perform' ? performTask(question.name, question.input, position) : prepareTask(question.name)
}

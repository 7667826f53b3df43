/** A worker thread of `kb pack`. */
import { serveTasks } from '../workers/serve-tasks.js'
import { PACK_TASKS } from './tasks.js'

serveTasks(PACK_TASKS)

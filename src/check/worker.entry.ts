/** A worker thread of `kb check`. */
import { serveTasks } from '../workers/serve-tasks.js'
import { CHECK_TASKS } from './tasks.js'

serveTasks(CHECK_TASKS)

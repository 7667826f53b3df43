/** A worker thread of `kb build`. */
import { serveTasks } from '../workers/serve-tasks.js'
import { BUILD_TASKS } from './tasks.js'

serveTasks(BUILD_TASKS)
